//! The money of every group of voters while a run buys project after project.

use num_traits::ToPrimitive;

use super::field::{Backer, Field};
use super::rough::{Moving, Rough};
use crate::count::number;

/// A group that never gave all it had left.
pub(super) const WHOLE: u32 = u32::MAX;

/// Who has how much, roughly; and who gave all they had at which purchase, exactly.
#[derive(Debug, Clone)]
pub(super) struct State {
    /// What each voter of a group has left, by group.
    money: Vec<Moving>,
    /// The purchase at which the group gave all it had left, by group.
    emptied: Vec<u32>,
    /// How many purchases there were when it paid last, that one included, by group.
    paid: Vec<u32>,
    /// The projects bought, in order.
    pub(super) bought: Vec<usize>,
}

impl State {
    /// Everybody has the share.
    pub(super) fn new(share: f64, groups: usize) -> Self {
        let share = Moving { now: Rough::rounded(share), slope: Rough { value: 1.0, error: 0.0 } };
        Self { money: vec![share; groups], emptied: vec![WHOLE; groups], paid: vec![0; groups], bought: Vec::new() }
    }

    pub(super) fn money(&self, group: u32) -> Moving {
        usize::try_from(group).ok().and_then(|group| self.money.get(group)).copied().unwrap_or(Moving::ZERO)
    }

    /// The purchase at which a group gave all it had left, or [`WHOLE`].
    pub(super) fn emptied_at(&self, group: u32) -> u32 {
        usize::try_from(group).ok().and_then(|group| self.emptied.get(group)).copied().unwrap_or(0)
    }

    pub(super) fn has_money(&self, group: u32) -> bool {
        self.emptied_at(group) == WHOLE
    }

    /// Whether none of these paid for anything since there were so many purchases.
    pub(super) fn nobody_paid_since(&self, purchases: usize, backers: &[Backer]) -> bool {
        let paid = |backer: &Backer| usize::try_from(backer.group).ok().and_then(|group| self.paid.get(group));
        backers.iter().all(|backer| paid(backer).is_none_or(|paid| *paid <= number(purchases)))
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
        for backer in field.backers(project) {
            let Ok(group) = usize::try_from(backer.group) else { continue };
            let Some((money, emptied)) = self.money.get_mut(group).zip(self.emptied.get_mut(group)) else { continue };
            if *emptied != WHOLE {
                continue;
            }
            if let Some(paid) = self.paid.get_mut(group) {
                *paid = purchase.saturating_add(1);
            }
            let left = money.less(price, f64::from(backer.worth));
            if is_poor(*backer, left) {
                *emptied = purchase;
                *money = Moving::ZERO;
            } else {
                *money = left;
            }
        }
        self.bought.push(project);
    }
}

/// The nearest double to a whole number.
pub(super) fn double(whole: &impl ToPrimitive) -> f64 {
    whole.to_f64().unwrap_or(f64::INFINITY)
}
