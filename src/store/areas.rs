//! Areas of a round. Their projects are in `projects`.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::areas;
use crate::domain::ids::{AreaId, AreaNumber, RoundId};
use crate::domain::money::Money;
use crate::domain::round::{Area, AreaLimit};

pub(super) fn printed_number(table: &'static str, number: i64) -> Result<u32, StoreError> {
    u32::try_from(number).map_err(|_| StoreError::corrupt(table, "number", &number.to_string()))
}

type AreaRow = (i64, i64, Option<i64>, Option<i64>, bool);

fn read_area((id, number, ceiling, places, for_everyone): AreaRow) -> Result<Area, StoreError> {
    let limit = match (ceiling, places) {
        (Some(units), None) => AreaLimit::Ceiling(Money::from_minor(units)),
        (None, Some(places)) => AreaLimit::Places(printed_number("areas", places)?),
        (Some(_), Some(_)) | (None, None) => return Err(StoreError::corrupt("areas", "ceiling", &id.to_string())),
    };
    Ok(Area { id: AreaId::new(id), number: AreaNumber::new(printed_number("areas", number)?), limit, for_everyone })
}

/// A round's areas by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_areas(conn: &mut Conn, round: RoundId) -> Result<Vec<Area>, StoreError> {
    areas::table
        .filter(areas::round_id.eq(round.value()))
        .order(areas::number)
        .select((areas::id, areas::number, areas::ceiling, areas::places, areas::for_everyone))
        .load::<AreaRow>(conn)?
        .into_iter()
        .map(read_area)
        .collect()
}

/// An area.
///
/// # Errors
/// When there is none with this id, the database fails or holds something unknown.
pub fn find_area(conn: &mut Conn, area: AreaId) -> Result<Area, StoreError> {
    let row = areas::table
        .find(area.value())
        .select((areas::id, areas::number, areas::ceiling, areas::places, areas::for_everyone))
        .first::<AreaRow>(conn)?;
    read_area(row)
}

/// Writes an area down.
///
/// # Errors
/// When the number is taken or the database fails.
pub fn insert_area(
    conn: &mut Conn,
    round: RoundId,
    number: AreaNumber,
    limit: AreaLimit,
    for_everyone: bool,
) -> Result<AreaId, StoreError> {
    let (ceiling, places) = limit_columns(limit);
    let id = diesel::insert_into(areas::table)
        .values((
            areas::round_id.eq(round.value()),
            areas::number.eq(i64::from(number.value())),
            areas::ceiling.eq(ceiling),
            areas::places.eq(places),
            areas::for_everyone.eq(for_everyone),
        ))
        .returning(areas::id)
        .get_result(conn)?;
    Ok(AreaId::new(id))
}

/// Gives an area another limit and says anew who votes there.
///
/// # Errors
/// When the database fails.
pub fn update_area(conn: &mut Conn, area: AreaId, limit: AreaLimit, for_everyone: bool) -> Result<(), StoreError> {
    let (ceiling, places) = limit_columns(limit);
    diesel::update(areas::table.find(area.value()))
        .set((areas::ceiling.eq(ceiling), areas::places.eq(places), areas::for_everyone.eq(for_everyone)))
        .execute(conn)?;
    Ok(())
}

/// How many supports a proposal needs in each area of a round that asks for some.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_supports_needed(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<AreaId, u32>, StoreError> {
    let rows = areas::table.filter(areas::round_id.eq(round.value())).select((areas::id, areas::supports_needed));
    rows.load::<(i64, Option<i64>)>(conn)?
        .into_iter()
        .filter_map(|(id, needed)| Some((AreaId::new(id), needed?)))
        .map(|(id, needed)| {
            let known = u32::try_from(needed);
            Ok((id, known.map_err(|_| StoreError::corrupt("areas", "supports_needed", &needed.to_string()))?))
        })
        .collect()
}

/// Says how many supports a proposal of an area needs.
///
/// # Errors
/// When the database fails.
pub fn update_supports_needed(conn: &mut Conn, area: AreaId, needed: Option<u32>) -> Result<(), StoreError> {
    let needed = areas::supports_needed.eq(needed.map(i64::from));
    diesel::update(areas::table.find(area.value())).set(needed).execute(conn)?;
    Ok(())
}

/// Removes an area whose names are gone.
///
/// # Errors
/// [`StoreError::Violation`] while something points at it; or when the database fails.
pub fn delete_area(conn: &mut Conn, area: AreaId) -> Result<(), StoreError> {
    diesel::delete(areas::table.find(area.value())).execute(conn)?;
    Ok(())
}

fn limit_columns(limit: AreaLimit) -> (Option<i64>, Option<i64>) {
    match limit {
        AreaLimit::Ceiling(money) => (Some(money.minor()), None),
        AreaLimit::Places(places) => (None, Some(i64::from(places))),
    }
}
