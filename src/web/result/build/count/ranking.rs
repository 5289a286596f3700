//! Most votes first: the order, the threshold, what fitted in a row, the first misfit and what came after it.

use allmende_tally::Step;

use super::threshold_step;
use crate::web::result::build::{Ledger, many, natural};
use crate::web::result::explain::CountStep;

/// A project whose turn came.
#[derive(Clone, Copy)]
struct Turn<'a> {
    project: &'a str,
    cost: i64,
    left: i64,
    taken: bool,
}

/// The count in up to six steps.
pub(super) fn steps(ledger: &Ledger<'_>, threshold: Option<i64>, stop_at_first_misfit: bool) -> Vec<CountStep> {
    let (pen, allocation) = (ledger.pen, ledger.allocation());
    let turns: Vec<Turn<'_>> = allocation.steps.iter().filter_map(turn).collect();
    let in_a_row: Vec<Turn<'_>> = turns.iter().copied().take_while(|turn| turn.taken).collect();
    let misfit = turns.get(in_a_row.len());
    let later = turns.iter().skip(in_a_row.len()).filter(|turn| turn.taken).count();
    let first = turns.first().map(|turn| turn.project);
    let order = first.and_then(|id| ledger.outcome(id)).map(|outcome| CountStep::Order {
        project: ledger.label(&outcome.id),
        value: natural(outcome.score),
        unit: pen.unit(),
    });
    let cost = in_a_row.iter().map(|turn| turn.cost).fold(0, i64::saturating_add);
    let take = CountStep::Take { projects: many(in_a_row.len()), cost: pen.money(cost) };
    let after = misfit.map(|_| match stop_at_first_misfit {
        true => CountStep::Stop,
        false => CountStep::Skip { projects: many(later) },
    });
    let misfit = misfit.map(|turn| CountStep::Misfit {
        project: ledger.label(turn.project),
        cost: pen.money(turn.cost),
        left: pen.money(turn.left),
    });
    let left = CountStep::Left { left: pen.money(allocation.budget.saturating_sub(allocation.cost)) };
    [order, threshold_step(ledger, threshold), Some(take), misfit, after, Some(left)].into_iter().flatten().collect()
}

fn turn(step: &Step) -> Option<Turn<'_>> {
    match step {
        Step::Considered { project, cost, left, taken, .. } => {
            Some(Turn { project, cost: *cost, left: *left, taken: *taken })
        }
        Step::Start { .. }
        | Step::ShareTried { .. }
        | Step::Share { .. }
        | Step::Free { .. }
        | Step::Purchased { .. }
        | Step::Tied { .. }
        | Step::Placed { .. }
        | Step::Compared { .. } => None,
    }
}
