//! A choice of projects on the way to the best set, and the best set known.

use std::cmp::Ordering;

use super::field::{Field, Item, Set, spend};

/// The best set known.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) worth: u128,
    pub(super) cost: u64,
    pub(super) set: Set,
}

impl Best {
    pub(super) fn none(field: &Field) -> Self {
        Self { worth: 0, cost: 0, set: Set::new(field.places) }
    }

    /// Whether it is as good as another one.
    pub(super) fn equals(&self, other: &Self) -> bool {
        (self.worth, self.cost) == (other.worth, other.cost)
    }

    pub(super) fn add(&mut self, item: &Item) {
        self.worth = self.worth.saturating_add(item.worth);
        self.cost = self.cost.saturating_add(item.cost);
        self.set.add(item.place);
    }
}

/// A choice among the first items, or, in the tail, among the last.
#[derive(Debug, Clone)]
pub(super) struct State {
    pub(super) cost: u64,
    pub(super) worth: u128,
    pub(super) set: Set,
    /// What is left of each ceiling.
    pub(super) left: Vec<u64>,
}

impl State {
    pub(super) fn with(&self, item: &Item) -> Self {
        let mut with = self.clone();
        with.take(item);
        with
    }

    pub(super) fn take(&mut self, item: &Item) {
        self.cost = self.cost.saturating_add(item.cost);
        self.worth = self.worth.saturating_add(item.worth);
        self.set.add(item.place);
        spend(&mut self.left, item);
    }

    /// The cheaper first, then the one of more worth.
    pub(super) fn by_cost(&self, other: &Self) -> Ordering {
        self.cost.cmp(&other.cost).then_with(|| other.worth.cmp(&self.worth))
    }
}
