//! The view of the ballot: the voter's areas with what is chosen in them and what is wrong with it.

use std::collections::BTreeMap;

use super::door::until;
use super::load::{BallotRead, Standing};
use super::order::VoterOrder;
use super::problem::ballot_problem;
use super::sent::Filled;
use super::view::{BallotArea, BallotProject, VoteBallot};
use crate::domain::ballot::BallotProblem;
use crate::domain::ids::{AreaNumber, ProjectNumber};
use crate::domain::round::{Area, Project};
use crate::locale::Words;
use crate::web::parts::{Problem, paragraphs, printed_number, written};
use crate::web::round::build::{area_money, area_places, is_binding};
use crate::web::routes;

/// What is wrong, in words: all of it, and by the place where it stands.
#[derive(Default)]
struct Told {
    all: Vec<Problem>,
    at: BTreeMap<String, String>,
}

pub(super) fn vote_ballot(
    read: &BallotRead,
    order: &VoterOrder,
    filled: &Filled,
    problems: &[BallotProblem],
    words: Words<'_>,
) -> VoteBallot {
    let round = &read.found.round;
    let told = tell(read, problems, words);
    let following = read.areas().iter().skip(1).map(|area| Some(area.number.value())).chain([None]);
    let areas = read.areas().iter().zip(following).map(|(area, next_number)| {
        let projects = projects(read, area, order, filled, &told, words);
        ballot_area(read, area, next_number, projects, filled, &told, words)
    });
    let areas: Vec<BallotArea> = areas.collect();
    VoteBallot {
        round_title: read.found.text.title.clone(),
        until: until(round, words),
        binding: is_binding(round),
        format: round.format.into(),
        offers_blank: areas.len() > 1 || !filled.ballot.blank.is_empty() || problems.contains(&BallotProblem::Empty),
        areas,
        problems: told.all,
        ballot_version: round.ballot_version.to_string(),
        replaces: read.standing() == Standing::Cast,
        check_url: routes::check(words.language(), &round.slug),
    }
}

fn tell(read: &BallotRead, problems: &[BallotProblem], words: Words<'_>) -> Told {
    let names = read.names();
    let mut told = Told::default();
    for problem in problems {
        let problem = ballot_problem(*problem, read.found.round.format, &names, words);
        if let Some(anchor) = &problem.anchor {
            told.at.entry(anchor.clone()).or_insert_with(|| problem.text.clone());
        }
        told.all.push(problem);
    }
    told
}

fn ballot_area(
    read: &BallotRead,
    area: &Area,
    next_number: Option<u32>,
    projects: Vec<BallotProject>,
    filled: &Filled,
    told: &Told,
    words: Words<'_>,
) -> BallotArea {
    let round = &read.found.round;
    let given = projects.iter().fold(0_i64, |sum, project| sum.saturating_add(project.value));
    let number: AreaNumber = area.number;
    let problem = told.at.get(&format!("area{number}")).or_else(|| told.at.get(&format!("blank{number}")));
    BallotArea {
        number: number.value(),
        name: read.area_name(area),
        money: area_money(area, round, words),
        places: area_places(area),
        given,
        left: i64::from(round.format.max_sum()).saturating_sub(given),
        blank: filled.ballot.blank.contains(&number),
        problem: problem.cloned(),
        next_number,
        projects,
    }
}

fn projects(
    read: &BallotRead,
    area: &Area,
    order: &VoterOrder,
    filled: &Filled,
    told: &Told,
    words: Words<'_>,
) -> Vec<BallotProject> {
    let mut projects = read.projects_of(area);
    order.sort(&mut projects);
    let values: BTreeMap<ProjectNumber, i64> = filled.ballot.entries.iter().copied().collect();
    let row = |project: &Project| {
        let text = read.project_text(project);
        BallotProject {
            number: project.number.value(),
            printed: printed_number(project.number),
            title: text.title,
            cost: project.cost.map(|cost| words.money(cost, &read.found.round.currency)),
            summary: text.summary,
            paragraphs: paragraphs(&text.description),
            place: written(&text.place),
            value: values.get(&project.number).copied().unwrap_or_default(),
            problem: told.at.get(&format!("p{}", project.number)).cloned(),
        }
    };
    projects.iter().map(row).collect()
}
