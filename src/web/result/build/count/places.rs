//! The best so many: the order, the threshold, the places, who got the last one and who just missed it.

use allmende_tally::{Reason, Step};

use super::threshold_step;
use crate::web::result::build::{Ledger, natural};
use crate::web::result::explain::CountStep;

/// The count in up to five steps.
pub(super) fn steps(ledger: &Ledger<'_>, seats: u32, threshold: Option<i64>) -> Vec<CountStep> {
    let unit = ledger.pen.unit();
    let placed: Vec<(&str, i64, bool)> = ledger.allocation().steps.iter().filter_map(place).collect();
    let last = placed.iter().rev().find(|(_, _, taken)| *taken);
    let missed = placed.iter().find(|(_, score, taken)| !taken && threshold.is_none_or(|least| *score >= least));
    let order = placed.first().map(|(id, score, _)| CountStep::Order {
        project: ledger.label(id),
        value: natural(*score),
        unit,
    });
    let last_seat =
        last.map(|(id, score, _)| CountStep::LastSeat { project: ledger.label(id), value: natural(*score), unit });
    let missed = missed.map(|(id, score, _)| CountStep::Missed {
        project: ledger.label(id),
        needed: if last.is_some_and(|(_, least, _)| least == score) { 0 } else { needed(ledger, id) },
        unit,
    });
    let seats = CountStep::Seats { seats: seats.into() };
    [order, threshold_step(ledger, threshold), Some(seats), last_seat, missed].into_iter().flatten().collect()
}

/// How much more a project needed for a place.
fn needed(ledger: &Ledger<'_>, id: &str) -> u64 {
    match ledger.outcome(id).map(|outcome| &outcome.reason) {
        Some(Reason::Place { needed, .. }) => natural(*needed),
        Some(_) | None => 0,
    }
}

fn place(step: &Step) -> Option<(&str, i64, bool)> {
    match step {
        Step::Placed { project, score, taken, .. } => Some((project, *score, *taken)),
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
        | Step::Considered { .. }
        | Step::Tied { .. }
        | Step::Compared { .. } => None,
    }
}
