//! How long something that failed waits before it is tried again.

use chrono::TimeDelta;

use crate::secrecy::randomness::draw;

/// The bounds of the waits of one kind of work.
#[derive(Debug, Clone, Copy)]
pub(super) struct Waits {
    /// After the first try.
    pub(super) first: TimeDelta,
    /// However often it was tried.
    pub(super) longest: TimeDelta,
}

impl Waits {
    /// The wait after a try, counted from 1: twice as long each time, up to the longest.
    pub(super) fn after(self, attempt: i64) -> TimeDelta {
        let doublings = u32::try_from(attempt.saturating_sub(1).clamp(0, 30)).unwrap_or(0);
        self.first.checked_mul(2_i32.saturating_pow(doublings)).unwrap_or(self.longest).min(self.longest)
    }

    /// The same and up to a quarter more, so that what failed together is not tried again together. Draws from the
    /// operating system; call it before a transaction.
    pub(super) fn jittered(self, attempt: i64) -> TimeDelta {
        let wait = self.after(attempt);
        // Without randomness all wait alike, which does no harm.
        let [share] = draw::<1>().unwrap_or_default();
        let more = wait.checked_mul(share.into()).and_then(|more| more.checked_div(4 * 255)).unwrap_or_default();
        wait + more
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_doubles_and_ends_at_the_longest() {
        let waits = Waits { first: TimeDelta::seconds(30), longest: TimeDelta::minutes(10) };

        let seconds = |attempt| waits.after(attempt).num_seconds();

        assert_eq!([1, 2, 3, 4, 5, 6, 7].map(seconds), [30, 60, 120, 240, 480, 600, 600]);
        assert_eq!([i64::MIN, 0, 100, i64::MAX].map(seconds), [30, 30, 600, 600]);
    }
}
