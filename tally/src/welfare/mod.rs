//! The best set: of all sets of projects within the budget, the one of greatest total satisfaction.
//!
//! That is the 0-1 knapsack problem, for which no useful bound on the time is known. On elections that people hold the
//! [`search`] takes a millisecond to half a second, with up to 200 projects. Where it would take long, a [`table`] over
//! money takes over if the budget is at most a million times the greatest common divisor of the costs. What is left are
//! costs of many digits that have nothing in common, or many ceilings and incompatible pairs that bind at once: there
//! the count ends at a bound [of work](work::MOST_STATES) or [of memory](work::MOST_AT_ONCE), with
//! [`CountError::TooMuchWork`] or [`CountError::TooManyAtOnce`].

mod bounds;
mod field;
mod first;
mod search;
mod state;
mod table;
mod work;

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, CountError, Progress, Stage};
use crate::guard::Guard;
use crate::ranking::reasons;
use crate::satisfaction::Satisfaction;

use field::{Field, Set};
use first::first_in_ties;
use search::best_set;
use state::Best;
use work::{MOST_STATES, TooMuchWork, Work};

/// Takes the set of greatest total satisfaction. Of several, it is the one that costs least; of several of those, the
/// one that comes first in the order of ties: it has the first project in that order that only one of the two has.
///
/// Projects that are worth nothing to anybody are never taken. Chosen projects are listed by their total satisfaction,
/// the greatest first. A project that is left out is told how much less the best set has that includes it, by another
/// search for each.
///
/// Nimrod Talmon and Piotr Faliszewski, *A Framework for Approval-Based Budgeting Methods*, AAAI 2019, has the rule for
/// approval ballots.
///
/// # Errors
/// When the bound of work is passed.
pub(crate) fn count(
    contest: &Contest<'_>,
    satisfaction: Satisfaction,
    progress: &mut dyn FnMut(Progress),
) -> Result<Chosens, CountError> {
    let totals = contest.totals(satisfaction);
    let total = |project: usize| totals.get(project).cloned().unwrap_or_default();
    let guard = Guard::new(contest);
    let Sorted { open, mut refused, mut steps } = sorted(contest, &guard, total);
    let field = Field::new(contest, &guard, &open, contest.budget());
    let Searched { best, lacking, unlike } = search_all(&field, &open, &mut Work::of(MOST_STATES), progress)?;
    for Lacking { project, worth, dearer } in lacking {
        refused.push((project, Reason::NotInBestSet { lacking: BigInt::from(worth).into(), dearer: signed(dearer) }));
    }
    steps.push(Step::BestSet { welfare: BigInt::from(best.worth).into(), cost: signed(best.cost) });
    let members = |set: &Set| -> Vec<usize> {
        open.iter().enumerate().filter(|(place, _)| set.has(*place)).map(|(_, (project, _))| *project).collect()
    };
    let tied = members(&unlike);
    if !tied.is_empty() {
        steps.push(Step::Tied { projects: contest.ids(&tied) });
    }
    let mut taken = members(&best.set);
    taken.sort_by_key(|project| std::cmp::Reverse(total(*project)));
    let reasons = reasons(contest, &taken, refused, ChosenBy::Rule);
    Ok(Chosens { order: taken, reasons, steps })
}

/// The projects before the search.
struct Sorted {
    /// Those that can be taken, in the order of ties, with what they are worth.
    open: Vec<(usize, u128)>,
    refused: Vec<(usize, Reason)>,
    steps: Vec<Step>,
}

fn sorted(contest: &Contest<'_>, guard: &Guard<'_>, total: impl Fn(usize) -> BigInt) -> Sorted {
    let budget = contest.budget();
    let mut sorted = Sorted { open: Vec::new(), refused: Vec::new(), steps: Vec::new() };
    let mut running = contest.running();
    running.sort_by(|one, other| contest.compare_tied(*one, *other));
    for project in running {
        let cost = contest.cost(project);
        if let Some(reason) = guard.refuses(project) {
            sorted.steps.push(Step::StruckOut { project: contest.id(project), reason: reason.clone() });
            sorted.refused.push((project, reason));
        } else if total(project).is_zero() {
            sorted.refused.push((project, Reason::NoSupporters));
        } else if cost > budget {
            sorted.refused.push((project, Reason::DoesNotFit { left: budget, cost }));
        } else {
            sorted.open.push((project, total(project).to_u128().unwrap_or(u128::MAX)));
        }
    }
    sorted
}

/// What the searches found.
struct Searched {
    best: Best,
    /// Of each project left out.
    lacking: Vec<Lacking>,
    /// The projects that only some of the equally good sets have that were looked at.
    unlike: Set,
}

/// What speaks against the best set with a project.
struct Lacking {
    project: usize,
    /// How much less it is worth.
    worth: u128,
    /// How much more it costs, where it is worth as much.
    dearer: u64,
}

/// Finds the greatest worth and the least cost for it, then the best set with each project that was left out, and only
/// where one of these is as good, the one that comes first.
fn search_all(
    field: &Field,
    open: &[(usize, u128)],
    work: &mut Work,
    progress: &mut dyn FnMut(Progress),
) -> Result<Searched, TooMuchWork> {
    progress(Progress { stage: Stage::Searching, done: 0 });
    let any = best_set(field, None, work)?;
    let mut with = Vec::new();
    let mut some = any.set.clone();
    for (place, looked_at) in (0..open.len()).filter(|place| !any.set.has(*place)).zip(1..) {
        progress(Progress { stage: Stage::Searching, done: looked_at });
        let with_it = best_with(field, place, work)?;
        if with_it.equals(&any) {
            some.add(place);
        }
        with.push((place, with_it));
    }
    let best = if some == any.set { any.clone() } else { first_in_ties(field, &any, &some, work)? };
    // What the first set has not, though the one that was found first has it.
    let others = (0..open.len()).filter(|place| any.set.has(*place)).map(|place| (place, any.clone()));
    let mut unlike = Set::new(open.len());
    let mut lacking = Vec::new();
    for (place, with_it) in with.into_iter().chain(others).filter(|(place, _)| !best.set.has(*place)) {
        if with_it.equals(&best) {
            unlike.add_differences(&best.set, &with_it.set);
        }
        if let Some((project, _)) = open.get(place) {
            let worth = best.worth.saturating_sub(with_it.worth);
            let dearer = if worth == 0 { with_it.cost.saturating_sub(best.cost) } else { 0 };
            lacking.push(Lacking { project: *project, worth, dearer });
        }
    }
    Ok(Searched { best, lacking, unlike })
}

/// The best set that has the project of this place, and among equally good ones one that costs least.
fn best_with(field: &Field, place: usize, work: &mut Work) -> Result<Best, TooMuchWork> {
    let Some(forced) = field.items.iter().find(|item| item.place == place) else { return Ok(Best::none(field)) };
    let mut best = best_set(&field.with(forced), None, work)?;
    best.add(forced);
    Ok(best)
}

/// All costs together fit 63 bits.
fn signed(cost: u64) -> i64 {
    i64::try_from(cost).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests;
