//! Most votes first, and most satisfaction for the money first: the order, the threshold, what fitted in a row, the first misfit and what came after it.

use allmende_tally::{Exact, Satisfaction, Step};

use super::threshold_step;
use crate::locale::Rounding;
use crate::web::result::build::{Ledger, many, natural};
use crate::web::result::explain::{CountStep, PricePer};
use crate::web::result::reason::price_per;
use crate::web::result::view::Unit;

/// A project whose turn came.
#[derive(Clone, Copy)]
struct Turn<'a> {
    project: &'a str,
    merit: Option<&'a Exact>,
    cost: i64,
    left: i64,
    taken: bool,
}

/// A count by score in up to six steps.
pub(super) fn steps(ledger: &Ledger<'_>, threshold: Option<i64>, stop_at_first_misfit: bool) -> Vec<CountStep> {
    let turns = turns(ledger);
    let first = turns.first().and_then(|turn| ledger.outcome(turn.project));
    let order = first.map(|outcome| CountStep::Order {
        project: ledger.label(&outcome.id),
        value: natural(outcome.score),
        unit: ledger.pen.unit(),
    });
    let walk = walk(ledger, &turns, stop_at_first_misfit);
    order.into_iter().chain(threshold_step(ledger, threshold)).chain(walk).collect()
}

/// A count by satisfaction for the money in up to five steps.
pub(super) fn by_satisfaction(ledger: &Ledger<'_>, satisfaction: Satisfaction) -> Vec<CountStep> {
    let turns = turns(ledger);
    let order = turns.first().and_then(|turn| match price_per(satisfaction) {
        // Satisfaction by cost for the money is one for each supporter.
        PricePer::Cost => ledger.outcome(turn.project).map(|outcome| CountStep::Order {
            project: ledger.label(&outcome.id),
            value: outcome.supporters.into(),
            unit: Unit::Votes,
        }),
        per @ (PricePer::Points | PricePer::Votes) => {
            let price = turn.merit.and_then(Exact::inverse);
            let price = price.and_then(|price| ledger.pen.exact(&price, Rounding::Nearest));
            Some(CountStep::First { project: ledger.label(turn.project), price, per })
        }
    });
    order.into_iter().chain(walk(ledger, &turns, false)).collect()
}

/// Down the order: what fitted in a row, the first misfit, what came after it, and what is left.
fn walk(ledger: &Ledger<'_>, turns: &[Turn<'_>], stop_at_first_misfit: bool) -> Vec<CountStep> {
    let (pen, allocation) = (ledger.pen, ledger.allocation());
    let in_a_row: Vec<Turn<'_>> = turns.iter().copied().take_while(|turn| turn.taken).collect();
    let misfit = turns.get(in_a_row.len());
    let later = turns.iter().skip(in_a_row.len()).filter(|turn| turn.taken).count();
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
    [Some(take), misfit, after, Some(left)].into_iter().flatten().collect()
}

fn turns<'a>(ledger: &Ledger<'a>) -> Vec<Turn<'a>> {
    ledger.allocation().steps.iter().filter_map(turn).collect()
}

fn turn(step: &Step) -> Option<Turn<'_>> {
    match step {
        Step::Considered { project, merit, cost, left, taken, .. } => {
            Some(Turn { project, merit: merit.as_ref(), cost: *cost, left: *left, taken: *taken })
        }
        Step::LotsDrawn { .. }
        | Step::Overridden { .. }
        | Step::StruckOut { .. }
        | Step::Loaded { .. }
        | Step::BestSet { .. }
        | Step::Start { .. }
        | Step::ShareTried { .. }
        | Step::Share { .. }
        | Step::Free { .. }
        | Step::Purchased { .. }
        | Step::Tied { .. }
        | Step::Placed { .. }
        | Step::Compared { .. } => None,
    }
}
