//! The object that `--compare --json` prints. Amounts are exact strings in major units.

use std::collections::BTreeMap;
use std::io::{self, Write};

use allmende_tally::{Exact, Fairness, Overlap, PassedOver, Satisfaction};
use serde::Serialize;

use super::Compared;
use crate::cli::tally::conditions::{self, ConditionsObject};
use crate::cli::tally::json::{RuleObject, write_object};
use crate::cli::tally::notices::{self, NoticeObject};
use crate::web::result::recount;

/// Several counts of the same ballots, for other programs.
#[derive(Debug, Serialize)]
struct Object<'a> {
    voters: u32,
    budget: Exact,
    exponent: u8,
    ties: String,
    rules: Vec<OutcomeObject<'a>>,
    overlaps: Vec<OverlapObject<'a>>,
    notices: Vec<NoticeObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<ConditionsObject<'a>>,
}

/// What one rule makes of them.
#[derive(Debug, Serialize)]
struct OutcomeObject<'a> {
    #[serde(flatten)]
    rule: RuleObject,
    /// The rule as this command takes it, with a threshold or a number of places.
    options: String,
    /// Sorted by code point.
    selected: Vec<&'a str>,
    cost: Exact,
    without_any: u32,
    average: BTreeMap<&'static str, Exact>,
    /// Null for ballots that the check does not speak of.
    fairness: Option<FairnessObject<'a>>,
}

#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
enum FairnessObject<'a> {
    Satisfied,
    PassedOver(Box<GroupObject<'a>>),
}

#[derive(Debug, Serialize)]
struct GroupObject<'a> {
    project: &'a str,
    cost: Exact,
    voters: u32,
    share: Exact,
    gain: Exact,
    times: &'a Exact,
}

/// Two rules by their places in `rules`, from 0.
#[derive(Debug, Serialize)]
struct OverlapObject<'a> {
    one: usize,
    other: usize,
    projects: u32,
    cost: Exact,
    part: &'a Exact,
}

/// Writes the object of a comparison.
pub(super) fn write(out: &mut dyn Write, compared: &Compared) -> io::Result<()> {
    let comparison = &compared.comparison;
    let exponent = comparison.exponent;
    let overlap = |overlap| overlap_object(overlap, exponent);
    let object = Object {
        voters: comparison.voters,
        budget: major(comparison.budget, exponent),
        exponent,
        ties: compared.ties.to_string(),
        rules: comparison.outcomes.iter().map(|outcome| outcome_object(outcome, exponent)).collect(),
        overlaps: comparison.overlaps.iter().map(overlap).collect(),
        notices: notices::objects(&compared.election),
        constraints: conditions::object(compared.election.instance()),
    };
    write_object(out, &object)
}

fn major(minor: i64, exponent: u8) -> Exact {
    Exact::from(minor).in_major_units(exponent)
}

fn outcome_object(outcome: &allmende_tally::Compared, exponent: u8) -> OutcomeObject<'_> {
    let mut selected: Vec<&str> = outcome.selected.iter().map(String::as_str).collect();
    selected.sort_unstable();
    let average = |(measure, average): &(Satisfaction, Exact)| {
        let is_money = *measure == Satisfaction::Cost;
        (measure.as_str(), if is_money { average.in_major_units(exponent) } else { average.clone() })
    };
    OutcomeObject {
        rule: RuleObject::new(&outcome.rule),
        options: recount::options(&outcome.rule),
        selected,
        cost: major(outcome.cost, exponent),
        without_any: outcome.without_any,
        average: outcome.average.iter().map(average).collect(),
        fairness: outcome.fairness.as_ref().map(|fairness| fairness_object(fairness, exponent)),
    }
}

fn fairness_object(fairness: &Fairness, exponent: u8) -> FairnessObject<'_> {
    match fairness {
        Fairness::Satisfied => FairnessObject::Satisfied,
        Fairness::PassedOver(PassedOver { project, cost, voters, share, gain, times }) => {
            FairnessObject::PassedOver(Box::new(GroupObject {
                project,
                cost: major(*cost, exponent),
                voters: *voters,
                share: share.in_major_units(exponent),
                gain: major(*gain, exponent),
                times,
            }))
        }
    }
}

fn overlap_object(overlap: &Overlap, exponent: u8) -> OverlapObject<'_> {
    let Overlap { one, other, projects, cost, part } = overlap;
    OverlapObject { one: *one, other: *other, projects: *projects, cost: major(*cost, exponent), part }
}
