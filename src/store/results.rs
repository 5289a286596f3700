//! Allocations as they were counted, and the files that a published result offers.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{allocations, result_files};
use crate::domain::ids::{AreaId, RoundId};
use crate::domain::time::Instant;

/// What the count of one area came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AllocationRow {
    /// The area.
    pub area: AreaId,
    /// How many ballots were counted.
    pub ballots: i64,
    /// The allocation with its steps, as JSON.
    pub body: String,
    /// What other rules would have made of the same ballots, as JSON; none for counts from before this was kept.
    pub comparison: Option<String>,
}

/// Writes down what a count came to, in place of an earlier count that was not published.
///
/// # Errors
/// When the database fails.
pub fn replace_allocation(
    conn: &mut Conn,
    round: RoundId,
    new: &AllocationRow,
    now: Instant,
) -> Result<(), StoreError> {
    diesel::delete(allocations::table.find((round.value(), new.area.value()))).execute(conn)?;
    diesel::insert_into(allocations::table)
        .values((
            allocations::round_id.eq(round.value()),
            allocations::area_id.eq(new.area.value()),
            allocations::ballots.eq(new.ballots),
            allocations::body.eq(&new.body),
            allocations::comparison.eq(&new.comparison),
            allocations::counted_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// The allocations of a round.
///
/// # Errors
/// When the database fails.
pub fn list_allocations(conn: &mut Conn, round: RoundId) -> Result<Vec<AllocationRow>, StoreError> {
    let rows = allocations::table
        .filter(allocations::round_id.eq(round.value()))
        .order(allocations::area_id)
        .select((allocations::area_id, allocations::ballots, allocations::body, allocations::comparison))
        .load::<(i64, i64, String, Option<String>)>(conn)?;
    let read = |(area, ballots, body, comparison)| AllocationRow { area: AreaId::new(area), ballots, body, comparison };
    Ok(rows.into_iter().map(read).collect())
}

/// A counted area, without what the count came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CountedRow {
    /// The area.
    pub area: AreaId,
    /// How many ballots were counted.
    pub ballots: i64,
    /// When. Counted again, an area has another time.
    pub counted_at: Instant,
}

/// The counted areas of a round.
///
/// # Errors
/// When the database fails.
pub fn list_counted(conn: &mut Conn, round: RoundId) -> Result<Vec<CountedRow>, StoreError> {
    let rows = allocations::table
        .filter(allocations::round_id.eq(round.value()))
        .order(allocations::area_id)
        .select((allocations::area_id, allocations::ballots, allocations::counted_at))
        .load::<(i64, i64, chrono::NaiveDateTime)>(conn)?;
    let read = |(area, ballots, counted_at)| CountedRow {
        area: AreaId::new(area),
        ballots,
        counted_at: Instant::from_utc(counted_at),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// What the count of an area came to, and what other rules would have come to, as JSON.
///
/// # Errors
/// When the area is not counted or the database fails.
pub fn find_allocation(conn: &mut Conn, round: RoundId, area: AreaId) -> Result<(String, Option<String>), StoreError> {
    let found = allocations::table.find((round.value(), area.value()));
    Ok(found.select((allocations::body, allocations::comparison)).first(conn)?)
}

/// When a round was counted, or counted last.
///
/// # Errors
/// When the database fails.
pub fn find_counted_at(conn: &mut Conn, round: RoundId) -> Result<Option<Instant>, StoreError> {
    let last = allocations::table
        .filter(allocations::round_id.eq(round.value()))
        .select(diesel::dsl::max(allocations::counted_at))
        .get_result::<Option<chrono::NaiveDateTime>>(conn)?;
    Ok(last.map(Instant::from_utc))
}

/// How many areas of a round are counted.
///
/// # Errors
/// When the database fails.
pub fn count_allocations(conn: &mut Conn, round: RoundId) -> Result<i64, StoreError> {
    Ok(allocations::table.filter(allocations::round_id.eq(round.value())).count().get_result(conn)?)
}

/// A file of a published result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResultFile {
    /// The area whose ballots it holds.
    pub area: AreaId,
    /// The SHA-256 of its bytes in hexadecimal, under which the bytes are kept.
    pub content_hash: String,
    /// How long it is.
    pub bytes: i64,
}

/// Notes a file of a result.
///
/// # Errors
/// When the area has a file already or the database fails.
pub fn insert_result_file(conn: &mut Conn, round: RoundId, file: &ResultFile) -> Result<(), StoreError> {
    diesel::insert_into(result_files::table)
        .values((
            result_files::round_id.eq(round.value()),
            result_files::area_id.eq(file.area.value()),
            result_files::content_hash.eq(&file.content_hash),
            result_files::bytes.eq(file.bytes),
        ))
        .execute(conn)?;
    Ok(())
}

/// The files of a round's result.
///
/// # Errors
/// When the database fails.
pub fn list_result_files(conn: &mut Conn, round: RoundId) -> Result<Vec<ResultFile>, StoreError> {
    let rows = result_files::table
        .filter(result_files::round_id.eq(round.value()))
        .order(result_files::area_id)
        .select((result_files::area_id, result_files::content_hash, result_files::bytes))
        .load::<(i64, String, i64)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(area, content_hash, bytes)| ResultFile { area: AreaId::new(area), content_hash, bytes })
        .collect())
}
