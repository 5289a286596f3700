//! When the office may still write down what reached it.

use chrono::TimeDelta;

use super::schedule::Span;
use super::time::Instant;

/// How long after the end of collecting the office may enter what had reached it before.
pub const ENTERED_WITHIN: TimeDelta = TimeDelta::days(7);

/// Why something is not entered as having come in on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EntryRefusal {
    /// Nothing is collected yet, or the days after the end are over.
    NotOpen,
    /// The day has not come yet.
    InFuture,
    /// Nothing was collected on that day.
    Outside,
}

/// Whether anything can be entered now.
#[must_use]
pub fn may_enter(collecting: Span, now: Instant) -> bool {
    let has_begun = collecting.opens_at.is_none_or(|opens| opens <= now);
    has_begun && collecting.closes_at.is_none_or(|closes| now < closes.plus(ENTERED_WITHIN))
}

/// Whether something can be entered now that came in on a day, of which the first moment and the one behind its end are
/// given. What reached the office while collecting was open, on some part of that day, can be entered until
/// [`ENTERED_WITHIN`] after it closed.
///
/// # Errors
/// Why not.
pub fn check_entry(collecting: Span, (begins, ends): (Instant, Instant), now: Instant) -> Result<(), EntryRefusal> {
    if !may_enter(collecting, now) {
        return Err(EntryRefusal::NotOpen);
    }
    if now < begins {
        return Err(EntryRefusal::InFuture);
    }
    let too_early = collecting.opens_at.is_some_and(|opens| ends <= opens);
    let too_late = collecting.closes_at.is_some_and(|closes| closes <= begins);
    if too_early || too_late { Err(EntryRefusal::Outside) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Instant {
        Instant::parse(text).unwrap()
    }

    /// A day in UTC.
    fn day(text: &str) -> (Instant, Instant) {
        let begins = at(&format!("{text}T00:00:00Z"));
        (begins, begins.plus(TimeDelta::days(1)))
    }

    #[test]
    fn what_came_in_while_collecting_was_open_is_entered_until_a_week_after_it() {
        let span = Span { opens_at: Some(at("2027-03-01T12:00:00Z")), closes_at: Some(at("2027-03-10T12:00:00Z")) };
        for (came_in, now, expected) in [
            ("2027-03-01", "2027-03-01T11:59:59Z", Err(EntryRefusal::NotOpen)),
            ("2027-03-01", "2027-03-01T12:00:00Z", Ok(())),
            ("2027-02-28", "2027-03-02T12:00:00Z", Err(EntryRefusal::Outside)),
            ("2027-03-03", "2027-03-02T23:59:59Z", Err(EntryRefusal::InFuture)),
            ("2027-03-02", "2027-03-02T23:59:59Z", Ok(())),
            ("2027-03-10", "2027-03-17T11:59:59Z", Ok(())),
            ("2027-03-11", "2027-03-12T08:00:00Z", Err(EntryRefusal::Outside)),
            ("2027-03-10", "2027-03-17T12:00:00Z", Err(EntryRefusal::NotOpen)),
        ] {
            assert_eq!(check_entry(span, day(came_in), at(now)), expected, "{came_in} at {now}");
        }
    }

    #[test]
    fn without_ends_only_the_future_is_refused() {
        let now = at("2027-03-02T12:00:00Z");

        assert_eq!(check_entry(Span::default(), day("2020-01-01"), now), Ok(()));
        assert_eq!(check_entry(Span::default(), day("2027-03-03"), now), Err(EntryRefusal::InFuture));
    }
}
