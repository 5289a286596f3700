//! The bound of work: a search that passes it ends without an answer, never with a wrong one.

use crate::count::CountError;

/// How many states, or cells of tables by their weight, all searches of one count may try: some tens of seconds.
pub(crate) const MOST_STATES: u64 = 200_000_000;

/// How many states are kept at once: 450 megabytes were measured. More would fit a large machine, but not the small one
/// that serves a town, and costs that need more mostly need very many more.
pub(crate) const MOST_AT_ONCE: usize = 2_000_000;

/// Under constraints the bound of a state looks at each item, so many of which take as long as one state.
const ITEMS_IN_A_STATE: usize = 8;

/// So many cells of a table take as long as one state.
const CELLS_IN_A_STATE: u64 = 64;

/// What is left of the work that one count may do.
#[derive(Debug)]
pub(super) struct Work {
    left: u64,
}

/// The bound that was passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TooMuchWork {
    /// Of the states that are tried one after the other.
    InAll,
    /// Of the states that are kept at once.
    AtOnce,
}

impl From<TooMuchWork> for CountError {
    fn from(passed: TooMuchWork) -> Self {
        match passed {
            TooMuchWork::InAll => Self::TooMuchWork(MOST_STATES),
            TooMuchWork::AtOnce => Self::TooManyAtOnce(MOST_AT_ONCE),
        }
    }
}

impl Work {
    /// So many states may be tried.
    pub(super) const fn of(states: u64) -> Self {
        Self { left: states }
    }

    /// Takes so many states into account, for each of which so many items are looked at.
    pub(super) fn try_states(&mut self, states: usize, items: usize) -> Result<(), TooMuchWork> {
        if states > MOST_AT_ONCE {
            return Err(TooMuchWork::AtOnce);
        }
        let weight = (items / ITEMS_IN_A_STATE).saturating_add(1);
        self.take(u64::try_from(states.saturating_mul(weight)).unwrap_or(u64::MAX))
    }

    /// Takes the cells of a table into account.
    pub(super) fn fill_cells(&mut self, cells: u64) -> Result<(), TooMuchWork> {
        self.take(cells / CELLS_IN_A_STATE)
    }

    fn take(&mut self, states: u64) -> Result<(), TooMuchWork> {
        self.left = self.left.checked_sub(states).ok_or(TooMuchWork::InAll)?;
        Ok(())
    }
}
