//! Areas and projects of a round.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{areas, projects};
use crate::domain::ids::{AreaId, AreaNumber, ProjectId, ProjectNumber, RoundId};
use crate::domain::money::Money;
use crate::domain::round::{Area, AreaLimit, Project};

fn printed_number(table: &'static str, number: i64) -> Result<u32, StoreError> {
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

/// A round's projects by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_projects(conn: &mut Conn, round: RoundId) -> Result<Vec<Project>, StoreError> {
    projects::table
        .filter(projects::round_id.eq(round.value()))
        .order(projects::number)
        .select((projects::id, projects::area_id, projects::number, projects::external_id, projects::cost))
        .load::<(i64, i64, i64, String, Option<i64>)>(conn)?
        .into_iter()
        .map(|(id, area, number, external_id, cost)| {
            Ok(Project {
                id: ProjectId::new(id),
                area: AreaId::new(area),
                number: ProjectNumber::new(printed_number("projects", number)?),
                external_id,
                cost: cost.map(Money::from_minor),
            })
        })
        .collect()
}

/// Which drawings stand in for photos of a round's projects; a project without one is left out.
///
/// # Errors
/// When the database fails.
pub fn list_topics(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<ProjectId, String>, StoreError> {
    let rows = projects::table
        .filter(projects::round_id.eq(round.value()).and(projects::topic.is_not_null()))
        .select((projects::id, projects::topic.assume_not_null()))
        .load::<(i64, String)>(conn)?;
    Ok(rows.into_iter().map(|(id, topic)| (ProjectId::new(id), topic)).collect())
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
    let (ceiling, places) = match limit {
        AreaLimit::Ceiling(money) => (Some(money.minor()), None),
        AreaLimit::Places(places) => (None, Some(i64::from(places))),
    };
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

/// A project as it is first written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProject<'a> {
    /// Its printed number within the round.
    pub number: ProjectNumber,
    /// Its id in `.pb` files.
    pub external_id: &'a str,
    /// What it costs.
    pub cost: Option<Money>,
    /// Which drawing stands in for a photo.
    pub topic: Option<&'a str>,
}

/// Writes a project down.
///
/// # Errors
/// When its number or external id is taken or the database fails.
pub fn insert_project(
    conn: &mut Conn,
    round: RoundId,
    area: AreaId,
    new: &NewProject<'_>,
) -> Result<ProjectId, StoreError> {
    let id = diesel::insert_into(projects::table)
        .values((
            projects::round_id.eq(round.value()),
            projects::area_id.eq(area.value()),
            projects::number.eq(i64::from(new.number.value())),
            projects::external_id.eq(new.external_id),
            projects::cost.eq(new.cost.map(Money::minor)),
            projects::topic.eq(new.topic),
        ))
        .returning(projects::id)
        .get_result(conn)?;
    Ok(ProjectId::new(id))
}
