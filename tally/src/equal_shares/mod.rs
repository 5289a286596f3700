//! Fair shares: the Method of Equal Shares and its completions.
//!
//! The budget is divided equally among the voters. A project can be bought if its supporters can pay for it together,
//! each in proportion to what it is worth to them, or with all that is left to them. Always the project is bought
//! that asks least money per unit of satisfaction, until nobody can buy anything more; the completion then decides
//! about the money left. From Dominik Peters, Grzegorz Pierczyński and Piotr Skowron, *Proportional Participatory
//! Budgeting with Additive Utilities*, NeurIPS 2021.

mod add1;
mod compare;
mod course;
mod dropped;
mod explain;
mod field;
mod ledger;
mod offer;
mod price;
mod quote;
mod rough;
mod run;
mod shares;
mod state;
mod stretch;

use self::explain::{Explained, bought};
use self::field::Field;
use self::run::Run;
use self::shares::{Manner, Pace, first_share};
use crate::allocation::{ChosenBy, Step};
use crate::contest::Contest;
use crate::count::{Chosens, Progress};
use crate::greedy;
use crate::guard::Guard;
use crate::increment::Increment;
use crate::ranking::{self, Walk, reasons};
use crate::rule::Completion;
use crate::satisfaction::Satisfaction;

/// Counts by Equal Shares.
pub(crate) fn count(
    contest: &Contest<'_>,
    satisfaction: Satisfaction,
    completion: Completion,
    increment: Increment,
    progress: &mut dyn FnMut(Progress),
) -> Chosens {
    let field = Field::new(contest, satisfaction);
    counted(&field, completion, increment, Pace::Fastest, progress)
}

fn counted(
    field: &Field<'_>,
    completion: Completion,
    increment: Increment,
    pace: Pace,
    progress: &mut dyn FnMut(Progress),
) -> Chosens {
    let mut steps = vec![Step::Start { voters: field.contest.voters, share: first_share(field).into() }];
    let manner = match completion {
        Completion::None | Completion::Greedy => None,
        Completion::Add1 | Completion::Add1Greedy => Some(Manner::Supported),
        Completion::Add1All | Completion::Add1AllGreedy => Some(Manner::All),
        Completion::Add1Whole | Completion::Add1WholeComparison => Some(Manner::Whole),
    };
    let run = match manner {
        None => add1::single(field, progress),
        Some(manner) => add1::raise(field, manner, increment, pace, &mut steps, progress),
    };
    let explained = Explained::new(field, &run);
    steps.extend(explained.steps(&run));
    match completion {
        Completion::None | Completion::Add1 | Completion::Add1All | Completion::Add1Whole => {
            bought(field, &run, &explained, None, steps)
        }
        Completion::Greedy | Completion::Add1Greedy | Completion::Add1AllGreedy => {
            let walk = spend_rest(field, &run, explained.guard.clone(), progress);
            bought(field, &run, &explained, Some(walk), steps)
        }
        Completion::Add1WholeComparison => compared(field, &run, &explained, steps, progress),
    }
}

/// The greedy completion: what is left of the budget, by total satisfaction per cost. Whose turn came already has no
/// second one, though it was struck out.
fn spend_rest(field: &Field<'_>, run: &Run, mut guard: Guard<'_>, progress: &mut dyn FnMut(Progress)) -> Walk {
    let contest = field.contest;
    let had_a_turn = |project: &usize| run.turns.iter().any(|turn| turn.project == *project);
    let open = |project: &usize| !had_a_turn(project) && !field.free.contains(project);
    let rest = contest.running().into_iter().filter(open).collect();
    let ranked = greedy::by_density(contest, &field.totals, rest);
    ranking::walk(contest, &mut guard, &ranked, contest.budget().saturating_sub(run.cost), false, progress)
}

/// Pabulib's comparison: most-votes-first takes over if strictly more voters gain by it.
fn compared(
    field: &Field<'_>,
    run: &Run,
    explained: &Explained<'_>,
    mut steps: Vec<Step>,
    progress: &mut dyn FnMut(Progress),
) -> Chosens {
    let contest = field.contest;
    let by_votes = compare::most_votes_first(contest, progress);
    let (prefer_equal_shares, prefer_ranking) = compare::preferences(contest, &explained.order(run), &by_votes.taken);
    let replaced = prefer_ranking > prefer_equal_shares;
    // Ties of the ranking mattered for the comparison, even where nothing came of it.
    let ties = by_votes.steps.iter().filter(|step| matches!(step, Step::Tied { .. }) && !replaced);
    steps.extend(ties.cloned());
    steps.push(Step::Compared { prefer_equal_shares, prefer_ranking, replaced });
    if !replaced {
        return bought(field, run, explained, None, steps);
    }
    steps.extend(by_votes.steps);
    let reasons = reasons(contest, &by_votes.taken, by_votes.refused, ChosenBy::Completion);
    Chosens { order: by_votes.taken, reasons, steps }
}

#[cfg(test)]
mod jumps;
#[cfg(test)]
mod tests;
