//! The best set: of all sets of projects within the budget, the one of greatest total satisfaction.
//!
//! That is the 0-1 knapsack problem, for which no useful bound on the time is known. On elections that people hold the
//! [`search`] takes a millisecond to half a second, with up to 200 projects. It can take minutes and more, and much
//! memory, where forty projects or more have few different ratios of satisfaction to cost and random costs of six
//! digits or more (a handful of voters, measured by cost), or where many ceilings and incompatible pairs bind at once.

mod field;
mod search;

use num_bigint::BigInt;
use num_traits::{ToPrimitive, Zero};

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, Progress, Stage};
use crate::guard::Guard;
use crate::ranking::reasons;
use crate::satisfaction::Satisfaction;

use field::{Field, Set};
use search::{Best, best_set};

/// Takes the set of greatest total satisfaction. Of several, it is the one that costs least; of several of those, the
/// one that comes first in the order of ties: it has the first project in that order that only one of the two has.
///
/// Projects that are worth nothing to anybody are never taken. Chosen projects are listed by their total satisfaction,
/// the greatest first. A project that is left out is told how much less the best set has that includes it, by another
/// search for each.
///
/// Nimrod Talmon and Piotr Faliszewski, *A Framework for Approval-Based Budgeting Methods*, AAAI 2019, has the rule for
/// approval ballots.
pub(crate) fn count(contest: &Contest<'_>, satisfaction: Satisfaction, progress: &mut dyn FnMut(Progress)) -> Chosens {
    let totals = contest.totals(satisfaction);
    let total = |project: usize| totals.get(project).cloned().unwrap_or_default();
    let (guard, budget) = (Guard::new(contest), contest.budget());
    let (mut refused, mut steps, mut open) = (Vec::new(), Vec::new(), Vec::new());
    let mut running = contest.running();
    running.sort_by(|one, other| contest.compare_tied(*one, *other));
    for project in running {
        let cost = contest.cost(project);
        if let Some(reason) = guard.refuses(project) {
            steps.push(Step::StruckOut { project: contest.id(project), reason: reason.clone() });
            refused.push((project, reason));
        } else if total(project).is_zero() {
            refused.push((project, Reason::NoSupporters));
        } else if cost > budget {
            refused.push((project, Reason::DoesNotFit { left: budget, cost }));
        } else {
            open.push((project, total(project).to_u128().unwrap_or(u128::MAX)));
        }
    }

    let field = Field::new(contest, &guard, &open, budget);
    let best = best_set(&field, true);
    let mut looked_at = 0_u64;
    let mut unlike = Set::new(open.len());
    for (place, (project, _)) in open.iter().enumerate().filter(|(place, _)| !best.set.has(*place)) {
        looked_at = looked_at.saturating_add(1);
        progress(Progress { stage: Stage::Choosing, done: looked_at });
        let with_it = best_with(&field, place);
        let lacking = BigInt::from(best.worth.saturating_sub(with_it.worth));
        refused.push((*project, Reason::NotInBestSet { lacking: lacking.into() }));
        if (with_it.worth, with_it.cost) == (best.worth, best.cost) {
            unlike.add_differences(&best.set, &with_it.set);
        }
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
    Chosens { order: taken, reasons, steps }
}

/// The best set that has the project of this place, and among equally good ones one that costs least.
fn best_with(field: &Field, place: usize) -> Best {
    let Some(forced) = field.items.iter().find(|item| item.place == place) else { return Best::none(field) };
    let mut best = best_set(&field.with(forced), false);
    best.worth = best.worth.saturating_add(forced.worth);
    best.cost = best.cost.saturating_add(forced.cost);
    best.set.add(place);
    best
}

/// All costs together fit 63 bits.
fn signed(cost: u64) -> i64 {
    i64::try_from(cost).unwrap_or(i64::MAX)
}
