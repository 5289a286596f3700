//! The search itself: item after item is taken or not, in all ways that can still beat the best set known.
//!
//! A state is a choice among the first items, those of most worth per cost. It is dropped when another one has more
//! worth for no more money (Nemhauser and Ullmann's dominance), or when not even fractions of the items to come would
//! lift it above the best set known (Dantzig's bound). "Above" means more worth, then less cost. The last items are not
//! tried one by one: their best choices for each amount of money are listed beforehand. Where that leaves very many
//! states and the amounts of money are few, a [`table`] over them takes over.

use std::cmp::Reverse;

use super::bounds::{limits, outlook};
use super::field::{Field, Item, Set};
use super::state::{Best, State};
use super::table;
use super::work::{TooMuchWork, Work};

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

/// So many states are tried before a table is asked whether it would be shorter.
const BRIEFLY: u64 = 100_000;

/// The best set. With a `floor`, only one that is better than that, or else the floor itself.
pub(super) fn best_set(field: &Field, floor: Option<Best>, work: &mut Work) -> Result<Best, TooMuchWork> {
    let mut search = Search::new(field, floor);
    for (width, tail) in PASSES {
        if width > NARROW {
            search.pair_up();
        }
        search.list_tail(tail);
        let allowed = if width == usize::MAX { BRIEFLY } else { u64::MAX };
        match search.pass(width, allowed, work)? {
            Pass::Complete => return Ok(search.best),
            Pass::Narrowed => {}
            Pass::TooLong if table::is_short(field) => {
                let found = table::best_set(field, work)?;
                return Ok(if search.is_better(found.worth, found.cost) { found } else { search.best });
            }
            Pass::TooLong => {
                search.pass(width, u64::MAX, work)?;
            }
        }
    }
    Ok(search.best)
}

/// How a pass ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Pass {
    /// Nothing better is left.
    Complete,
    /// Some states had to be left out.
    Narrowed,
    /// It was broken off.
    TooLong,
}

pub(super) struct Search<'a> {
    pub(super) field: &'a Field,
    pub(super) constrained: bool,
    pub(super) best: Best,
    /// Whether the best set known is a floor, and no set at all was found that is better.
    is_floor: bool,
    /// By index: the items before it that cannot go with one from there on.
    pub(super) watched: Vec<Set>,
    /// By index: the ceilings that an item from there on counts to.
    pub(super) open_ceilings: Vec<Vec<usize>>,
    /// By index: the limit, of those added to the ceilings, that bounds the item.
    pub(super) limits: Vec<Option<usize>>,
    /// The most that each pair of foes can cost.
    pub(super) pairs: Vec<u64>,
    /// The choices among the items from `tail_start` on: each costs more than the one before, and is worth more.
    tail: Vec<State>,
    tail_start: usize,
}

impl<'a> Search<'a> {
    fn new(field: &'a Field, floor: Option<Best>) -> Self {
        let (limits, pairs) = limits(field);
        let mut search = Self {
            field,
            constrained: field.is_constrained(),
            is_floor: floor.is_some(),
            best: floor.unwrap_or_else(|| Best::none(field)),
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
            if self.constrained || (self.best.worth == most && !self.is_floor) {
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

    /// Goes through all items and keeps at most `width` states each time, as long as all together are no more than
    /// allowed.
    fn pass(&mut self, width: usize, allowed: u64, work: &mut Work) -> Result<Pass, TooMuchWork> {
        let field = self.field;
        let mut states = vec![self.start()];
        let (mut end, mut tried) = (Pass::Complete, 0_u64);
        for (level, item) in field.items.iter().enumerate().take(self.tail_start) {
            work.try_states(states.len(), if self.constrained { field.items.len() } else { 0 })?;
            tried = tried.saturating_add(u64::try_from(states.len()).unwrap_or(u64::MAX));
            if tried > allowed {
                return Ok(Pass::TooLong);
            }
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
                end = Pass::Narrowed;
                states.sort_by_cached_key(|state| Reverse((self.bound(state, next_level), state.worth)));
                states.truncate(width);
                states.sort_by(State::by_cost);
            }
        }
        for state in states {
            self.offer(state);
        }
        Ok(end)
    }

    pub(super) fn fits(&self, state: &State, item: &Item) -> bool {
        let within = |ceiling: &usize| state.left.get(*ceiling).is_none_or(|left| item.cost <= *left);
        item.cost <= self.left(state)
            && item.ceilings.iter().all(within)
            && !item.foes.iter().any(|foe| state.set.has(*foe))
    }

    pub(super) fn left(&self, state: &State) -> u64 {
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
        if self.is_better(worth, cost) {
            let mut set = state.set;
            set.join(&last.set);
            self.best = Best { worth, cost, set };
            self.is_floor = false;
        }
    }

    /// Whether a set of this worth and cost is better than the best one known.
    fn is_better(&self, worth: u128, cost: u64) -> bool {
        worth.cmp(&self.best.worth).then_with(|| self.best.cost.cmp(&cost)).is_gt()
    }
}
