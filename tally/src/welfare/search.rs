//! The search itself: item after item is taken or not, in all ways that can still beat the best set known.
//!
//! A state is a choice among the first items, those of most worth per cost. It is dropped when another one has more
//! worth for no more money (Nemhauser and Ullmann's dominance), or when not even fractions of the items to come would
//! lift it above the best set known (Dantzig's bound). "Above" means more worth, then less cost, then earlier in the
//! order of ties, so no two sets are equal and one is left. The last items are not tried one by one: their best choices
//! for each amount of money are listed beforehand.

use std::cmp::{Ordering, Reverse};

use super::field::{Field, Item, Set, product, spend};

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
}

/// How many states are kept in each pass, and about how many choices among the last items are listed for it. The first
/// passes are short and find good sets, which let the last one, that keeps all states, drop most of them.
const PASSES: [(usize, usize); 3] = [(NARROW, 16), (2_048, 1_024), (usize::MAX, 1_024)];

/// The width of the first pass, which is enough for most elections.
const NARROW: usize = 64;

/// How many items on either side of the one at which the money ends are tried in all ways, and by how many items they
/// are shifted, one trial after the other as long as the bound is not met.
const TRIALS: [(usize, usize); 4] = [(9, 0), (11, 0), (13, 0), (13, 4)];

/// How many states of a level are tried out at once, by taking what fits.
const TRIED_OUT: usize = 2_048;

/// With how many others a state is compared where ceilings make it rare that one is plainly better.
const COMPARED: usize = 64;

/// The best set; `by_ties` asks for the first in the order of ties among equals.
pub(super) fn best_set(field: &Field, by_ties: bool) -> Best {
    let mut search = Search::new(field, by_ties);
    for (width, tail) in PASSES {
        if width > NARROW {
            search.pair_up();
        }
        search.list_tail(tail);
        if search.pass(width) {
            break;
        }
    }
    search.best
}

/// A choice among the first items, or, in the tail, among the last.
#[derive(Debug, Clone)]
struct State {
    cost: u64,
    worth: u128,
    set: Set,
    /// What is left of each ceiling.
    left: Vec<u64>,
}

impl State {
    fn with(&self, item: &Item) -> Self {
        let mut with = self.clone();
        with.take(item);
        with
    }

    fn take(&mut self, item: &Item) {
        self.cost = self.cost.saturating_add(item.cost);
        self.worth = self.worth.saturating_add(item.worth);
        self.set.add(item.place);
        spend(&mut self.left, item);
    }

    /// The cheaper first, then the one of more worth, then the first in the order of ties.
    fn by_cost(&self, other: &Self) -> Ordering {
        let by_worth = self.cost.cmp(&other.cost).then_with(|| other.worth.cmp(&self.worth));
        by_worth.then_with(|| other.set.cmp(&self.set))
    }
}

struct Search<'a> {
    field: &'a Field,
    by_ties: bool,
    constrained: bool,
    best: Best,
    /// By index: the items before it that cannot go with one from there on.
    watched: Vec<Set>,
    /// By index: the ceilings that an item from there on counts to.
    open_ceilings: Vec<Vec<usize>>,
    /// By index: the limit, of those added to the ceilings, that bounds the item.
    limits: Vec<Option<usize>>,
    /// The most that each pair of foes can cost.
    pairs: Vec<u64>,
    /// The choices among the items from `tail_start` on: each costs more than the one before, and is worth more.
    tail: Vec<State>,
    tail_start: usize,
}

impl<'a> Search<'a> {
    fn new(field: &'a Field, by_ties: bool) -> Self {
        let (limits, pairs) = limits(field);
        let mut search = Self {
            field,
            by_ties,
            constrained: field.is_constrained(),
            best: Best::none(field),
            watched: Vec::new(),
            open_ceilings: Vec::new(),
            limits,
            pairs,
            tail: Vec::new(),
            tail_start: field.items.len(),
        };
        if search.constrained {
            (search.watched, search.open_ceilings) = outlook(field);
        }
        search.list_tail(1);
        let start = search.start();
        search.try_out(start, 0);
        search
    }

    /// Lists the choices among so many of the last items that they are about as many as asked for.
    fn list_tail(&mut self, size: usize) {
        self.tail = vec![self.start()];
        self.tail_start = self.field.items.len();
        while !self.constrained && self.tail.len() < size && self.tail_start > 0 {
            let level = self.tail_start.saturating_sub(1);
            let Some(item) = self.field.items.get(level) else { break };
            let tail = std::mem::take(&mut self.tail);
            self.tail = self.with_and_without(tail, item);
            self.tail_start = level;
        }
    }

    /// All choices, with and without an item, that the budget allows and no other makes needless.
    fn with_and_without(&self, mut states: Vec<State>, item: &Item) -> Vec<State> {
        let with: Vec<State> = states.iter().map(|state| state.with(item)).collect();
        states.extend(with.into_iter().filter(|state| state.cost <= self.field.budget));
        self.undominated(states, 0)
    }

