//! The object that `--json` prints. Amounts are exact strings in major units, scores whole numbers.

use std::io::{self, Write};

use allmende_tally::{Completion, Exact, Increment, Reason, Rule, Satisfaction, Step};
use serde::Serialize;

use super::Counted;
use super::conditions::{self, ConditionsObject};
use super::notices::{self, NoticeObject};

/// One count, for other programs.
#[derive(Debug, Serialize)]
struct Object<'a> {
    #[serde(flatten)]
    rule: RuleObject,
    ties: String,
    budget: Exact,
    cost: Exact,
    /// The total satisfaction under the measure used; where there is none, the sum of scores.
    welfare: Exact,
    selected: Vec<&'a str>,
    order: Vec<&'a str>,
    projects: Vec<ProjectObject<'a>>,
    /// The factor from minor units, which reasons and steps are in, to major ones, as a power of ten.
    exponent: u8,
    /// What is odd in the file, but was read in a documented way.
    notices: Vec<NoticeObject<'a>>,
    /// What the outcome had to keep to beside the budget.
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<ConditionsObject<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<&'a [Step]>,
}

/// A rule, with the settings that it has and no others.
#[derive(Debug, Default, Serialize)]
pub(super) struct RuleObject {
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    satisfaction: Option<Satisfaction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<Completion>,
    /// Where it is not the usual one.
    #[serde(skip_serializing_if = "Option::is_none")]
    increment: Option<Increment>,
    /// Where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    threshold: Option<i64>,
    /// Whether the first project that does not fit ends the count.
    #[serde(skip_serializing_if = "Option::is_none")]
    no_skip: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    seats: Option<u32>,
}

impl RuleObject {
    pub(super) fn new(rule: &Rule) -> Self {
        let named = Self { rule: rule.name().as_str(), satisfaction: rule.satisfaction(), ..Self::default() };
        match *rule {
            Rule::EqualShares { completion, increment, .. } => Self {
                completion: Some(completion),
                increment: (completion.raises() && !increment.is_one()).then_some(increment),
                ..named
            },
            Rule::Ranking { threshold, stop_at_first_misfit } => {
                Self { threshold, no_skip: Some(stop_at_first_misfit), ..named }
            }
            Rule::Top { seats, threshold } => Self { threshold, seats: Some(seats), ..named },
            Rule::Greedy { .. } | Rule::Welfare { .. } | Rule::Phragmen => named,
        }
    }
}

#[derive(Debug, Serialize)]
struct ProjectObject<'a> {
    id: &'a str,
    cost: Option<Exact>,
    score: i64,
    funded: bool,
    reason: &'a Reason,
}

/// Writes the object of a count.
pub(super) fn write(out: &mut dyn Write, counted: &Counted, with_steps: bool) -> io::Result<()> {
    write_object(out, &object(counted, with_steps))
}

/// Writes an object on lines of its own.
pub(super) fn write_object(out: &mut dyn Write, object: &impl Serialize) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, object)?;
    writeln!(out)
}

fn object(counted: &Counted, with_steps: bool) -> Object<'_> {
    let Counted { election, allocation, .. } = counted;
    let major = |minor: i64| Exact::from(minor).in_major_units(allocation.exponent);
    let satisfaction = allocation.rule.satisfaction();
    let order: Vec<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
    let mut selected = order.clone();
    selected.sort_unstable();
    let projects = allocation.outcomes.iter().zip(election.instance().projects());
    Object {
        rule: RuleObject::new(&allocation.rule),
        ties: allocation.ties.to_string(),
        budget: major(allocation.budget),
        cost: major(allocation.cost),
        welfare: if satisfaction == Some(Satisfaction::Cost) {
            allocation.welfare.in_major_units(allocation.exponent)
        } else {
            allocation.welfare.clone()
        },
        selected,
        order,
        projects: projects
            .map(|(outcome, project)| ProjectObject {
                id: &outcome.id,
                cost: project.cost.map(major),
                score: outcome.score,
                funded: outcome.funded,
                reason: &outcome.reason,
            })
            .collect(),
        exponent: allocation.exponent,
        notices: notices::objects(election),
        constraints: conditions::object(election.instance()),
        steps: with_steps.then_some(allocation.steps.as_slice()),
    }
}
