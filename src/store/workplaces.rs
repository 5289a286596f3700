//! Places where employees share a computer. One is closed, never deleted, because posters may still hang.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{sessions, workplaces};
use crate::domain::entry_key::EntryKey;
use crate::domain::ids::WorkplaceId;
use crate::domain::text::Line;
use crate::domain::time::Instant;

/// A workplace as it is stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workplace {
    /// Its row.
    pub id: WorkplaceId,
    /// Grows with each change, so that two editors notice each other.
    pub version: i64,
    /// What stands in its address.
    pub key: EntryKey,
    /// What it is called.
    pub name: String,
    /// Since when nobody enters there.
    pub closed_at: Option<Instant>,
}

type Columns = (i64, i64, String, String, Option<chrono::NaiveDateTime>);

const COLUMNS: (workplaces::id, workplaces::version, workplaces::entry_key, workplaces::name, workplaces::closed_at) =
    (workplaces::id, workplaces::version, workplaces::entry_key, workplaces::name, workplaces::closed_at);

fn read((id, version, key, name, closed_at): Columns) -> Result<Workplace, StoreError> {
    let known = EntryKey::parse(&key).ok_or_else(|| StoreError::corrupt("workplaces", "entry_key", &id.to_string()))?;
    let closed_at = closed_at.map(Instant::from_utc);
    Ok(Workplace { id: WorkplaceId::new(id), version, key: known, name, closed_at })
}

/// All of them, in the order in which they were added.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_workplaces(conn: &mut Conn) -> Result<Vec<Workplace>, StoreError> {
    let rows = workplaces::table.order(workplaces::id).select(COLUMNS).load::<Columns>(conn)?;
    rows.into_iter().map(read).collect()
}

/// One of them.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_workplace(conn: &mut Conn, id: WorkplaceId) -> Result<Option<Workplace>, StoreError> {
    let row = workplaces::table.find(id.value()).select(COLUMNS).first::<Columns>(conn).optional()?;
    row.map(read).transpose()
}

/// The one with a key in its address.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_workplace_by_key(conn: &mut Conn, key: &EntryKey) -> Result<Option<Workplace>, StoreError> {
    let row = workplaces::table.filter(workplaces::entry_key.eq(key.to_string())).select(COLUMNS);
    row.first::<Columns>(conn).optional()?.map(read).transpose()
}

/// Adds one. A name that is taken answers [`StoreError::Conflict`].
///
/// # Errors
/// When the name is taken or the database fails.
pub fn insert_workplace(conn: &mut Conn, key: &EntryKey, name: &Line, now: Instant) -> Result<WorkplaceId, StoreError> {
    let id = diesel::insert_into(workplaces::table)
        .values((
            workplaces::version.eq(1),
            workplaces::entry_key.eq(key.to_string()),
            workplaces::name.eq(name.as_str()),
            workplaces::created_at.eq(now.to_utc()),
        ))
        .returning(workplaces::id)
        .get_result(conn)?;
    Ok(WorkplaceId::new(id))
}

/// Renames one if its version is still the one that was seen. Answers whether it was. A name that is taken answers
/// [`StoreError::Conflict`].
///
/// # Errors
/// When the name is taken or the database fails.
pub fn update_workplace_name(
    conn: &mut Conn,
    id: WorkplaceId,
    seen_version: i64,
    name: &Line,
) -> Result<bool, StoreError> {
    let row = workplaces::table.find(id.value()).filter(workplaces::version.eq(seen_version));
    let changed = diesel::update(row)
        .set((workplaces::version.eq(workplaces::version + 1), workplaces::name.eq(name.as_str())))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Closes one or opens it again, if its version is still the one that was seen. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_workplace_closed(
    conn: &mut Conn,
    id: WorkplaceId,
    seen_version: i64,
    closed_at: Option<Instant>,
) -> Result<bool, StoreError> {
    let row = workplaces::table.find(id.value()).filter(workplaces::version.eq(seen_version));
    let changed = diesel::update(row)
        .set((
            workplaces::version.eq(workplaces::version + 1),
            workplaces::closed_at.eq(closed_at.map(Instant::to_utc)),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Gives one another address, if its version is still the one that was seen. Answers whether it was.
///
/// # Errors
/// When the database fails.
pub fn update_workplace_key(
    conn: &mut Conn,
    id: WorkplaceId,
    seen_version: i64,
    key: &EntryKey,
) -> Result<bool, StoreError> {
    let row = workplaces::table.find(id.value()).filter(workplaces::version.eq(seen_version));
    let changed = diesel::update(row)
        .set((workplaces::version.eq(workplaces::version + 1), workplaces::entry_key.eq(key.to_string())))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Ends the sessions on a workplace's computers at once.
///
/// # Errors
/// When the database fails.
pub fn delete_sessions_at(conn: &mut Conn, id: WorkplaceId) -> Result<(), StoreError> {
    diesel::delete(sessions::table.filter(sessions::workplace_id.eq(id.value()))).execute(conn)?;
    Ok(())
}
