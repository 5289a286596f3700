//! Phragmén's even loads: the first project, how far the loads rose, and the project that ended it.

use allmende_tally::{Exact, Step};

use crate::locale::Rounding;
use crate::web::result::build::{Ledger, many};
use crate::web::result::explain::CountStep;

/// A project whose turn came.
#[derive(Clone, Copy)]
struct Turn<'a> {
    project: &'a str,
    load: Option<&'a Exact>,
    cost: i64,
    left: i64,
    taken: bool,
}

/// The count in up to four steps.
pub(super) fn steps(ledger: &Ledger<'_>) -> Vec<CountStep> {
    let (pen, allocation) = (ledger.pen, ledger.allocation());
    let turns: Vec<Turn<'_>> = allocation.steps.iter().filter_map(turn).collect();
    let load = |load: Option<&Exact>| load.and_then(|load| pen.exact(load, Rounding::Up));
    let taken = turns.iter().filter(|turn| turn.taken);
    let first = taken
        .clone()
        .next()
        .map(|turn| CountStep::FirstLoad { project: ledger.label(turn.project), load: load(turn.load) });
    let loads = CountStep::Loads {
        projects: many(taken.clone().count()),
        cost: pen.money(taken.clone().map(|turn| turn.cost).fold(0, i64::saturating_add)),
        load: load(taken.filter_map(|turn| turn.load).max()),
    };
    let end = turns.iter().find(|turn| !turn.taken).map(|turn| CountStep::LoadEnd {
        project: ledger.label(turn.project),
        cost: pen.money(turn.cost),
        left: pen.money(turn.left),
    });
    let left = CountStep::Left { left: pen.money(allocation.budget.saturating_sub(allocation.cost)) };
    [first, Some(loads), end, Some(left)].into_iter().flatten().collect()
}

fn turn(step: &Step) -> Option<Turn<'_>> {
    match step {
        Step::Loaded { project, load, cost, left, taken, .. } => {
            Some(Turn { project, load: load.as_ref(), cost: *cost, left: *left, taken: *taken })
        }
        Step::LotsDrawn { .. }
        | Step::Overridden { .. }
        | Step::StruckOut { .. }
        | Step::BestSet { .. }
        | Step::Start { .. }
        | Step::ShareTried { .. }
        | Step::Share { .. }
        | Step::Free { .. }
        | Step::Purchased { .. }
        | Step::Considered { .. }
        | Step::Tied { .. }
        | Step::Placed { .. }
        | Step::Compared { .. } => None,
    }
}
