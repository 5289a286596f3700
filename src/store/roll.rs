//! Who may vote in a round, and how a code leads to a row. How an account does stands in `roll_accounts`.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{code_batches, roll, roll_keys};
use crate::domain::ids::{AreaId, RollId, RoundId};
use crate::domain::time::Instant;
use crate::secrecy::{CodeMac, PersonRef};

/// A row of the roll.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RollRow {
    /// Its row.
    pub id: RollId,
    /// The round in which it may vote.
    pub round: RoundId,
    /// What stands for the person within this round.
    pub person: PersonRef,
    /// The only area besides those for everyone, if it is bound to one.
    pub area: Option<AreaId>,
}

pub(super) type Columns = (i64, i64, Vec<u8>, Option<i64>);

pub(super) fn read_row((id, round, person, area): Columns) -> Result<RollRow, StoreError> {
    let person =
        <[u8; 32]>::try_from(person).map_err(|_| StoreError::corrupt("roll", "person_ref", &id.to_string()))?;
    let person = PersonRef::new(person);
    Ok(RollRow { id: RollId::new(id), round: RoundId::new(round), person, area: area.map(AreaId::new) })
}

pub(super) const COLUMNS: (roll::id, roll::round_id, roll::person_ref, roll::area_id) =
    (roll::id, roll::round_id, roll::person_ref, roll::area_id);

/// The row of the roll with an id.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_roll_row(conn: &mut Conn, id: RollId) -> Result<Option<RollRow>, StoreError> {
    roll::table.find(id.value()).select(COLUMNS).first::<Columns>(conn).optional()?.map(read_row).transpose()
}

/// What a code leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeHolder {
    /// The row of the roll.
    pub row: RollRow,
    /// Whether the code was replaced by a newer one.
    pub revoked: bool,
}

/// The row of the roll that a code leads to, in whatever round it was made for.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_code_holder(conn: &mut Conn, code: &CodeMac) -> Result<Option<CodeHolder>, StoreError> {
    let found = roll_keys::table
        .inner_join(roll::table)
        .filter(roll_keys::kind.eq("code").and(roll_keys::mac.eq(code.as_bytes().as_slice())))
        .select((COLUMNS, roll_keys::revoked_at))
        .first::<(Columns, Option<chrono::NaiveDateTime>)>(conn)
        .optional()?;
    found.map(|(columns, revoked)| Ok(CodeHolder { row: read_row(columns)?, revoked: revoked.is_some() })).transpose()
}

/// Puts somebody on the roll with a code as the way to the row.
///
/// # Errors
/// When the person or the code is there already, or the database fails.
pub fn insert_code_holder(
    conn: &mut Conn,
    round: RoundId,
    person: &PersonRef,
    area: Option<AreaId>,
    code: &CodeMac,
) -> Result<RollId, StoreError> {
    let id = insert_roll_row(conn, round, person, area)?;
    insert_roll_key(conn, (round, id), "code", code.as_bytes())?;
    Ok(id)
}

/// Puts somebody on the roll.
pub(super) fn insert_roll_row(
    conn: &mut Conn,
    round: RoundId,
    person: &PersonRef,
    area: Option<AreaId>,
) -> Result<RollId, StoreError> {
    let id: i64 = diesel::insert_into(roll::table)
        .values((
            roll::round_id.eq(round.value()),
            roll::person_ref.eq(person.as_bytes().as_slice()),
            roll::area_id.eq(area.map(AreaId::value)),
            roll::seat.eq(1),
        ))
        .returning(roll::id)
        .get_result(conn)?;
    Ok(RollId::new(id))
}

/// Makes a way to a row of the roll.
pub(super) fn insert_roll_key(
    conn: &mut Conn,
    (round, row): (RoundId, RollId),
    kind: &str,
    mac: &[u8; 32],
) -> Result<(), StoreError> {
    diesel::insert_into(roll_keys::table)
        .values((
            roll_keys::round_id.eq(round.value()),
            roll_keys::kind.eq(kind),
            roll_keys::mac.eq(mac.as_slice()),
            roll_keys::roll_id.eq(row.value()),
        ))
        .execute(conn)?;
    Ok(())
}

/// All that stands for people on a round's roll, sorted; their hash goes into the record.
///
/// # Errors
/// When the database fails.
pub fn list_person_refs(conn: &mut Conn, round: RoundId) -> Result<Vec<Vec<u8>>, StoreError> {
    Ok(roll::table
        .filter(roll::round_id.eq(round.value()))
        .order(roll::person_ref)
        .select(roll::person_ref)
        .load(conn)?)
}

/// The serial number with which the next batch of codes begins.
///
/// # Errors
/// When the database fails.
pub fn find_next_serial(conn: &mut Conn, round: RoundId) -> Result<i64, StoreError> {
    let last = code_batches::table
        .filter(code_batches::round_id.eq(round.value()))
        .order(code_batches::first_serial.desc())
        .select((code_batches::first_serial, code_batches::size))
        .first::<(i64, i64)>(conn)
        .optional()?;
    Ok(last.map_or(1, |(first, size)| first.saturating_add(size)))
}

/// Notes a batch of codes. Two batches with the same first serial number cannot both be there.
///
/// # Errors
/// When another batch took the serial numbers, or the database fails.
pub fn insert_code_batch(
    conn: &mut Conn,
    round: RoundId,
    area: Option<AreaId>,
    first_serial: i64,
    size: i64,
    now: Instant,
) -> Result<(), StoreError> {
    diesel::insert_into(code_batches::table)
        .values((
            code_batches::round_id.eq(round.value()),
            code_batches::area_id.eq(area.map(AreaId::value)),
            code_batches::first_serial.eq(first_serial),
            code_batches::size.eq(size),
            code_batches::made_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}
