//! Addresses that somebody typed to follow something. Each waits until its mailbox has shown the link.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::follow_requests;
use crate::domain::email::Email;
use crate::domain::follow::Followed;
use crate::domain::ids::{ProposalId, RoundId};
use crate::domain::time::Instant;
use crate::secrecy::TokenHash;

/// An address that wants to follow something.
#[derive(Debug, Clone)]
pub struct NewFollowRequest {
    /// The address.
    pub email: Email,
    /// The tag of the language in which it was asked.
    pub language: String,
    /// What it is about.
    pub followed: Followed,
    /// The hash of the link's id.
    pub link: TokenHash,
    /// Until when it can be confirmed.
    pub expires_at: Instant,
}

/// A request that can still be confirmed.
#[derive(Debug, Clone)]
pub struct FollowRequest {
    /// The address.
    pub email: Email,
    /// The tag of the language in which it was asked.
    pub language: String,
    /// What it is about.
    pub followed: Followed,
}

/// Notes that an address wants to follow something.
///
/// # Errors
/// When the database fails.
pub fn insert_follow_request(conn: &mut Conn, new: &NewFollowRequest, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(follow_requests::table)
        .values((
            follow_requests::email.eq(new.email.as_str()),
            follow_requests::language.eq(&new.language),
            follow_requests::round_id.eq(new.followed.round.value()),
            follow_requests::proposal_id.eq(new.followed.proposal.map(ProposalId::value)),
            follow_requests::link_hash.eq(new.link.as_bytes().as_slice()),
            follow_requests::asked_at.eq(now.to_utc()),
            follow_requests::expires_at.eq(new.expires_at.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// The request whose link carries an id, while it can be confirmed. It can be so more than once: a second click must not
/// tell that something went wrong.
///
/// # Errors
/// When the database fails or holds what is no address.
pub fn find_follow_request(
    conn: &mut Conn,
    link: &TokenHash,
    now: Instant,
) -> Result<Option<FollowRequest>, StoreError> {
    let row = follow_requests::table
        .filter(follow_requests::link_hash.eq(link.as_bytes().as_slice()))
        .filter(follow_requests::expires_at.gt(now.to_utc()))
        .select((
            (follow_requests::email, follow_requests::language),
            (follow_requests::round_id, follow_requests::proposal_id),
        ))
        .first::<((String, String), (i64, Option<i64>))>(conn)
        .optional()?;
    row.map(|((email, language), (round, proposal))| {
        let kept = Email::parse_kept(&email);
        Ok(FollowRequest {
            email: kept.map_err(|_| StoreError::corrupt("follow_requests", "email", "no address"))?,
            language,
            followed: Followed { round: RoundId::new(round), proposal: proposal.map(ProposalId::new) },
        })
    })
    .transpose()
}

/// Forgets what an address wanted to follow.
///
/// # Errors
/// When the database fails.
pub fn delete_follow_requests_of(conn: &mut Conn, email: &Email) -> Result<(), StoreError> {
    let own = follow_requests::table.filter(follow_requests::email.eq_any(email.spellings()));
    diesel::delete(own).execute(conn)?;
    Ok(())
}
