//! Projects of a round: all of them for counts and files, and no more than a page shows for pages.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::areas::printed_number;
use super::conn::Conn;
use super::error::StoreError;
use super::schema::projects;
use crate::domain::ids::{AreaId, ProjectId, ProjectNumber, RoundId};
use crate::domain::money::Money;
use crate::domain::round::Project;

type ProjectRow = (i64, i64, i64, String, Option<i64>);

const COLUMNS: (projects::id, projects::area_id, projects::number, projects::external_id, projects::cost) =
    (projects::id, projects::area_id, projects::number, projects::external_id, projects::cost);

fn read_project((id, area, number, external_id, cost): ProjectRow) -> Result<Project, StoreError> {
    Ok(Project {
        id: ProjectId::new(id),
        area: AreaId::new(area),
        number: ProjectNumber::new(printed_number("projects", number)?),
        external_id,
        cost: cost.map(Money::from_minor),
    })
}

fn read_projects(rows: Vec<ProjectRow>) -> Result<Vec<Project>, StoreError> {
    rows.into_iter().map(read_project).collect()
}

/// A round's projects by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_projects(conn: &mut Conn, round: RoundId) -> Result<Vec<Project>, StoreError> {
    let these = projects::table.filter(projects::round_id.eq(round.value()));
    read_projects(these.order(projects::number).select(COLUMNS).load(conn)?)
}

/// The projects of some areas by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_projects_of_areas(conn: &mut Conn, areas: &[AreaId]) -> Result<Vec<Project>, StoreError> {
    let these = projects::table.filter(projects::area_id.eq_any(areas.iter().map(|area| area.value())));
    read_projects(these.order(projects::number).select(COLUMNS).load(conn)?)
}

/// Some projects by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_these_projects(conn: &mut Conn, ids: &[ProjectId]) -> Result<Vec<Project>, StoreError> {
    let these = projects::table.filter(projects::id.eq_any(ids.iter().map(|id| id.value())));
    read_projects(these.order(projects::number).select(COLUMNS).load(conn)?)
}

/// The project with a number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_project(conn: &mut Conn, round: RoundId, number: ProjectNumber) -> Result<Option<Project>, StoreError> {
    projects::table
        .filter(projects::round_id.eq(round.value()).and(projects::number.eq(i64::from(number.value()))))
        .select(COLUMNS)
        .first::<ProjectRow>(conn)
        .optional()?
        .map(read_project)
        .transpose()
}

/// A project by the little that puts it into an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProjectKey {
    /// Its row.
    pub id: ProjectId,
    /// Its printed number.
    pub number: ProjectNumber,
}

/// All projects of a round, or those of one area, by number.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_project_keys(conn: &mut Conn, round: RoundId, area: Option<AreaId>) -> Result<Vec<ProjectKey>, StoreError> {
    let mut query = projects::table.filter(projects::round_id.eq(round.value())).into_boxed();
    if let Some(area) = area {
        query = query.filter(projects::area_id.eq(area.value()));
    }
    query
        .order(projects::number)
        .select((projects::id, projects::number))
        .load::<(i64, i64)>(conn)?
        .into_iter()
        .map(|(id, number)| {
            Ok(ProjectKey { id: ProjectId::new(id), number: ProjectNumber::new(printed_number("projects", number)?) })
        })
        .collect()
}

/// How many projects each area of a round has; an area without any is left out.
///
/// # Errors
/// When the database fails.
pub fn count_projects(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<AreaId, usize>, StoreError> {
    let rows = projects::table
        .filter(projects::round_id.eq(round.value()))
        .group_by(projects::area_id)
        .select((projects::area_id, diesel::dsl::count_star()))
        .load::<(i64, i64)>(conn)?;
    Ok(rows.into_iter().map(|(area, count)| (AreaId::new(area), usize::try_from(count).unwrap_or(0))).collect())
}

/// Which drawings stand in for photos of some projects; a project without one is left out.
///
/// # Errors
/// When the database fails.
pub fn list_topics(conn: &mut Conn, ids: &[ProjectId]) -> Result<BTreeMap<ProjectId, String>, StoreError> {
    let rows = projects::table
        .filter(projects::id.eq_any(ids.iter().map(|id| id.value())).and(projects::topic.is_not_null()))
        .select((projects::id, projects::topic.assume_not_null()))
        .load::<(i64, String)>(conn)?;
    Ok(rows.into_iter().map(|(id, topic)| (ProjectId::new(id), topic)).collect())
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
