//! The money of every group of voters while a run buys project after project.

use num_traits::ToPrimitive;

use super::field::{Backer, Field};
use super::rough::{Moving, Rough};
use crate::count::number;
use crate::profile::wide;

/// A group that never gave all it had left.
pub(super) const WHOLE: u32 = u32::MAX;

/// Who has how much, roughly; and who gave all they had at which purchase, exactly.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// By group.
    purses: Vec<Purse>,
    /// How far off any purse may be, now and in growth: the greatest error serves for all.
    error: (f64, f64),
    /// The projects bought, in order.
    pub(super) bought: Vec<usize>,
}

/// What each voter of a group has left.
#[derive(Debug, Clone, Copy)]
struct Purse {
    now: f64,
    slope: f64,
    /// The purchase at which the group gave all it had left, or [`WHOLE`].
    emptied: u32,
    /// How many purchases there were when it paid last, that one included.
    paid: u32,
}

impl Purse {
    fn money(&self, (now, slope): (f64, f64)) -> Moving {
        Moving { now: Rough { value: self.now, error: now }, slope: Rough { value: self.slope, error: slope } }
    }
}

impl State {
    /// Everybody has the share.
    pub(super) fn new(share: f64, groups: usize) -> Self {
        let purse = Purse { now: share, slope: 1.0, emptied: WHOLE, paid: 0 };
        Self { purses: vec![purse; groups], error: (Rough::rounded(share).error, 0.0), bought: Vec::new() }
    }

    fn purse(&self, group: u32) -> Option<&Purse> {
        self.purses.get(wide(group))
    }

    pub(super) fn money(&self, group: u32) -> Moving {
        self.purse(group).map_or(Moving::ZERO, |purse| purse.money(self.error))
    }

    /// The purchase at which a group gave all it had left, or [`WHOLE`].
    pub(super) fn emptied_at(&self, group: u32) -> u32 {
        self.purse(group).map_or(0, |purse| purse.emptied)
    }

    pub(super) fn has_money(&self, group: u32) -> bool {
        self.emptied_at(group) == WHOLE
    }

    /// Whether none of these paid for anything since there were so many purchases.
    pub(super) fn nobody_paid_since(&self, purchases: usize, mut backers: impl Iterator<Item = Backer>) -> bool {
        let purchases = number(purchases);
        backers.all(|backer| self.purse(backer.group).is_none_or(|purse| purse.paid <= purchases))
    }

    /// Lets the supporters of a project pay a price for each unit of worth. `is_poor` says who gives all.
    pub(super) fn pay(
        &mut self,
        field: &Field<'_>,
        project: usize,
        price: Moving,
        mut is_poor: impl FnMut(Backer, Moving) -> bool,
    ) {
        let purchase = number(self.bought.len());
        let mut error = self.error;
        for backer in field.backers(project) {
            let Some(purse) = self.purses.get_mut(wide(backer.group)) else { continue };
            if purse.emptied != WHOLE {
                continue;
            }
            purse.paid = purchase.saturating_add(1);
            let left = purse.money(self.error).less(price, f64::from(backer.worth));
            if is_poor(backer, left) {
                *purse = Purse { now: 0.0, slope: 0.0, emptied: purchase, ..*purse };
            } else {
                (purse.now, purse.slope) = (left.now.value, left.slope.value);
                error = (error.0.max(left.now.error), error.1.max(left.slope.error));
            }
        }
        self.error = error;
        self.bought.push(project);
    }
}

/// The nearest double to a whole number.
pub(super) fn double(whole: &impl ToPrimitive) -> f64 {
    whole.to_f64().unwrap_or(f64::INFINITY)
}
