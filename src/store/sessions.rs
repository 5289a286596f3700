//! Sessions and rate limits: rows of the machinery, written by the web.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{limits, sessions};
use crate::domain::ids::{AccountId, RollId};
use crate::domain::time::Instant;
use crate::secrecy::TokenHash;

/// Whose session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionSubject {
    /// Somebody of the office.
    Account(AccountId),
    /// Somebody with a way to a row of the roll.
    Voter(RollId),
}

/// A session that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub subject: SessionSubject,
    /// When it was last used, to the minute or so.
    pub seen_at: Instant,
    /// When it ends whatever happens.
    pub expires_at: Instant,
}

/// Opens a session under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert_session(conn: &mut Conn, token_hash: &TokenHash, session: Session) -> Result<(), StoreError> {
    let (account, roll) = match session.subject {
        SessionSubject::Account(account) => (Some(account.value()), None),
        SessionSubject::Voter(roll) => (None, Some(roll.value())),
    };
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(token_hash.as_bytes().as_slice()),
            sessions::account_id.eq(account),
            sessions::roll_id.eq(roll),
            sessions::seen_at.eq(session.seen_at.to_utc()),
            sessions::expires_at.eq(session.expires_at.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// The session under a token's hash, if it has not expired.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_session(conn: &mut Conn, token_hash: &TokenHash, now: Instant) -> Result<Option<Session>, StoreError> {
    let row = sessions::table
        .find(token_hash.as_bytes().as_slice())
        .filter(sessions::expires_at.gt(now.to_utc()))
        .select((sessions::account_id, sessions::roll_id, sessions::seen_at, sessions::expires_at))
        .first::<(Option<i64>, Option<i64>, chrono::NaiveDateTime, chrono::NaiveDateTime)>(conn)
        .optional()?;
    let Some((account, roll, seen_at, expires_at)) = row else { return Ok(None) };
    let subject = match (account, roll) {
        (Some(account), None) => SessionSubject::Account(AccountId::new(account)),
        (None, Some(roll)) => SessionSubject::Voter(RollId::new(roll)),
        (Some(_), Some(_)) | (None, None) => return Err(StoreError::corrupt("sessions", "account_id", "both or none")),
    };
    Ok(Some(Session { subject, seen_at: Instant::from_utc(seen_at), expires_at: Instant::from_utc(expires_at) }))
}

/// Notes that a session was used, and moves its end.
///
/// # Errors
/// When the database fails.
pub fn update_session_seen(
    conn: &mut Conn,
    token_hash: &TokenHash,
    seen_at: Instant,
    expires_at: Instant,
) -> Result<(), StoreError> {
    diesel::update(sessions::table.find(token_hash.as_bytes().as_slice()))
        .set((sessions::seen_at.eq(seen_at.to_utc()), sessions::expires_at.eq(expires_at.to_utc())))
        .execute(conn)?;
    Ok(())
}

/// Ends a session at once.
///
/// # Errors
/// When the database fails.
pub fn delete_session(conn: &mut Conn, token_hash: &TokenHash) -> Result<(), StoreError> {
    diesel::delete(sessions::table.find(token_hash.as_bytes().as_slice())).execute(conn)?;
    Ok(())
}

/// Sweeps expired sessions and idle limits away. Answers how many rows went.
///
/// # Errors
/// When the database fails.
pub fn delete_expired(conn: &mut Conn, now: Instant) -> Result<usize, StoreError> {
    let day_ago = now.plus(TimeDelta::days(-1));
    let gone = diesel::delete(sessions::table.filter(sessions::expires_at.le(now.to_utc()))).execute(conn)?;
    let idle = diesel::delete(limits::table.filter(limits::window_started_at.lt(day_ago.to_utc()))).execute(conn)?;
    Ok(gone.saturating_add(idle))
}

/// How often something happened within the span that is running, and when that span began.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hits {
    /// How often.
    pub count: i64,
    /// Since when.
    pub since: Instant,
}

/// How often something happened within the running span; nothing when the last span is over.
///
/// # Errors
/// When the database fails.
pub fn find_hits(conn: &mut Conn, bucket: &str, span: TimeDelta, now: Instant) -> Result<Option<Hits>, StoreError> {
    let row = limits::table
        .find(bucket)
        .select((limits::hits, limits::window_started_at))
        .first::<(i64, chrono::NaiveDateTime)>(conn)
        .optional()?;
    let hits = row.map(|(count, since)| Hits { count, since: Instant::from_utc(since) });
    Ok(hits.filter(|hits| now < hits.since.plus(span)))
}

/// Counts something that happened, in the running span or as the first of a new one.
///
/// # Errors
/// When the database fails.
pub fn insert_or_update_hits(conn: &mut Conn, bucket: &str, span: TimeDelta, now: Instant) -> Result<(), StoreError> {
    let running = limits::table.find(bucket).filter(limits::window_started_at.gt(now.plus(-span).to_utc()));
    if diesel::update(running).set(limits::hits.eq(limits::hits + 1)).execute(conn)? == 1 {
        return Ok(());
    }
    let first = (limits::bucket.eq(bucket), limits::window_started_at.eq(now.to_utc()), limits::hits.eq(1));
    each_backend!(conn, |c| diesel::insert_into(limits::table)
        .values(first)
        .on_conflict(limits::bucket)
        .do_update()
        .set((limits::window_started_at.eq(now.to_utc()), limits::hits.eq(1)))
        .execute(c))?;
    Ok(())
}

/// Takes one back that was counted too many.
///
/// # Errors
/// When the database fails.
pub fn update_hits_given_back(conn: &mut Conn, bucket: &str) -> Result<(), StoreError> {
    diesel::update(limits::table.find(bucket).filter(limits::hits.gt(0)))
        .set(limits::hits.eq(limits::hits - 1))
        .execute(conn)?;
    Ok(())
}
