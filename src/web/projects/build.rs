//! The views of the list and of a single project.

use super::load::{Cards, ListRead, ProjectRead};
use super::order::Order;
use super::view::{AreaOption, Outcome, ProjectShow, ProjectsIndex};
use crate::domain::ids::AreaNumber;
use crate::domain::round::{Area, Project, Round};
use crate::locale::Words;
use crate::web::council::told::at_council;
use crate::web::parts::{Pager, ProjectCard, paragraphs, printed_number, written};
use crate::web::round::build::{area_money, voters};
use crate::web::round::load::{Areas, Described, PublicRound, Reader};
use crate::web::round::nav::{has_result, moment_of, takes_ballots};
use crate::web::routes;

/// Which part of the list is asked for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Part {
    pub(super) order: Order,
    pub(super) area: Option<AreaNumber>,
    /// From 1.
    pub(super) page: usize,
}

/// The address of a page of the list.
pub(super) fn address(list: &str, part: Part) -> String {
    let area = part.area.map(|area| format!("area={area}&")).unwrap_or_default();
    let page = if part.page > 1 { format!("&page={}", part.page) } else { String::new() };
    format!("{list}?{area}order={}{page}", part.order.number())
}

pub(super) fn projects_index(read: &ListRead, part: Part, reader: Reader, words: Words<'_>) -> ProjectsIndex {
    let PublicRound { round, text } = &read.found;
    let list_url = routes::projects(reader.language, &round.slug);
    let option = |area: &Area| AreaOption {
        number: area.number.value(),
        name: read.areas.name(area.id).to_owned(),
        chosen: part.area == Some(area.number),
    };
    let areas: Vec<AreaOption> = read.areas.all.iter().map(option).collect();
    ProjectsIndex {
        round_title: text.title.clone(),
        round_url: routes::round(reader.language, &round.slug),
        area_name: areas.iter().find(|area| area.chosen).map(|area| area.name.clone()),
        areas,
        order: part.order.number(),
        total: read.total,
        projects: cards(&read.cards, round, &read.areas, (reader, words)),
        page_number: part.page,
        page_count: read.pages,
        pager: Pager::new(part.page, read.pages, |page| address(&list_url, Part { page, ..part })),
        list_url,
    }
}

/// Projects in a list.
pub(in crate::web) fn cards(
    cards: &Cards,
    round: &Round,
    areas: &Areas,
    (reader, words): (Reader, Words<'_>),
) -> Vec<ProjectCard> {
    cards.projects.iter().map(|project| card(project, round, areas, &cards.described, (reader, words))).collect()
}

fn card(
    project: &Project,
    round: &Round,
    areas: &Areas,
    described: &Described,
    (reader, words): (Reader, Words<'_>),
) -> ProjectCard {
    let text = described.text(project.id);
    ProjectCard {
        number: printed_number(project.number),
        title: text.title,
        url: routes::project(reader.language, &round.slug, project.number),
        area: areas.name(project.area).to_owned(),
        cost: project.cost.map(|cost| words.money(cost, &round.currency)),
        summary: text.summary,
        place: written(&text.place),
        topic: described.topic(project.id),
    }
}

pub(super) fn project_show(read: &ProjectRead, council_name: String, reader: Reader, words: Words<'_>) -> ProjectShow {
    let ProjectRead { found: PublicRound { round, text }, area, project, described, .. } = read;
    let (language, slug) = (reader.language, &round.slug);
    let shown = card(project, round, area, described, (reader, words));
    ProjectShow {
        round_title: text.title.clone(),
        projects_url: routes::projects(language, slug),
        voters: voters(round),
        number: shown.number,
        title: shown.title,
        summary: shown.summary,
        paragraphs: paragraphs(&described.text(project.id).description),
        topic: shown.topic,
        area: shown.area,
        area_money: area.all.first().and_then(|area| area_money(area, round, words)),
        cost: shown.cost,
        place: shown.place,
        moment: moment_of(round, reader, words),
        vote_url: takes_ballots(round, reader).then(|| routes::vote(language, slug)),
        outcome: read.outcome,
        council: read
            .outcome
            .and_then(|outcome| at_council(round, outcome == Outcome::Funded, read.decision.as_ref(), words)),
        council_name,
        decision_on: round.decision_expected_at.map(|at| words.date_with_weekday(at)),
        result_url: has_result(round, reader).then(|| routes::result(language, slug)),
    }
}
