//! What an address follows, for its owner to take away.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{follow_requests, followers, follows, proposals, rounds};
use crate::domain::time::Instant;

/// All that is kept of an address because of following.
#[derive(Debug, Clone)]
pub struct OwnFollowing {
    /// How it is written to; none that follows nothing.
    pub follower: Option<OwnFollower>,
    /// What it follows.
    pub followed: Vec<OwnFollow>,
    /// What somebody asked it to follow.
    pub asked: Vec<OwnFollowRequest>,
}

/// How a follower is written to.
#[derive(Debug, Clone)]
pub struct OwnFollower {
    /// The address.
    pub email: String,
    /// The tag of the language.
    pub language: String,
    /// Since when.
    pub since: Instant,
    /// When the last mail was written.
    pub mailed_at: Option<Instant>,
    /// When the next one is.
    pub due_at: Option<Instant>,
}

/// Something that is followed.
#[derive(Debug, Clone)]
pub struct OwnFollow {
    /// The round, by its name in addresses.
    pub round: String,
    /// The number of the proposal.
    pub proposal: Option<i64>,
    /// Since when.
    pub since: Instant,
}

/// Something that somebody asked to follow.
#[derive(Debug, Clone)]
pub struct OwnFollowRequest {
    /// The address.
    pub email: String,
    /// The tag of the language in which it was asked.
    pub language: String,
    /// The round, by its name in addresses.
    pub round: String,
    /// The number of the proposal.
    pub proposal: Option<i64>,
    /// When.
    pub asked_at: Instant,
    /// Until when it can be confirmed.
    pub expires_at: Instant,
}

/// All that is kept of an address, in any of its spellings, because of following.
///
/// # Errors
/// When the database fails.
pub(super) fn find_own_following(conn: &mut Conn, spellings: &[String]) -> Result<OwnFollowing, StoreError> {
    let follower = followers::table
        .filter(followers::email.eq_any(spellings))
        .select(((followers::email, followers::language), (followers::since, followers::mailed_at, followers::due_at)))
        .first::<((String, String), (NaiveDateTime, Option<NaiveDateTime>, Option<NaiveDateTime>))>(conn)
        .optional()?;
    let followed = follows::table
        .inner_join(followers::table)
        .inner_join(rounds::table)
        .left_join(proposals::table)
        .filter(followers::email.eq_any(spellings))
        .order(follows::id)
        .select((rounds::slug, proposals::number.nullable(), follows::since))
        .load::<(String, Option<i64>, NaiveDateTime)>(conn)?;
    let asked = follow_requests::table
        .inner_join(rounds::table)
        .left_join(proposals::table)
        .filter(follow_requests::email.eq_any(spellings))
        .order(follow_requests::id)
        .select((
            (follow_requests::email, follow_requests::language),
            (rounds::slug, proposals::number.nullable()),
            (follow_requests::asked_at, follow_requests::expires_at),
        ))
        .load::<((String, String), (String, Option<i64>), (NaiveDateTime, NaiveDateTime))>(conn)?;
    let at = Instant::from_utc;
    Ok(OwnFollowing {
        follower: follower.map(|((email, language), (since, mailed, due))| OwnFollower {
            email,
            language,
            since: at(since),
            mailed_at: mailed.map(at),
            due_at: due.map(at),
        }),
        followed: followed
            .into_iter()
            .map(|(round, proposal, since)| OwnFollow { round, proposal, since: at(since) })
            .collect(),
        asked: asked
            .into_iter()
            .map(|((email, language), (round, proposal), (asked, expires))| OwnFollowRequest {
                email,
                language,
                round,
                proposal,
                asked_at: at(asked),
                expires_at: at(expires),
            })
            .collect(),
    })
}
