//! What was typed into the office's forms, and what is wrong with it: all of it at once.

use chrono::TimeDelta;
use chrono_tz::Tz;

use super::view::{Field, Mistake};
use crate::domain::reason::{PublicReason, PublicReasonError};
use crate::domain::time::Instant;
use crate::locale::{LocalTimeError, Words, read_date, read_local_time, read_time};
use crate::web::parts::Problem;

/// No voting is moved further by mistake.
const FURTHEST: TimeDelta = TimeDelta::days(366);

/// All that is wrong with a form.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Mistakes(pub(super) Vec<Mistake>);

impl Mistakes {
    /// Takes what holds, and notes what does not.
    pub(super) fn take<T>(&mut self, checked: Result<T, Mistake>) -> Option<T> {
        checked.map_err(|mistake| self.0.push(mistake)).ok()
    }

    /// For the summary above the heading.
    pub(super) fn problems(&self, words: Words<'_>) -> Vec<Problem> {
        let problem = |mistake: &Mistake| Problem {
            text: words.text(mistake.key(), &[]),
            anchor: Some(mistake.field().to_owned()),
        };
        self.0.iter().map(problem).collect()
    }

    /// A field with what was typed and what is wrong with it.
    pub(super) fn field(&self, name: &str, value: &str, words: Words<'_>) -> Field {
        let mistake = self.0.iter().find(|mistake| mistake.field() == name);
        Field { value: value.to_owned(), problem: mistake.map(|mistake| words.text(mistake.key(), &[])) }
    }
}

/// Reads a public reason.
pub(super) fn read_reason(typed: &str) -> Result<PublicReason, Mistake> {
    PublicReason::parse(typed).map_err(|error| match error {
        PublicReasonError::TooShort if typed.trim().is_empty() => Mistake::ReasonMissing,
        PublicReasonError::TooShort => Mistake::ReasonTooShort,
        PublicReasonError::TooLong => Mistake::ReasonTooLong,
    })
}

/// Whether the round's title was typed. Blanks and the invisible marks that come along when it is copied from the
/// page do not count.
pub(super) fn check_confirmation(typed: &str, title: &str) -> Result<(), Mistake> {
    let plain = |text: &str| {
        let visible = text.replace(['\u{2068}', '\u{2069}'], "");
        visible.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    match plain(typed) {
        typed if typed.is_empty() => Err(Mistake::ConfirmMissing),
        typed if typed == plain(title) => Ok(()),
        _ => Err(Mistake::ConfirmDiffers),
    }
}

/// Reads a new end of voting, later than now and than the present end.
pub(super) fn read_end(
    (date, time): (&str, &str),
    zone: Tz,
    present: Option<Instant>,
    now: Instant,
    mistakes: &mut Mistakes,
) -> Option<Instant> {
    let date = mistakes.take(checked(date.trim(), read_date, [Mistake::DateMissing, Mistake::DateUnreadable]));
    let time = mistakes.take(checked(time.trim(), read_time, [Mistake::TimeMissing, Mistake::TimeUnreadable]));
    let local = format!("{}T{}", date?.format("%Y-%m-%d"), time?.format("%H:%M"));
    let end = read_local_time(&local, zone).map_err(|error| match error {
        LocalTimeError::Skipped => Mistake::TimeSkipped,
        LocalTimeError::Malformed => Mistake::DateUnreadable,
    });
    mistakes.take(end.and_then(|end| match end {
        end if end <= now => Err(Mistake::EndIsPast),
        end if present.is_some_and(|present| end <= present) => Err(Mistake::EndNotLater),
        end if end > now.plus(FURTHEST) => Err(Mistake::EndTooFar),
        end => Ok(end),
    }))
}

fn checked<T>(typed: &str, read: fn(&str) -> Option<T>, [missing, unreadable]: [Mistake; 2]) -> Result<T, Mistake> {
    if typed.is_empty() { Err(missing) } else { read(typed).ok_or(unreadable) }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn end(date: &str, time: &str) -> Result<Instant, Vec<Mistake>> {
        let at = |text| Instant::parse(text).unwrap();
        let mut mistakes = Mistakes::default();
        let present = Some(at("2027-03-20T22:59:00Z"));
        read_end((date, time), Berlin, present, at("2027-03-10T12:00:00Z"), &mut mistakes).ok_or(mistakes.0)
    }

    #[test]
    fn a_new_end_is_read_in_the_organisations_zone() {
        let expected = Ok(Instant::parse("2027-03-21T22:30:00Z").unwrap());

        assert_eq!(end("2027-03-21", "23:30"), expected);
        assert_eq!(end(" 21.03.2027 ", "23:30:00"), expected);
    }

    #[test]
    fn each_mistake_is_told_from_the_others_and_all_are_told() {
        assert_eq!(end("", ""), Err(vec![Mistake::DateMissing, Mistake::TimeMissing]));
        assert_eq!(end("tomorrow", "8"), Err(vec![Mistake::DateUnreadable, Mistake::TimeUnreadable]));
        assert_eq!(end("2027-03-28", "02:30"), Err(vec![Mistake::TimeSkipped]));
        assert_eq!(end("2027-03-10", "12:59"), Err(vec![Mistake::EndIsPast]));
        assert_eq!(end("2027-03-20", "23:59"), Err(vec![Mistake::EndNotLater]));
        assert_eq!(end("2028-03-20", "23:59"), Err(vec![Mistake::EndTooFar]));
    }

    #[test]
    fn a_title_that_was_copied_from_the_page_holds() {
        assert_eq!(check_confirmation("\u{2068}Lindenau  2027\u{2069} ", "Lindenau 2027"), Ok(()));
        assert_eq!(check_confirmation(" \u{2069}", "Lindenau 2027"), Err(Mistake::ConfirmMissing));
        assert_eq!(check_confirmation("lindenau 2027", "Lindenau 2027"), Err(Mistake::ConfirmDiffers));
    }
}
