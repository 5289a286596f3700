//! What the list and the page of a project read: no more projects than they show.

use super::build::Part;
use super::outcome::find_outcome;
use super::view::Outcome;
use crate::domain::ids::{ProjectId, ProjectNumber};
use crate::domain::round::{Project, Round};
use crate::domain::slug::Slug;
use crate::store::Conn;
use crate::store::decisions::{EnteredDecision, find_decision};
use crate::store::projects::{find_project, list_project_keys, list_these_projects};
use crate::web::error::WebError;
use crate::web::projects::order::Order;
use crate::web::result::kept::KeptAllocations;
use crate::web::round::load::{
    Areas, Described, PublicRound, Reader, find_areas, find_descriptions, find_one_area, find_public_round,
};
use crate::web::round::nav::has_result;

/// Projects on one page of the list.
const PAGE: usize = 20;

/// Some projects in an order, with what they say of themselves.
pub(in crate::web) struct Cards {
    pub(in crate::web) projects: Vec<Project>,
    pub(in crate::web) described: Described,
}

/// A page of the list.
pub(super) struct ListRead {
    pub(super) found: PublicRound,
    pub(super) areas: Areas,
    pub(super) cards: Cards,
    /// How many projects the whole list has.
    pub(super) total: usize,
    /// How many pages.
    pub(super) pages: usize,
}

/// A page of the list, if it has that page and the round that area.
pub(super) fn find_list(conn: &mut Conn, slug: &Slug, part: Part, reader: Reader) -> Result<ListRead, WebError> {
    let found = find_public_round(conn, slug, reader)?;
    let areas = find_areas(conn, &found.round, reader)?;
    let area = part.area.map(|number| areas.find(number).ok_or_else(WebError::not_found)).transpose()?;
    let keys = list_project_keys(conn, found.round.id, area.map(|area| area.id))?;
    let (total, pages) = (keys.len(), keys.len().div_ceil(PAGE).max(1));
    if !(1..=pages).contains(&part.page) {
        return Err(WebError::not_found());
    }
    let skipped = part.page.saturating_sub(1).saturating_mul(PAGE);
    let ids: Vec<ProjectId> = part.order.sorted(&found.round, keys).into_iter().skip(skipped).take(PAGE).collect();
    let cards = find_cards(conn, &ids, reader)?;
    Ok(ListRead { found, areas, cards, total, pages })
}

/// The first projects of an order.
pub(in crate::web) fn find_first(
    conn: &mut Conn,
    round: &Round,
    (order, count): (Order, usize),
    reader: Reader,
) -> Result<Cards, WebError> {
    let keys = list_project_keys(conn, round.id, None)?;
    let ids: Vec<ProjectId> = order.sorted(round, keys).into_iter().take(count).collect();
    find_cards(conn, &ids, reader)
}

/// Some projects in the order of their ids here.
fn find_cards(conn: &mut Conn, ids: &[ProjectId], reader: Reader) -> Result<Cards, WebError> {
    let mut projects = list_these_projects(conn, ids)?;
    projects.sort_by_key(|project| ids.iter().position(|id| *id == project.id));
    Ok(Cards { projects, described: find_descriptions(conn, ids, reader)? })
}

/// A project with its area.
pub(super) struct ProjectRead {
    pub(super) found: PublicRound,
    pub(super) area: Areas,
    pub(super) project: Project,
    pub(super) described: Described,
    /// What became of it, once the result is public.
    pub(super) outcome: Option<Outcome>,
    /// What the council decided on it.
    pub(super) decision: Option<EnteredDecision>,
}

/// The project with a number.
pub(super) fn find_one(
    conn: &mut Conn,
    kept: &KeptAllocations,
    (slug, number): (&Slug, ProjectNumber),
    reader: Reader,
) -> Result<ProjectRead, WebError> {
    let found = find_public_round(conn, slug, reader)?;
    let project = find_project(conn, found.round.id, number)?.ok_or_else(WebError::not_found)?;
    let (outcome, decision) = if has_result(&found.round, reader) {
        (Some(find_outcome(conn, kept, found.round.id, &project)?), find_decision(conn, project.id)?)
    } else {
        (None, None)
    };
    Ok(ProjectRead {
        area: find_one_area(conn, project.area, reader)?,
        described: find_descriptions(conn, &[project.id], reader)?,
        found,
        project,
        outcome,
        decision,
    })
}
