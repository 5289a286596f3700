//! Points in time. Only `store::clock::Clock` asks what time it is; everybody else is told.

use chrono::{DateTime, NaiveDateTime, SubsecRound, TimeDelta, Utc};

/// A point in time in UTC, cut to milliseconds, so that both databases give back what they were given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// Cuts a time to milliseconds.
    #[must_use]
    pub fn new(time: DateTime<Utc>) -> Self {
        Self(time.trunc_subsecs(3))
    }

    /// Takes a database's timestamp, which is in UTC.
    #[must_use]
    pub fn from_utc(time: NaiveDateTime) -> Self {
        Self::new(time.and_utc())
    }

    /// The database's timestamp.
    #[must_use]
    pub fn to_utc(self) -> NaiveDateTime {
        self.0.naive_utc()
    }

    /// The time for formatting in a zone; only `locale` does that.
    #[must_use]
    pub fn to_datetime(self) -> DateTime<Utc> {
        self.0
    }

    /// Reads an RFC 3339 time such as `2027-10-10T21:59:00Z`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        DateTime::parse_from_rfc3339(text).ok().map(|time| Self::new(time.with_timezone(&Utc)))
    }

    /// Later by a span; the last representable moment when it would pass that.
    #[must_use]
    pub fn plus(self, span: TimeDelta) -> Self {
        Self::new(self.0.checked_add_signed(span).unwrap_or(DateTime::<Utc>::MAX_UTC))
    }

    /// The span since an earlier moment; negative when `earlier` is later.
    #[must_use]
    pub fn since(self, earlier: Self) -> TimeDelta {
        self.0.signed_duration_since(earlier.0)
    }

    /// RFC 3339 with milliseconds, as canonical bodies and feeds carry it.
    #[must_use]
    pub fn to_rfc3339(self) -> String {
        self.0.to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_instant_keeps_milliseconds_and_no_more() {
        let instant = Instant::parse("2027-10-10T21:59:00.123456Z").unwrap();

        assert_eq!(instant.to_rfc3339(), "2027-10-10T21:59:00.123Z");
        assert_eq!(Instant::from_utc(instant.to_utc()), instant);
    }
}
