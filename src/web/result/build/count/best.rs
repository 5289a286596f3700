//! The best set: what it is, and what is left.

use crate::web::result::build::{Ledger, many};
use crate::web::result::explain::CountStep;

/// The count in two steps.
pub(super) fn steps(ledger: &Ledger<'_>) -> Vec<CountStep> {
    let (pen, allocation) = (ledger.pen, ledger.allocation());
    let left = allocation.budget.saturating_sub(allocation.cost);
    vec![
        CountStep::BestSet { projects: many(allocation.chosen.len()), cost: pen.money(allocation.cost) },
        CountStep::Left { left: pen.money(left) },
    ]
}
