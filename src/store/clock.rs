//! The only place that asks what time it is. A transaction is told its time once, after its lock was granted.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{TimeDelta, Utc};

use super::conn::Conn;
use super::dialect::server_time;
use super::error::StoreError;
use crate::domain::time::Instant;

/// Where the time comes from.
#[derive(Debug, Clone)]
pub enum Clock {
    /// The machine's clock; inside a transaction on PostgreSQL the server's.
    System,
    /// The same, moved by a span: what a rehearsal or a demo runs on.
    Shifted(TimeDelta),
    /// A time that stands until it is set; it asks nobody.
    Fixed(FixedTime),
}

/// A time that stands still until somebody sets it. Clones share it.
#[derive(Clone)]
pub struct FixedTime(Arc<Mutex<Instant>>);

impl FixedTime {
    /// Stands at this time.
    #[must_use]
    pub fn new(time: Instant) -> Self {
        Self(Arc::new(Mutex::new(time)))
    }

    /// The time at which it stands.
    #[must_use]
    pub fn get(&self) -> Instant {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Stands at another time from now on, earlier or later.
    pub fn set(&self, time: Instant) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = time;
    }
}

impl fmt::Debug for FixedTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "FixedTime({})", self.get().to_rfc3339())
    }
}

impl Clock {
    /// The time of this process, for everything outside a transaction: pages, leases, the age of a session.
    #[must_use]
    pub fn now(&self) -> Instant {
        match self {
            Self::System => Instant::new(Utc::now()),
            Self::Shifted(span) => Instant::new(Utc::now()).plus(*span),
            Self::Fixed(time) => time.get(),
        }
    }

    /// The time of a transaction. Call it after the lock: on PostgreSQL the server is asked for the moment itself,
    /// because `now()` there is the start of the transaction, which may lie before the lock.
    pub(super) fn now_in(&self, conn: &mut Conn) -> Result<Instant, StoreError> {
        if let Self::Fixed(time) = self {
            return Ok(time.get());
        }
        let Some(moment) = server_time(conn)? else { return Ok(self.now()) };
        let moment = Instant::from_utc(moment);
        Ok(match self {
            Self::System | Self::Fixed(_) => moment,
            Self::Shifted(span) => moment.plus(*span),
        })
    }
}

/// How long something has been going on, on the machine's steady clock.
#[derive(Debug, Clone, Copy)]
pub struct Stopwatch(std::time::Instant);

impl Stopwatch {
    /// Begins to measure.
    #[must_use]
    pub fn start() -> Self {
        Self(std::time::Instant::now())
    }

    /// The time since the start.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        self.0.elapsed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fixed_clock_shows_what_it_was_set_to() {
        let start = Instant::parse("2027-05-01T00:00:00Z").unwrap();
        let time = FixedTime::new(start);
        let clock = Clock::Fixed(time.clone());

        time.set(start.plus(TimeDelta::hours(2)));

        assert_eq!(clock.now(), start.plus(TimeDelta::hours(2)));
    }

    #[test]
    fn a_shifted_clock_runs_ahead_by_its_span() {
        let ahead = Clock::Shifted(TimeDelta::days(3)).now().since(Clock::System.now());

        assert!((ahead - TimeDelta::days(3)).abs() < TimeDelta::minutes(1), "{ahead}");
    }
}
