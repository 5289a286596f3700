//! The best set by a table over money: for each amount, the most worth that it buys among the first items, and its cost.
//!
//! It takes as many cells as there are items times amounts of money, whatever the items are worth. Amounts are counted
//! in the greatest common divisor of the costs, so round costs make it short.

use num_integer::Integer;

use super::field::{Field, Set};
use super::state::Best;
use super::work::{TooMuchWork, Work};

/// More amounts of money are not looked at: each takes some 64 bytes.
const MOST_AMOUNTS: u64 = 1 << 20;

/// More cells are not filled: each takes a bit, and all together some tenths of a second.
const MOST_CELLS: u64 = 1 << 27;

/// The most worth, and the least cost of it.
type Cell = (u128, u64);

/// Whether a table is not too long. It knows nothing of constraints.
pub(super) fn is_short(field: &Field) -> bool {
    let amounts = amounts(field);
    let items = u64::try_from(field.items.len()).unwrap_or(u64::MAX);
    !field.is_constrained() && amounts <= MOST_AMOUNTS && amounts.saturating_mul(items) <= MOST_CELLS
}

/// The greatest common divisor of all costs, at least 1.
fn divisor(field: &Field) -> u64 {
    field.items.iter().fold(0_u64, |divisor, item| divisor.gcd(&item.cost)).max(1)
}

/// How many amounts of money can be spent, nothing among them.
fn amounts(field: &Field) -> u64 {
    (field.budget / divisor(field)).saturating_add(1)
}

/// The best set without constraints.
pub(super) fn best_set(field: &Field, work: &mut Work) -> Result<Best, TooMuchWork> {
    let (divisor, columns) = (divisor(field), usize::try_from(amounts(field)).unwrap_or(usize::MAX));
    let mut bought: Vec<Cell> = vec![(0, 0); columns];
    // By item: for which amounts it is taken.
    let mut taken: Vec<Set> = Vec::with_capacity(field.items.len());
    for item in &field.items {
        work.fill_cells(u64::try_from(columns).unwrap_or(u64::MAX))?;
        let before = bought.clone();
        let step = usize::try_from(item.cost / divisor).unwrap_or(usize::MAX);
        let mut with = Set::new(columns);
        for (amount, (without, rest)) in bought.iter_mut().skip(step).zip(&before).enumerate() {
            let (worth, cost) = (rest.0.saturating_add(item.worth), rest.1.saturating_add(item.cost));
            if worth > without.0 || (worth == without.0 && cost < without.1) {
                *without = (worth, cost);
                with.add(amount.saturating_add(step));
            }
        }
        taken.push(with);
    }
    let mut best = Best::none(field);
    let mut amount = columns.saturating_sub(1);
    for (item, with) in field.items.iter().zip(&taken).rev() {
        if with.has(amount) {
            best.add(item);
            amount = amount.saturating_sub(usize::try_from(item.cost / divisor).unwrap_or(usize::MAX));
        }
    }
    Ok(best)
}
