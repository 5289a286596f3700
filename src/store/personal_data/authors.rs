//! What is forgotten of those who suggested something once the council has decided on their round, or where nothing was to
//! decide once its result was public: how they are reached, and the secret with which they change a proposal. The proposal
//! stays.

use chrono::NaiveDateTime;
use diesel::dsl::exists;
use diesel::prelude::*;

use crate::store::schema::{proposals, rounds};
use crate::store::{Conn, StoreError};

/// Proposals of rounds that had come to their end by then, whose authors are still known.
pub(super) fn list_overdue_authors(conn: &mut Conn, until: NaiveDateTime, limit: i64) -> Result<Vec<i64>, StoreError> {
    let decided = rounds::decided_at.assume_not_null().le(until);
    let published = rounds::decided_at.is_null().and(rounds::result_published_at.assume_not_null().le(until));
    let over = rounds::table.filter(rounds::id.eq(proposals::round_id)).filter(decided.or(published));
    let known = proposals::email.ne("").or(proposals::code_mac.is_not_null()).or(proposals::author_ref.is_not_null());
    let overdue = proposals::table.filter(known).filter(exists(over)).select(proposals::id).limit(limit);
    Ok(overdue.load(conn)?)
}

/// Forgets the authors of these. Answers of how many.
pub(super) fn forget_authors(conn: &mut Conn, ids: &[i64]) -> Result<usize, StoreError> {
    let nobody =
        (proposals::email.eq(""), proposals::code_mac.eq(None::<Vec<u8>>), proposals::author_ref.eq(None::<Vec<u8>>));
    Ok(diesel::update(proposals::table.filter(proposals::id.eq_any(ids))).set(nobody).execute(conn)?)
}
