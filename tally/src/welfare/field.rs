//! What the search for the best set looks at: the projects in the order of satisfaction per cost, and the constraints.

use std::cmp::Ordering;

use crate::contest::Contest;
use crate::guard::Guard;

/// Some of the projects, by their places in the order of ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Set(Vec<u64>);

impl Set {
    pub(super) fn new(projects: usize) -> Self {
        Self(vec![0; projects.div_ceil(64)])
    }

    fn bit(place: usize) -> (usize, u64) {
        (place / 64, (1 << 63) >> (place % 64))
    }

    pub(super) fn add(&mut self, place: usize) {
        let (word, bit) = Self::bit(place);
        if let Some(word) = self.0.get_mut(word) {
            *word |= bit;
        }
    }

    pub(super) fn has(&self, place: usize) -> bool {
        let (word, bit) = Self::bit(place);
        self.0.get(word).is_some_and(|word| word & bit != 0)
    }

    pub(super) fn join(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(word, other)| *word |= other);
    }

    /// Adds what only one of the two has.
    pub(super) fn add_differences(&mut self, one: &Self, other: &Self) {
        let differences = one.0.iter().zip(&other.0).map(|(one, other)| one ^ other);
        self.0.iter_mut().zip(differences).for_each(|(word, difference)| *word |= difference);
    }

    /// Whether it has nothing of `watched` that the other has not.
    pub(super) fn is_within(&self, other: &Self, watched: &Self) -> bool {
        self.0.iter().zip(&other.0).zip(&watched.0).all(|((own, others), watched)| own & watched & !others == 0)
    }
}

/// A project that can be taken.
#[derive(Debug, Clone)]
pub(super) struct Item {
    /// Its place in the order of ties, from 0 without gaps.
    pub(super) place: usize,
    pub(super) cost: u64,
    /// What it is worth to all voters together, more than nothing.
    pub(super) worth: u128,
    /// The ceilings that count it, by their index in [`Field::ceilings`].
    pub(super) ceilings: Vec<usize>,
    /// Places of the projects that it cannot go with.
    pub(super) foes: Vec<usize>,
}

/// The projects that can be taken, and what limits them.
#[derive(Debug, Clone)]
pub(super) struct Field {
    pub(super) budget: u64,
    /// Most worth per cost first; equals by the order of ties, weighed by cost.
    pub(super) items: Vec<Item>,
    /// What is left of each ceiling that could be passed.
    pub(super) ceilings: Vec<u64>,
    /// How many places there are.
    pub(super) places: usize,
    /// What all items before each index cost, and before the end.
    pub(super) costs: Vec<u64>,
    /// What all items before each index are worth, and before the end.
    pub(super) worths: Vec<u128>,
}

impl Field {
    /// The open projects come in the order of ties, with what they are worth. The guard knows what is left of ceilings.
    pub(super) fn new(contest: &Contest<'_>, guard: &Guard<'_>, open: &[(usize, u128)], budget: i64) -> Self {
        let constraints = contest.instance.constraints();
        let place_of = |project: usize| open.iter().position(|(other, _)| *other == project);
        let mut items: Vec<Item> = open
            .iter()
            .enumerate()
            .map(|(place, (project, worth))| {
                let foes = constraints.incompatible.iter().filter_map(|(one, other)| match *project {
                    project if project == *one => place_of(*other),
                    project if project == *other => place_of(*one),
                    _ => None,
                });
                let (cost, worth) = (contest.cost(*project).unsigned_abs(), *worth);
                Item { place, cost, worth, ceilings: Vec::new(), foes: foes.collect() }
            })
            .collect();
        let mut ceilings = Vec::new();
        for (ceiling, left) in constraints.ceilings.iter().zip(guard.left()) {
            let counts =
                |item: &Item| open.get(item.place).is_some_and(|(project, _)| ceiling.projects.contains(project));
            let all = items.iter().filter(|item| counts(item)).fold(0_u64, |sum, item| sum.saturating_add(item.cost));
            let left = u64::try_from(*left).unwrap_or(0);
            if all > left {
                items.iter_mut().filter(|item| counts(item)).for_each(|item| item.ceilings.push(ceilings.len()));
                ceilings.push(left);
            }
        }
        items.sort_by(by_worth_for_cost);
        Self::of(budget.unsigned_abs(), items, ceilings, open.len())
    }

    fn of(budget: u64, items: Vec<Item>, ceilings: Vec<u64>, places: usize) -> Self {
        let (mut costs, mut worths) = (vec![0_u64], vec![0_u128]);
        let (mut cost, mut worth) = (0_u64, 0_u128);
        for item in &items {
            cost = cost.saturating_add(item.cost);
            worth = worth.saturating_add(item.worth);
            costs.push(cost);
            worths.push(worth);
        }
        Self { budget, items, ceilings, places, costs, worths }
    }

    /// What is left to decide once an item is taken, which fits.
    pub(super) fn with(&self, taken: &Item) -> Self {
        let open = |item: &&Item| item.place != taken.place && !taken.foes.contains(&item.place);
        let items = self.items.iter().filter(open).cloned().collect();
        let mut ceilings = self.ceilings.clone();
        spend(&mut ceilings, taken);
        Self::of(self.budget.saturating_sub(taken.cost), items, ceilings, self.places)
    }

    /// What is left to decide once the item of a place is left out.
    pub(super) fn without(&self, place: usize) -> Self {
        let items = self.items.iter().filter(|item| item.place != place).cloned().collect();
        Self::of(self.budget, items, self.ceilings.clone(), self.places)
    }

    pub(super) fn is_constrained(&self) -> bool {
        !self.ceilings.is_empty() || self.items.iter().any(|item| !item.foes.is_empty())
    }
}

/// Takes an item's cost from its ceilings.
pub(super) fn spend(ceilings: &mut [u64], item: &Item) {
    for ceiling in &item.ceilings {
        if let Some(left) = ceilings.get_mut(*ceiling) {
            *left = left.saturating_sub(item.cost);
        }
    }
}

/// Most worth per cost first. Of equals, the one first that does most for the order of ties per cost: a place stands
/// above all later ones together, so it counts twice the next.
fn by_worth_for_cost(one: &Item, other: &Item) -> Ordering {
    let by_worth = product(other.worth, one.cost).cmp(&product(one.worth, other.cost));
    by_worth.then_with(|| {
        let doubled = |cost: u64, times: usize| u128::from(cost).checked_shl(times.min(64).try_into().unwrap_or(64));
        let (earlier, later) = (one.place.min(other.place), one.place.max(other.place));
        let apart = later.saturating_sub(earlier);
        if one.place < other.place {
            u128::from(one.cost).cmp(&doubled(other.cost, apart).unwrap_or(u128::MAX))
        } else {
            doubled(one.cost, apart).unwrap_or(u128::MAX).cmp(&other.cost.into())
        }
    })
}

/// The product without loss, as its upper and lower parts, of which the lower has 64 bits.
pub(super) fn product(one: u128, other: u64) -> (u128, u128) {
    let (upper, lower, other) = (one >> 64, one & u128::from(u64::MAX), u128::from(other));
    let lower = lower.saturating_mul(other);
    (upper.saturating_mul(other).saturating_add(lower >> 64), lower & u128::from(u64::MAX))
}
