//! Local times as the browser's field for date and time writes them: `2026-10-11T23:59`.

use crate::domain::time::Instant;
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use chrono_tz::Tz;
use thiserror::Error;

/// Why a typed time is no moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LocalTimeError {
    /// Not `2026-10-11T23:59`, with seconds or a blank instead of the T if need be.
    #[error("not a date with a time")]
    Malformed,
    /// The clock jumps over this time in spring.
    #[error("the clock jumps over this time")]
    Skipped,
}

/// The value of a date-and-time field for a moment.
#[must_use]
pub fn local_field(at: Instant, zone: Tz) -> String {
    at.to_datetime().with_timezone(&zone).format("%Y-%m-%dT%H:%M").to_string()
}

/// The day on which a moment falls in a zone.
#[must_use]
pub fn local_day(at: Instant, zone: Tz) -> NaiveDate {
    at.to_datetime().with_timezone(&zone).date_naive()
}

/// The moment at which a day begins in a zone, however the clock is changed in that night.
#[must_use]
pub fn first_moment(day: NaiveDate, zone: Tz) -> Instant {
    moment_at(day, NaiveTime::MIN, zone)
}

/// The moment at which a day begins in a zone, and the one at which the next day does.
#[must_use]
pub fn moments_of_day(day: NaiveDate, zone: Tz) -> (Instant, Instant) {
    let next = day.checked_add_days(Days::new(1)).unwrap_or(NaiveDate::MAX);
    (first_moment(day, zone), first_moment(next, zone))
}

/// The last moment of a day in a zone: what is due on the day is due by then.
#[must_use]
pub fn last_moment(day: NaiveDate, zone: Tz) -> Instant {
    moments_of_day(day, zone).1.plus(TimeDelta::milliseconds(-1))
}

/// Whether the day of a moment is over where the clocks go as in a zone.
#[must_use]
pub fn is_day_over(due: Instant, now: Instant, zone: Tz) -> bool {
    local_day(now, zone) > local_day(due, zone)
}

/// The moment at which the clock of a zone shows a time of a day, for the first time if it does so twice; where the clock
/// jumps over that time, an hour later on the clock.
#[must_use]
pub fn moment_at(day: NaiveDate, time: NaiveTime, zone: Tz) -> Instant {
    let local = day.and_time(time);
    let on_clock = |local: NaiveDateTime| local.and_local_timezone(zone).earliest();
    let found = on_clock(local).or_else(|| on_clock(local.checked_add_signed(TimeDelta::hours(1))?));
    found.map_or_else(|| Instant::from_utc(local), |moment| Instant::new(moment.with_timezone(&Utc)))
}

/// Reads a date-and-time field. Of the hour that comes twice in autumn the later one is meant: a deadline must not
/// end before the clock shows it for the last time.
///
/// # Errors
/// When the text is not a time, or one that the clock jumps over.
pub fn read_local_time(text: &str, zone: Tz) -> Result<Instant, LocalTimeError> {
    let text = text.trim();
    let local = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%d %H:%M"]
        .iter()
        .find_map(|pattern| NaiveDateTime::parse_from_str(text, pattern).ok())
        .ok_or(LocalTimeError::Malformed)?;
    let moment = local.and_local_timezone(zone).latest().ok_or(LocalTimeError::Skipped)?;
    Ok(Instant::new(moment.with_timezone(&Utc)))
}

/// Reads a date as a browser's field sends it, or as people type it: `2026-10-11` or `11.10.2026`. A year of two digits
/// is none, and no other that nobody means.
#[must_use]
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let read = |pattern| NaiveDate::parse_from_str(text.trim(), pattern).ok();
    read("%Y-%m-%d").or_else(|| read("%d.%m.%Y")).filter(|date| (2000..2200).contains(&date.year()))
}

/// Reads a time of day: `23:59`, with seconds if need be.
#[must_use]
pub fn read_time(text: &str) -> Option<NaiveTime> {
    let read = |pattern| NaiveTime::parse_from_str(text.trim(), pattern).ok();
    read("%H:%M").or_else(|| read("%H:%M:%S"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Europe::Berlin;

    #[test]
    fn a_field_reads_what_it_shows() {
        let at = Instant::parse("2026-10-11T21:59:00Z").unwrap();

        assert_eq!(local_field(at, Berlin), "2026-10-11T23:59");
        assert_eq!(read_local_time("2026-10-11T23:59", Berlin), Ok(at));
        assert_eq!(read_local_time(" 2026-10-11 23:59 ", Berlin), Ok(at));
    }

    #[test]
    fn a_date_has_a_year_of_four_digits() {
        let day = NaiveDate::from_ymd_opt(2027, 9, 1);

        assert_eq!([read_date("2027-09-01"), read_date(" 1.9.2027 ")], [day, day]);
        for wrong in ["1.9.27", "0027-09-01", "+12345-09-01", "2027-13-01", "soon", ""] {
            assert_eq!(read_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_day_begins_when_the_clock_first_shows_it() {
        let begins = |day: &str, zone| first_moment(read_date(day).unwrap(), zone).to_rfc3339();

        assert_eq!(begins("2027-06-01", Berlin), "2027-05-31T22:00:00.000Z");
        assert_eq!(begins("2027-06-01", chrono_tz::Pacific::Honolulu), "2027-06-01T10:00:00.000Z");
        // Midnight is jumped over in Santiago, and comes twice in Havana.
        assert_eq!(begins("2026-09-06", chrono_tz::America::Santiago), "2026-09-06T04:00:00.000Z");
        assert_eq!(begins("2026-11-01", chrono_tz::America::Havana), "2026-11-01T04:00:00.000Z");
    }

    #[test]
    fn the_hour_that_comes_twice_is_the_later_one() {
        assert_eq!(read_local_time("2026-10-25T02:30", Berlin), Ok(Instant::parse("2026-10-25T01:30:00Z").unwrap()));
    }

    #[test]
    fn a_time_that_the_clock_jumps_over_is_refused() {
        assert_eq!(read_local_time("2027-03-28T02:30", Berlin), Err(LocalTimeError::Skipped));
        assert_eq!(read_local_time("2027-13-28T02:30", Berlin), Err(LocalTimeError::Malformed));
        assert_eq!(read_local_time("", Berlin), Err(LocalTimeError::Malformed));
    }
}