    /// Where many sets come close to the budget, one that meets it is rare among those that a narrow pass keeps. So all
    /// choices among a few items around the end of the money are tried, in halves that are matched by cost.
    fn pair_up(&mut self) {
        let field = self.field;
        let (end, _, _) = self.spent_in_order(&self.start(), 0);
        let most = self.bound(&self.start(), 0);
        for (around, shift) in TRIALS {
            if self.constrained || self.best.worth == most {
                return;
            }
            let first = end.saturating_sub(around).saturating_sub(shift);
            let mut states = vec![self.start()];
            self.tail = vec![self.start()];
            for item in field.items.iter().take(first) {
                states.iter_mut().for_each(|state| state.take(item));
            }
            for (index, item) in field.items.iter().enumerate().skip(first).take(around.saturating_mul(2)) {
                if index % 2 == 0 {
                    states = self.with_and_without(states, item);
                } else {
                    let tail = std::mem::take(&mut self.tail);
                    self.tail = self.with_and_without(tail, item);
                }
            }
            for state in states {
                self.offer(state);
            }
        }
    }

    fn start(&self) -> State {
        State { cost: 0, worth: 0, set: Set::new(self.field.places), left: self.field.ceilings.clone() }
    }

    /// Goes through all items and keeps at most `width` states each time. Whether none had to be left out.
    fn pass(&mut self, width: usize) -> bool {
        let field = self.field;
        let mut states = vec![self.start()];
        let mut complete = true;
        for (level, item) in field.items.iter().enumerate().take(self.tail_start) {
            let next_level = level.saturating_add(1);
            let (mut next, mut with): (Vec<State>, Vec<State>) = (Vec::new(), Vec::new());
            for state in states {
                if self.fits(&state, item) {
                    with.push(state.with(item));
                    if !self.is_promising(&state, next_level) {
                        continue;
                    }
                    if next.len() < TRIED_OUT {
                        self.try_out(state.clone(), next_level);
                    }
                }
                next.push(state);
            }
            next.extend(with);
            next.retain(|state| self.is_promising(state, next_level));
            states = self.undominated(next, next_level);
            if states.len() > width {
                complete = false;
                states.sort_by_cached_key(|state| Reverse((self.bound(state, next_level), state.worth)));
                states.truncate(width);
                states.sort_by(State::by_cost);
            }
        }
        for state in states {
            self.offer(state);
        }
        complete
    }

    fn fits(&self, state: &State, item: &Item) -> bool {
        let within = |ceiling: &usize| state.left.get(*ceiling).is_none_or(|left| item.cost <= *left);
        item.cost <= self.left(state)
            && item.ceilings.iter().all(within)
            && !item.foes.iter().any(|foe| state.set.has(*foe))
    }

    fn left(&self, state: &State) -> u64 {
        self.field.budget.saturating_sub(state.cost)
    }

    /// Takes what fits of the items from an index on, and sees whether that is the best so far.
    fn try_out(&mut self, mut state: State, level: usize) {
        let field = self.field;
        let items = field.items.iter().take(self.tail_start).skip(level);
        for item in items {
            if self.fits(&state, item) {
                state.take(item);
            }
        }
        self.offer(state);
    }

    /// Adds the best choice of the last items, and keeps the set if it is the best so far.
    fn offer(&mut self, state: State) {
        let left = self.left(&state);
        let affordable = self.tail.partition_point(|last| last.cost <= left);
        let Some(last) = affordable.checked_sub(1).and_then(|index| self.tail.get(index)) else { return };
        let (worth, cost) = (state.worth.saturating_add(last.worth), state.cost.saturating_add(last.cost));
        let better = worth.cmp(&self.best.worth).then_with(|| self.best.cost.cmp(&cost));
        if better.is_lt() || (better.is_eq() && !self.by_ties) {
            return;
        }
        let mut set = state.set;
        set.join(&last.set);
        if better.is_gt() || set > self.best.set {
            self.best = Best { worth, cost, set };
        }
    }

    /// The first item from an index on that the money left does not buy whole when it is spent in order; what of it
    /// can be bought; and the worth of the state with the items before.
    fn spent_in_order(&self, state: &State, level: usize) -> (usize, u64, u128) {
        let (costs, worths) = (&self.field.costs, &self.field.worths);
        let at = |list: &[u64], index: usize| list.get(index).copied().unwrap_or(0);
        let money = at(costs, level).saturating_add(self.left(state));
        let end = costs.partition_point(|cost| *cost <= money).saturating_sub(1);
        let worth = |index: usize| worths.get(index).copied().unwrap_or(0);
        let gained = worth(end).saturating_sub(worth(level));
        (end, money.saturating_sub(at(costs, end)), state.worth.saturating_add(gained))
    }

    /// No set that this state leads to has more worth.
    fn bound(&self, state: &State, level: usize) -> u128 {
        let (end, rest, whole) = self.spent_in_order(state, level);
        let part = self.field.items.get(end).map_or(0, |item| part(item, rest));
        whole.saturating_add(part)
    }

    /// Whether the state, with items from an index on, may lead above the best set known.
    fn is_promising(&self, state: &State, level: usize) -> bool {
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
        match by_worth.then_with(|| self.best.cost.cmp(&cost)) {
            Ordering::Greater => self.keeps_to_limits(state, level),
            Ordering::Equal if self.by_ties => {
                let mut set = state.set.clone();
                let items = self.field.items.iter().take(end.saturating_add(1)).skip(level);
                items.for_each(|item| set.add(item.place));
                set > self.best.set && self.keeps_to_limits(state, level)
            }
            Ordering::Less | Ordering::Equal => false,
        }
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
    fn undominated(&self, mut states: Vec<State>, level: usize) -> Vec<State> {
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
fn outlook(field: &Field) -> (Vec<Set>, Vec<Vec<usize>>) {
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
fn limits(field: &Field) -> (Vec<Option<usize>>, Vec<u64>) {
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
