//! The object that `--json` prints. Amounts are exact strings in major units, scores whole numbers.

use allmende_tally::{Allocation, Completion, Exact, Reason, Rule, Satisfaction, Step};
use serde::Serialize;

/// One count, for other programs.
#[derive(Debug, Serialize)]
pub(super) struct Object<'a> {
    rule: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    satisfaction: Option<Satisfaction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    completion: Option<Completion>,
    ties: String,
    budget: Exact,
    cost: Exact,
    welfare: Exact,
    selected: Vec<&'a str>,
    order: Vec<&'a str>,
    projects: Vec<ProjectObject<'a>>,
    /// The factor from minor units, which reasons and steps are in, to major ones, as a power of ten.
    exponent: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    steps: Option<&'a [Step]>,
}

#[derive(Debug, Serialize)]
struct ProjectObject<'a> {
    id: &'a str,
    cost: Option<Exact>,
    score: i64,
    funded: bool,
    reason: &'a Reason,
}

pub(super) fn object<'a>(allocation: &'a Allocation, costs: &[Option<i64>], with_steps: bool) -> Object<'a> {
    let major = |minor: i64| Exact::from(minor).in_major_units(allocation.exponent);
    let (satisfaction, completion) = match allocation.rule {
        Rule::EqualShares { satisfaction, completion } => (Some(satisfaction), Some(completion)),
        Rule::Ranking { .. } | Rule::Top { .. } => (None, None),
    };
    let order: Vec<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
    let mut selected = order.clone();
    selected.sort_unstable();
    let projects = allocation.outcomes.iter().zip(costs).map(|(outcome, cost)| ProjectObject {
        id: &outcome.id,
        cost: cost.map(major),
        score: outcome.score,
        funded: outcome.funded,
        reason: &outcome.reason,
    });
    Object {
        rule: allocation.rule.name().as_str(),
        satisfaction,
        completion,
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
        projects: projects.collect(),
        exponent: allocation.exponent,
        steps: with_steps.then_some(allocation.steps.as_slice()),
    }
}
