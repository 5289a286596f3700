//! Whoever follows rounds and proposals, by the address that they have shown to be theirs. Signed in or not makes no
//! difference here: who has an account has shown its address as well.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{followers, follows, proposals, rounds};
use crate::domain::email::Email;
use crate::domain::follow::Followed;
use crate::domain::ids::{FollowId, FollowerId, ProposalId, ProposalNumber, RoundId};
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::secrecy::{FollowerSeed, TokenHash};

/// Somebody who follows something.
#[derive(Debug, Clone)]
pub struct Follower {
    /// The row.
    pub id: FollowerId,
    /// The address.
    pub email: Email,
    /// The tag of the language in which they are written to.
    pub language: String,
    /// What their links are reckoned from.
    pub seed: FollowerSeed,
}

/// How a follower is known when the first thing is followed.
#[derive(Debug, Clone)]
pub struct NewFollower {
    /// The address.
    pub email: Email,
    /// The tag of the language in which they are written to.
    pub language: String,
    /// What their links are reckoned from.
    pub seed: FollowerSeed,
    /// The hash of the id in their links.
    pub link: TokenHash,
}

/// Something that somebody follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedItem {
    /// The row.
    pub id: FollowId,
    /// The round.
    pub round: (RoundId, Slug),
    /// The proposal; without one the whole of the round.
    pub proposal: Option<ProposalNumber>,
    /// Since when.
    pub since: Instant,
}

pub(super) type Columns = (i64, String, String, Vec<u8>);
pub(super) const COLUMNS: (followers::id, followers::email, followers::language, followers::seed) =
    (followers::id, followers::email, followers::language, followers::seed);

fn read_row((id, email, language, seed): Columns) -> Result<Follower, StoreError> {
    let corrupt = |column| StoreError::corrupt("followers", column, &id.to_string());
    Ok(Follower {
        id: FollowerId::new(id),
        email: Email::parse_kept(&email).map_err(|_| corrupt("email"))?,
        language,
        seed: FollowerSeed::try_from(seed.as_slice()).map_err(|_| corrupt("seed"))?,
    })
}

pub(super) fn read_all(rows: Vec<Columns>) -> Result<Vec<Follower>, StoreError> {
    rows.into_iter().map(read_row).collect()
}

/// The follower with an address in one of its spellings.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_follower(conn: &mut Conn, email: &Email) -> Result<Option<Follower>, StoreError> {
    let own = followers::table.filter(followers::email.eq_any(email.spellings())).select(COLUMNS);
    own.first::<Columns>(conn).optional()?.map(read_row).transpose()
}

/// The follower whose links carry an id.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_follower_by_link(conn: &mut Conn, link: &TokenHash) -> Result<Option<Follower>, StoreError> {
    let own = followers::table.filter(followers::link_hash.eq(link.as_bytes().as_slice())).select(COLUMNS);
    own.first::<Columns>(conn).optional()?.map(read_row).transpose()
}

/// The follower with the address, who is made if there is none yet.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_or_insert_follower(conn: &mut Conn, new: &NewFollower, now: Instant) -> Result<Follower, StoreError> {
    if let Some(found) = find_follower(conn, &new.email)? {
        return Ok(found);
    }
    let row = (
        followers::email.eq(new.email.as_str()),
        followers::language.eq(&new.language),
        followers::seed.eq(new.seed.as_bytes().as_slice()),
        followers::link_hash.eq(new.link.as_bytes().as_slice()),
        followers::since.eq(now.to_utc()),
    );
    // Another click of the same person may have been faster.
    each_backend!(conn, |own| diesel::insert_into(followers::table).values(row).on_conflict_do_nothing().execute(own))?;
    find_follower(conn, &new.email)?.ok_or(StoreError::NotFound)
}

/// Lets somebody follow something. To follow it already is no mistake.
///
/// # Errors
/// When the database fails.
pub fn insert_follow(
    conn: &mut Conn,
    follower: FollowerId,
    followed: Followed,
    now: Instant,
) -> Result<(), StoreError> {
    let row = (
        follows::follower_id.eq(follower.value()),
        follows::round_id.eq(followed.round.value()),
        follows::proposal_id.eq(followed.proposal.map(ProposalId::value)),
        follows::since.eq(now.to_utc()),
    );
    each_backend!(conn, |own| diesel::insert_into(follows::table).values(row).on_conflict_do_nothing().execute(own))?;
    Ok(())
}

