//! When the last backup was taken: a row that `allmende backup` writes when it has finished.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::backups;
use crate::domain::time::Instant;

const ROW: i64 = 1;

/// When the last backup that was finished had begun.
///
/// # Errors
/// When the database fails.
pub fn find_last_backup(conn: &mut Conn) -> Result<Option<Instant>, StoreError> {
    let begun = backups::table.find(ROW).select(backups::begun_at).first::<NaiveDateTime>(conn);
    Ok(begun.optional()?.map(Instant::from_utc))
}

/// Notes a backup that was finished.
///
/// # Errors
/// When the database fails.
pub fn insert_or_update_backup(conn: &mut Conn, begun_at: Instant) -> Result<(), StoreError> {
    let begun = backups::begun_at.eq(begun_at.to_utc());
    if diesel::update(backups::table.find(ROW)).set(begun).execute(conn)? == 0 {
        diesel::insert_into(backups::table).values((backups::id.eq(ROW), begun)).execute(conn)?;
    }
    Ok(())
}
