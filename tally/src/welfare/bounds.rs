//! What a search can leave out: states that lead nowhere better, and states that another one makes needless.

use super::field::{Field, Item, Set, product};
use super::search::Search;
use super::state::State;

/// With how many others a state is compared where ceilings make it rare that one is plainly better.
const COMPARED: usize = 64;

impl Search<'_> {
    /// The first item from an index on that the money left does not buy whole when it is spent in order; what of it
    /// can be bought; and the worth of the state with the items before.
    pub(super) fn spent_in_order(&self, state: &State, level: usize) -> (usize, u64, u128) {
        let (costs, worths) = (&self.field.costs, &self.field.worths);
        let at = |list: &[u64], index: usize| list.get(index).copied().unwrap_or(0);
        let money = at(costs, level).saturating_add(self.left(state));
        let end = costs.partition_point(|cost| *cost <= money).saturating_sub(1);
        let worth = |index: usize| worths.get(index).copied().unwrap_or(0);
        let gained = worth(end).saturating_sub(worth(level));
        (end, money.saturating_sub(at(costs, end)), state.worth.saturating_add(gained))
    }

    /// No set that this state leads to has more worth.
    pub(super) fn bound(&self, state: &State, level: usize) -> u128 {
        let (end, rest, whole) = self.spent_in_order(state, level);
        let part = self.field.items.get(end).map_or(0, |item| part(item, rest));
        whole.saturating_add(part)
    }

    /// Whether the state, with items from an index on, may lead above the best set known.
    pub(super) fn is_promising(&self, state: &State, level: usize) -> bool {
        let (end, rest, whole) = self.spent_in_order(state, level);
        let Some(missing) = self.best.worth.checked_sub(whole) else { return self.keeps_to_limits(state, level) };
        let (by_worth, cost) = match self.field.items.get(end) {
            Some(item) => (product(item.worth, rest).cmp(&product(missing, item.cost)), self.field.budget),
            None => {
                let at = |index: usize| self.field.costs.get(index).copied().unwrap_or(0);
                let all = at(end).saturating_sub(at(level));
                (0.cmp(&missing), state.cost.saturating_add(all))
            }
        };
        by_worth.then_with(|| self.best.cost.cmp(&cost)).is_gt() && self.keeps_to_limits(state, level)
    }

    /// The same bound under constraints: each item counts to one limit at most, and those that cannot be taken any more
    /// count nothing. Spending in order is the best for such limits inside the budget.
    fn keeps_to_limits(&self, state: &State, level: usize) -> bool {
        if !self.constrained {
            return true;
        }
        let mut limits: Vec<u64> = state.left.iter().chain(&self.pairs).copied().collect();
        let (mut left, mut bound) = (self.left(state), state.worth);
        for (item, limit) in self.field.items.iter().zip(&self.limits).skip(level) {
            if !self.fits(state, item) {
                continue;
            }
            let mut spent = item.cost.min(left);
            if let Some(limit) = limit.and_then(|limit| limits.get_mut(limit)) {
                spent = spent.min(*limit);
                *limit = limit.saturating_sub(spent);
            }
            left = left.saturating_sub(spent);
            bound = bound.saturating_add(if spent == item.cost { item.worth } else { part(item, spent) });
            if bound > self.best.worth || left == 0 {
                break;
            }
        }
        bound >= self.best.worth
    }

    /// Drops each state that another one makes needless, whatever comes. The rest is sorted by cost.
    pub(super) fn undominated(&self, mut states: Vec<State>, level: usize) -> Vec<State> {
        // Two sorted runs, which this sort finds.
        states.sort_by(State::by_cost);
        let compared = if self.constrained { COMPARED } else { 1 };
        let mut kept: Vec<State> = Vec::with_capacity(states.len());
        for state in states {
            if !kept.iter().rev().take(compared).any(|cheaper| self.dominates(cheaper, &state, level)) {
                kept.push(state);
            }
        }
        kept
    }

    /// Whether a cheaper state (or, of equals, an earlier one) can do whatever the other can.
    fn dominates(&self, cheaper: &State, state: &State, level: usize) -> bool {
        let left = |state: &State, ceiling: usize| state.left.get(ceiling).copied();
        cheaper.worth >= state.worth
            && (self.open_ceilings.get(level).into_iter().flatten())
                .all(|ceiling| left(cheaper, *ceiling) >= left(state, *ceiling))
            && self.watched.get(level).is_none_or(|watched| cheaper.set.is_within(&state.set, watched))
    }
}

/// At least the worth of a part of an item, less than its whole cost.
fn part(item: &Item, spent: u64) -> u128 {
    let share = item.worth.checked_mul(spent.into()).map(|share| share.div_ceil(u128::from(item.cost).max(1)));
    share.unwrap_or(item.worth)
}

/// By index: the items before it that cannot go with a later one, and the ceilings that later ones count to.
pub(super) fn outlook(field: &Field) -> (Vec<Set>, Vec<Vec<usize>>) {
    let levels = 0..=field.items.len();
    levels
        .map(|level| {
            let (mut watched, mut ceilings) = (Set::new(field.places), Vec::new());
            for item in field.items.iter().skip(level) {
                item.foes.iter().for_each(|foe| watched.add(*foe));
                ceilings.extend(&item.ceilings);
            }
            ceilings.sort_unstable();
            ceilings.dedup();
            (watched, ceilings)
        })
        .unzip()
}

/// One limit for each item: its first ceiling, or what one of a pair of foes can cost. The limits of pairs follow the
/// ceilings.
pub(super) fn limits(field: &Field) -> (Vec<Option<usize>>, Vec<u64>) {
    let mut limits: Vec<Option<usize>> = field.items.iter().map(|item| item.ceilings.first().copied()).collect();
    let mut pairs = Vec::new();
    for (index, item) in field.items.iter().enumerate() {
        let free = |index: usize| matches!(limits.get(index), Some(None));
        let foe = field
            .items
            .iter()
            .enumerate()
            .skip(index)
            .find(|(at, other)| free(*at) && item.foes.contains(&other.place));
        let Some((foe, other)) = foe.filter(|_| free(index)) else { continue };
        for at in [index, foe] {
            if let Some(limit) = limits.get_mut(at) {
                *limit = Some(field.ceilings.len().saturating_add(pairs.len()));
            }
        }
        pairs.push(item.cost.max(other.cost));
    }
    (limits, pairs)
}
