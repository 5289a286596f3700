//! The views of the list and of a single project.

use super::order::Order;
use super::outcome::Outcomes;
use super::view::{AreaOption, ProjectShow, ProjectsIndex};
use crate::domain::ids::AreaNumber;
use crate::domain::round::{Area, Project, Round};
use crate::locale::Words;
use crate::web::parts::{Pager, ProjectCard, paragraphs, printed_number, written};
use crate::web::round::build::area_money;
use crate::web::round::load::{Described, Listing, PublicRound, Reader};
use crate::web::round::nav::{has_result, moment_of, takes_ballots};
use crate::web::routes;

/// Projects on one page of the list.
pub(super) const PAGE: usize = 20;

/// Which part of the list is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) order: Order,
    pub(super) area: Option<AreaNumber>,
    /// From 1.
    pub(super) page: usize,
}

/// A page of the list, with how many there are.
#[derive(Debug)]
pub(super) struct Slice {
    pub(super) projects: Vec<Project>,
    pub(super) total: usize,
    pub(super) pages: usize,
}

/// The projects of one page; none when the list has no such page or the round no such area.
pub(super) fn slice(round: &Round, listing: &Listing, part: Part) -> Option<Slice> {
    let area = match part.area {
        None => None,
        Some(number) => Some(listing.areas.iter().find(|area| area.number == number)?.id),
    };
    let mut all: Vec<&Project> =
        listing.projects.iter().filter(|project| area.is_none_or(|area| project.area == area)).collect();
    part.order.sort(round, &mut all);
    let (total, pages) = (all.len(), all.len().div_ceil(PAGE).max(1));
    if !(1..=pages).contains(&part.page) {
        return None;
    }
    let skipped = part.page.saturating_sub(1).saturating_mul(PAGE);
    Some(Slice { projects: all.into_iter().skip(skipped).take(PAGE).cloned().collect(), total, pages })
}

/// The address of a page of the list.
pub(super) fn address(list: &str, part: Part) -> String {
    let area = part.area.map(|area| format!("area={area}&")).unwrap_or_default();
    let page = if part.page > 1 { format!("&page={}", part.page) } else { String::new() };
    format!("{list}?{area}order={}{page}", part.order.number())
}

pub(super) fn projects_index(
    found: &PublicRound,
    listing: &Listing,
    (part, slice, described): (Part, &Slice, &Described),
    reader: Reader,
    words: Words<'_>,
) -> ProjectsIndex {
    let PublicRound { round, text } = found;
    let list_url = routes::projects(reader.language, &round.slug);
    let option = |area: &Area| AreaOption {
        number: area.number.value(),
        name: listing.area_name(area.id).to_owned(),
        chosen: part.area == Some(area.number),
    };
    let areas: Vec<AreaOption> = listing.areas.iter().map(option).collect();
    let cards = slice.projects.iter().map(|project| card(project, round, listing, described, (reader, words)));
    ProjectsIndex {
        round_title: text.title.clone(),
        round_url: routes::round(reader.language, &round.slug),
        area_name: areas.iter().find(|area| area.chosen).map(|area| area.name.clone()),
        areas,
        order: part.order.number(),
        total: slice.total,
        projects: cards.collect(),
        page_number: part.page,
        page_count: slice.pages,
        pager: Pager::new(part.page, slice.pages, |page| address(&list_url, Part { page, ..part })),
        list_url,
    }
}

/// A project in a list.
pub(in crate::web) fn card(
    project: &Project,
    round: &Round,
    listing: &Listing,
    described: &Described,
    (reader, words): (Reader, Words<'_>),
) -> ProjectCard {
    let text = described.text(project.id);
    ProjectCard {
        number: printed_number(project.number),
        title: text.title,
        url: routes::project(reader.language, &round.slug, project.number),
        area: listing.area_name(project.area).to_owned(),
        cost: project.cost.map(|cost| words.money(cost, &round.currency)),
        summary: text.summary,
        place: written(&text.place),
        topic: described.topic(project.id),
    }
}

pub(super) fn project_show(
    found: &PublicRound,
    listing: &Listing,
    (project, described, outcomes): (&Project, &Described, Option<&Outcomes>),
    reader: Reader,
    words: Words<'_>,
) -> ProjectShow {
    let PublicRound { round, text } = found;
    let (language, slug) = (reader.language, &round.slug);
    let area = listing.areas.iter().find(|area| area.id == project.area);
    let shown = card(project, round, listing, described, (reader, words));
    ProjectShow {
        round_title: text.title.clone(),
        projects_url: routes::projects(language, slug),
        number: shown.number,
        title: shown.title,
        summary: shown.summary,
        paragraphs: paragraphs(&described.text(project.id).description),
        topic: shown.topic,
        area: shown.area,
        area_money: area.and_then(|area| area_money(area, round, words)),
        cost: shown.cost,
        place: shown.place,
        moment: moment_of(round, reader, words),
        vote_url: takes_ballots(round, reader).then(|| routes::vote(language, slug)),
        outcome: outcomes.map(|outcomes| outcomes.of(project)),
        result_url: has_result(round, reader).then(|| routes::result(language, slug)),
    }
}
