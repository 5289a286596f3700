//! The daily deletion: when it is due, who is at it, and what it has deleted that is not in the record yet.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::domain::personal_data::Rule;
use crate::domain::time::Instant;
use crate::store::dialect::each_backend;
use crate::store::schema::{deletion_counts, deletions};
use crate::store::{Conn, StoreError};

const ROW: i64 = 1;

/// Takes the deletion until `leased_until` if it is due and nobody is at it. Answers whether it is the caller's.
///
/// # Errors
/// When the database fails.
pub fn claim_deletion(conn: &mut Conn, now: Instant, leased_until: Instant) -> Result<bool, StoreError> {
    let free = deletions::leased_until.is_null().or(deletions::leased_until.assume_not_null().le(now.to_utc()));
    let due = deletions::table.find(ROW).filter(deletions::due_at.le(now.to_utc())).filter(free);
    let taken = diesel::update(due).set(deletions::leased_until.eq(leased_until.to_utc())).execute(conn)?;
    Ok(taken == 1)
}

/// Notes that the deletion is done, and when it is due again.
///
/// # Errors
/// When the database fails.
pub fn update_deletion_done(conn: &mut Conn, now: Instant, due_at: Instant) -> Result<(), StoreError> {
    diesel::update(deletions::table.find(ROW))
        .set((
            deletions::done_at.eq(now.to_utc()),
            deletions::due_at.eq(due_at.to_utc()),
            deletions::leased_until.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)?;
    Ok(())
}

/// Lets the deletion be taken again from a time on.
///
/// # Errors
/// When the database fails.
pub fn update_deletion_failed(conn: &mut Conn, again_at: Instant) -> Result<(), StoreError> {
    diesel::update(deletions::table.find(ROW)).set(deletions::leased_until.eq(again_at.to_utc())).execute(conn)?;
    Ok(())
}

/// When the deletion was last done.
///
/// # Errors
/// When the database fails.
pub fn find_last_deletion(conn: &mut Conn) -> Result<Option<Instant>, StoreError> {
    let done = deletions::table.find(ROW).select(deletions::done_at).first::<Option<NaiveDateTime>>(conn);
    Ok(done.optional()?.flatten().map(Instant::from_utc))
}

/// Adds to what was deleted, in the transaction that deleted it.
///
/// # Errors
/// When the database fails.
pub fn insert_or_add_count(conn: &mut Conn, rule: Rule, deleted: i64) -> Result<(), StoreError> {
    let row = (deletion_counts::kind.eq(rule.as_str()), deletion_counts::deleted.eq(deleted));
    each_backend!(conn, |own| diesel::insert_into(deletion_counts::table)
        .values(row)
        .on_conflict(deletion_counts::kind)
        .do_update()
        .set(deletion_counts::deleted.eq(deletion_counts::deleted + deleted))
        .execute(own))?;
    Ok(())
}

/// Takes away what was deleted and is not in the record yet, by kind: it is entered in this transaction.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn delete_counts(conn: &mut Conn) -> Result<Vec<(Rule, i64)>, StoreError> {
    let rows = diesel::delete(deletion_counts::table).returning((deletion_counts::kind, deletion_counts::deleted));
    rows.get_results::<(String, i64)>(conn)?
        .into_iter()
        .map(|(kind, deleted)| {
            let rule = Rule::parse(&kind).ok_or_else(|| StoreError::corrupt("deletion_counts", "kind", &kind))?;
            Ok((rule, deleted))
        })
        .collect()
}
