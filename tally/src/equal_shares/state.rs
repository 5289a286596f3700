//! The money of every group of voters while a run buys project after project.

use num_traits::ToPrimitive;

use super::field::{Backer, Field};
use super::rough::{Moving, Rough};
use crate::ballot::wide;
use crate::count::number;

/// A group that never gave all it had left.
pub(super) const WHOLE: u32 = u32::MAX;

/// Who has how much, roughly; and who gave all they had at which purchase, exactly.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// By group.
    purses: Vec<Purse>,
    /// By group: how many purchases there were when it paid last, that one included; below zero if it gave all then.
    paid: Vec<i32>,
    /// How far off any purse may be, now and in growth: the greatest error serves for all.
    error: (f64, f64),
    /// The projects bought, in order.
    pub(super) bought: Vec<usize>,
}

/// What each voter of a group has left, and how fast that grows with the share.
#[derive(Debug, Clone, Copy)]
struct Purse {
    now: f64,
    slope: f64,
}

impl Purse {
    const fn money(self, (now, slope): (f64, f64)) -> Moving {
        Moving { now: Rough { value: self.now, error: now }, slope: Rough { value: self.slope, error: slope } }
    }
}

impl State {
    /// Everybody has the share.
    pub(super) fn new(share: f64, groups: usize) -> Self {
        let purses = vec![Purse { now: share, slope: 1.0 }; groups];
        Self { purses, paid: vec![0; groups], error: (Rough::rounded(share).error, 0.0), bought: Vec::new() }
    }

    pub(super) fn money(&self, group: u32) -> Moving {
        self.purses.get(wide(group)).map_or(Moving::ZERO, |purse| purse.money(self.error))
    }

    /// The purchase at which a group gave all it had left, or [`WHOLE`].
    pub(super) fn emptied_at(&self, group: u32) -> u32 {
        let emptied = |paid: &i32| if *paid < 0 { paid.unsigned_abs().saturating_sub(1) } else { WHOLE };
        self.paid.get(wide(group)).map_or(0, emptied)
    }

    pub(super) fn has_money(&self, group: u32) -> bool {
        self.emptied_at(group) == WHOLE
    }

    /// Whether none of these paid for anything since there were so many purchases.
    pub(super) fn nobody_paid_since(&self, purchases: usize, mut backers: impl Iterator<Item = Backer>) -> bool {
        let purchases = number(purchases);
        backers.all(|backer| self.paid.get(wide(backer.group)).is_none_or(|paid| paid.unsigned_abs() <= purchases))
    }

    /// Lets the supporters of a project pay a price for each unit of worth. `is_poor` says who gives all.
    pub(super) fn pay(
        &mut self,
        field: &Field<'_>,
        project: usize,
        price: Moving,
        mut is_poor: impl FnMut(Backer, Moving) -> bool,
    ) {
        // No machine holds as many projects as 31 bits count.
        let purchases = i32::try_from(self.bought.len().saturating_add(1)).unwrap_or(i32::MAX);
        let mut error = self.error;
        for backer in field.backers(project) {
            let group = wide(backer.group);
            let Some((purse, paid)) = self.purses.get_mut(group).zip(self.paid.get_mut(group)) else { continue };
            if *paid < 0 {
                continue;
            }
            let left = purse.money(self.error).less(price, f64::from(backer.worth));
            if is_poor(backer, left) {
                *paid = -purchases;
                *purse = Purse { now: 0.0, slope: 0.0 };
            } else {
                *paid = purchases;
                *purse = Purse { now: left.now.value, slope: left.slope.value };
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
