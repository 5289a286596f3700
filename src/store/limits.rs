//! Counts against guessing: rows of the machinery, written by the web.

use chrono::TimeDelta;
use diesel::dsl::case_when;
use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::limits;
use crate::domain::time::Instant;

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

/// Counts something that happened, in the running span or as the first of a new one. One statement does both, so that
/// of many that arrive together at the end of a span each one is counted.
///
/// # Errors
/// When the database fails.
pub fn insert_or_update_hits(conn: &mut Conn, bucket: &str, span: TimeDelta, now: Instant) -> Result<(), StoreError> {
    let (first, over) = (now.to_utc(), now.plus(-span).to_utc());
    let is_running = limits::window_started_at.gt(over);
    let begins = case_when(is_running, limits::window_started_at).otherwise(first);
    let hits = case_when(is_running, limits::hits + 1).otherwise(1_i64);
    each_backend!(conn, |c| diesel::insert_into(limits::table)
        .values((limits::bucket.eq(bucket), limits::window_started_at.eq(first), limits::hits.eq(1)))
        .on_conflict(limits::bucket)
        .do_update()
        .set((limits::window_started_at.eq(begins), limits::hits.eq(hits)))
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
