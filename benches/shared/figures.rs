//! What a load came to: how many calls a second, and how long they took.

use std::time::Duration;

/// Calls that were answered.
#[derive(Debug, Clone, Default)]
pub(crate) struct Figures {
    pub(crate) calls: usize,
    /// From the first call to the last answer.
    pub(crate) span: Duration,
    /// How long each call took; nothing where only the whole was timed.
    pub(crate) latencies: Vec<Duration>,
}

impl Figures {
    pub(crate) fn new(latencies: Vec<Duration>, span: Duration) -> Self {
        Self { calls: latencies.len(), span, latencies }
    }

    /// Calls a second.
    pub(crate) fn rate(&self) -> f64 {
        u32::try_from(self.calls).map_or(f64::INFINITY, f64::from) / self.span.as_secs_f64()
    }

    /// The time within which so many of a hundred calls were answered.
    pub(crate) fn percentile(&self, of_hundred: usize) -> Option<Duration> {
        let mut sorted = self.latencies.clone();
        sorted.sort_unstable();
        let rank = sorted.len().saturating_mul(of_hundred).div_ceil(100);
        sorted.get(rank.checked_sub(1)?).copied()
    }
}