/// Whether an address follows something.
///
/// # Errors
/// When the database fails.
pub fn is_followed_by(conn: &mut Conn, email: &Email, followed: Followed) -> Result<bool, StoreError> {
    let own = follows::table
        .inner_join(followers::table)
        .filter(followers::email.eq_any(email.spellings()).and(follows::round_id.eq(followed.round.value())))
        .select(follows::id);
    let found = match followed.proposal {
        Some(proposal) => own.filter(follows::proposal_id.eq(proposal.value())).first::<i64>(conn),
        None => own.filter(follows::proposal_id.is_null()).first::<i64>(conn),
    };
    Ok(found.optional()?.is_some())
}

/// What somebody follows, the newest first, at most `most` after the first `skip`.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_followed(
    conn: &mut Conn,
    follower: FollowerId,
    (skip, most): (i64, i64),
) -> Result<Vec<FollowedItem>, StoreError> {
    type Row = (i64, (i64, String), Option<i64>, NaiveDateTime);
    follows::table
        .inner_join(rounds::table)
        .left_join(proposals::table)
        .filter(follows::follower_id.eq(follower.value()))
        .order(follows::id.desc())
        .offset(skip)
        .limit(most)
        .select((follows::id, (rounds::id, rounds::slug), proposals::number.nullable(), follows::since))
        .load::<Row>(conn)?
        .into_iter()
        .map(|(id, (round, slug), number, since)| {
            let known = |number: i64| {
                let number = u32::try_from(number);
                number.map_err(|_| StoreError::corrupt("proposals", "number", &id.to_string()))
            };
            let slug = Slug::parse(&slug).map_err(|_| StoreError::corrupt("rounds", "slug", &slug))?;
            Ok(FollowedItem {
                id: FollowId::new(id),
                round: (RoundId::new(round), slug),
                proposal: number.map(known).transpose()?.map(ProposalNumber::new),
                since: Instant::from_utc(since),
            })
        })
        .collect()
}

/// How many things somebody follows.
///
/// # Errors
/// When the database fails.
pub fn count_followed(conn: &mut Conn, follower: FollowerId) -> Result<i64, StoreError> {
    Ok(follows::table.filter(follows::follower_id.eq(follower.value())).count().get_result(conn)?)
}

/// Changes the language in which somebody is written to.
///
/// # Errors
/// When the database fails.
pub fn update_follower_language(conn: &mut Conn, follower: FollowerId, language: &str) -> Result<(), StoreError> {
    let own = followers::table.find(follower.value());
    diesel::update(own).set(followers::language.eq(language)).execute(conn)?;
    Ok(())
}

/// Ends that somebody follows one thing. That nobody follows it is no mistake. Answers whether they follow anything else.
///
/// # Errors
/// When the database fails.
pub fn delete_follow(conn: &mut Conn, follower: FollowerId, follow: FollowId) -> Result<bool, StoreError> {
    let own = follows::table.filter(follows::id.eq(follow.value()).and(follows::follower_id.eq(follower.value())));
    diesel::delete(own).execute(conn)?;
    Ok(count_followed(conn, follower)? > 0)
}

/// Forgets whoever follows with an address, and all that they follow.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn delete_follower(conn: &mut Conn, email: &Email) -> Result<(), StoreError> {
    let Some(found) = find_follower(conn, email)? else { return Ok(()) };
    // What they follow and have not been told yet goes with the row.
    diesel::delete(followers::table.find(found.id.value())).execute(conn)?;
    Ok(())
}

/// Lets mails go to the new address of an account. Who follows with that one already goes on as they are.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn move_follower(conn: &mut Conn, old: &Email, new: &Email) -> Result<(), StoreError> {
    let Some(found) = find_follower(conn, old)? else { return Ok(()) };
    let Some(there) = find_follower(conn, new)? else {
        let own = followers::table.find(found.id.value());
        diesel::update(own).set(followers::email.eq(new.as_str())).execute(conn)?;
        return Ok(());
    };
    let own = follows::table.filter(follows::follower_id.eq(found.id.value()));
    let all = own.select((follows::round_id, follows::proposal_id, follows::since));
    for (round, proposal, since) in all.load::<(i64, Option<i64>, NaiveDateTime)>(conn)? {
        let followed = Followed { round: RoundId::new(round), proposal: proposal.map(ProposalId::new) };
        insert_follow(conn, there.id, followed, Instant::from_utc(since))?;
    }
    delete_follower(conn, old)
}
