//! The time of a filling: it goes back to the day on which each thing is said to have happened, so that the demo's past
//! is past in every row, and comes back to today.

use chrono::{NaiveDate, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;

use super::fill::DemoError;
use crate::domain::schedule::Span;
use crate::domain::time::Instant;
use crate::locale::local_day;
use crate::store::FixedTime;

/// The calendar of the demo: whole days from the day of filling, in the organisation's zone.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    today: NaiveDate,
    pub(super) zone: Tz,
}

impl Calendar {
    /// The beginning of a day.
    fn morning(&self, days: i64) -> Option<Instant> {
        let day = self.today.checked_add_signed(TimeDelta::try_days(days)?)?;
        let local = day.and_time(NaiveTime::MIN).and_local_timezone(self.zone).earliest()?;
        Some(Instant::new(local.with_timezone(&Utc)))
    }

    /// A window from the beginning of its first day to the end of its last.
    pub(super) fn span(&self, opens: Option<i64>, closes: Option<i64>) -> Option<Span> {
        opens?;
        let opens_at = opens.and_then(|days| self.morning(days));
        Some(Span { opens_at, closes_at: closes.and_then(|days| self.end(days)) })
    }

    /// The end of a day; the day is inside to its last moment.
    fn end(&self, days: i64) -> Option<Instant> {
        self.morning(days.saturating_add(1))
    }

    /// Noon of a day, for what has no hour.
    pub(super) fn noon(&self, days: i64) -> Option<Instant> {
        self.morning(days).map(|morning| morning.plus(TimeDelta::hours(12)))
    }
}

/// Sets the clock of the application that is being filled.
pub(super) struct Timeline<'a> {
    clock: &'a FixedTime,
    now: Instant,
    pub(super) calendar: Calendar,
}

impl<'a> Timeline<'a> {
    pub(super) fn new(clock: &'a FixedTime, zone: Tz) -> Self {
        let now = clock.get();
        Self { clock, now, calendar: Calendar { today: local_day(now, zone), zone } }
    }

    /// Goes to noon of a day.
    pub(super) fn go_to(&self, days: i64) -> Result<(), DemoError> {
        self.set(days, self.calendar.noon(days))
    }

    /// Goes to the end of a day.
    pub(super) fn go_to_end_of(&self, days: i64) -> Result<(), DemoError> {
        self.set(days, self.calendar.end(days))
    }

    /// Comes back to today.
    pub(super) fn come_back(&self) {
        self.clock.set(self.now);
    }

    fn set(&self, days: i64, moment: Option<Instant>) -> Result<(), DemoError> {
        self.clock.set(moment.ok_or_else(|| DemoError::Content(format!("the day {days}")))?);
        Ok(())
    }
}
