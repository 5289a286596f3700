//! From a counted round to the views of its pages.

mod area;
mod comparison;
mod count;
mod data;
pub(super) mod figures;
mod numbers;
mod pages;
mod ties;
mod turnout;

pub(in crate::web) use data::check_value;
pub(super) use data::file_name;
pub(in crate::web) use pages::in_short;
pub(super) use pages::{area_page, overview, waiting};
pub(in crate::web) use ties::count_ties;

use std::collections::BTreeMap;

use allmende_tally::{Allocation, Exact, Outcome};

use super::load::CountedArea;
use super::view::{ProjectLabel, Unit};
use crate::domain::format::BallotFormat;
use crate::domain::money::Money;
use crate::domain::round::{Origin, Project, Round};
use crate::locale::{Language, Rounding, Words, money_of_exact};
use crate::store::texts::{ProjectText, Written};
use crate::web::parts::printed_number;

/// What every part of the pages is written with.
#[derive(Clone, Copy)]
pub(in crate::web) struct Pen<'a> {
    pub(in crate::web) words: Words<'a>,
    pub(in crate::web) round: &'a Round,
}

impl Pen<'_> {
    pub(super) fn language(&self) -> Language {
        self.words.language()
    }

    /// An amount in minor units.
    pub(in crate::web) fn money(&self, minor: i64) -> String {
        self.words.money_exact(Money::from_minor(minor), &self.round.currency)
    }

    /// An exact amount in minor units, rounded; none when it passes 64 bits.
    pub(super) fn exact(&self, minor: &Exact, rounding: Rounding) -> Option<String> {
        let amount = money_of_exact(&minor.to_string(), 1, rounding)?;
        Some(self.words.money_exact(amount, &self.round.currency))
    }

    /// What ballots of the round are summed in.
    pub(in crate::web) const fn unit(&self) -> Unit {
        match self.round.format {
            BallotFormat::Points { .. } => Unit::Points,
            BallotFormat::Approval { .. } => Unit::Votes,
        }
    }

    pub(in crate::web) fn label(&self, project: &Project, text: &Written<ProjectText>) -> ProjectLabel {
        let number = match self.round.origin {
            Origin::Imported => project.external_id.clone(),
            Origin::Live | Origin::Generated => printed_number(project.number),
        };
        let foreign = text.language != self.language().written();
        ProjectLabel { number, title: text.text.title.clone(), language: foreign.then(|| text.language.clone()) }
    }
}

/// A counted area whose projects can be found by the ids that the count names them with.
pub(super) struct Ledger<'a> {
    pub(super) pen: Pen<'a>,
    pub(super) counted: &'a CountedArea,
    projects: BTreeMap<&'a str, &'a (Project, Written<ProjectText>)>,
    outcomes: BTreeMap<&'a str, &'a Outcome>,
}

impl<'a> Ledger<'a> {
    pub(super) fn new(pen: Pen<'a>, counted: &'a CountedArea) -> Self {
        let projects = counted.projects.iter().map(|one| (one.0.external_id.as_str(), one)).collect();
        let outcomes = counted.allocation.outcomes.iter().map(|one| (one.id.as_str(), one)).collect();
        Self { pen, counted, projects, outcomes }
    }

    pub(super) fn allocation(&self) -> &'a Allocation {
        &self.counted.allocation
    }

    pub(super) fn project(&self, id: &str) -> Option<&'a (Project, Written<ProjectText>)> {
        self.projects.get(id).copied()
    }

    pub(super) fn outcome(&self, id: &str) -> Option<&'a Outcome> {
        self.outcomes.get(id).copied()
    }

    /// A project's name; its id alone if the round does not have it, which no count of ours says.
    pub(super) fn label(&self, id: &str) -> ProjectLabel {
        match self.project(id) {
            Some((project, text)) => self.pen.label(project, text),
            None => ProjectLabel { number: id.to_owned(), title: String::new(), language: None },
        }
    }

    /// Every outcome by falling score, equal ones in the order of the ballot.
    pub(super) fn by_falling_score(&self) -> Vec<&'a Outcome> {
        let mut sorted: Vec<&Outcome> = self.allocation().outcomes.iter().collect();
        sorted.sort_by_key(|outcome| std::cmp::Reverse(outcome.score));
        sorted
    }
}

/// A number that is never negative; the count's numbers are not.
pub(in crate::web) fn natural(number: i64) -> u64 {
    u64::try_from(number).unwrap_or(0)
}

/// A number of things.
pub(in crate::web) fn many(things: usize) -> u64 {
    u64::try_from(things).unwrap_or(u64::MAX)
}
