//! The form of a review: what was typed, as it is kept, and the finding that it makes.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::domain::ids::{DepartmentId, ProposalNumber};
use crate::domain::money::{Currency, Money};
use crate::domain::review::{
    Competence, Costs, Fault, Feasibility, Finding, LONGEST_TEXT, LONGEST_WAIT, Route, StandardReason,
};
use crate::domain::text::Prose;
use crate::domain::time::Instant;
use crate::locale::{local_day, moment_at, read_date, read_money};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};

/// The fields that are kept with the review.
const KEPT: [&str; 13] = [
    "route",
    "competence",
    "feasibility",
    "cost_once",
    "cost_yearly",
    "cost_source",
    "upkeep",
    "standard",
    "reason",
    "referred_to",
    "next_step",
    "original",
    "note",
];

/// The form as a review keeps it.
pub(super) fn kept(text: &str) -> Fields {
    let values: BTreeMap<String, String> = serde_json::from_str(text).unwrap_or_default();
    Fields::typed(values.into_iter().collect())
}

/// What a review keeps of a form.
pub(super) fn to_keep(fields: &Fields) -> String {
    let filled = |name: &&str| !fields.get(name).is_empty();
    let values: BTreeMap<&str, &str> = KEPT.into_iter().filter(filled).map(|name| (name, fields.get(name))).collect();
    serde_json::to_string(&values).unwrap_or_default()
}

/// The field that a fault is told at.
pub(super) const fn field_of(fault: Fault) -> &'static str {
    match fault {
        Fault::NotOurs | Fault::Ours => "competence",
        Fault::Unfeasible | Fault::Feasible => "feasibility",
        Fault::CostMissing => "cost_once",
        Fault::SourceMissing => "cost_source",
        Fault::UpkeepMissing => "upkeep",
        Fault::ReasonMissing => "reason",
        Fault::ReasonElsewhere => "standard",
        Fault::OfficeMissing => "referred_to",
        Fault::NextStepMissing => "next_step",
        Fault::OriginalMissing => "original",
    }
}

/// The finding, with the number of the proposal that goes on for both; or all that cannot be read.
pub(super) fn finding(fields: &Fields, currency: &Currency) -> Result<(Finding, Option<ProposalNumber>), Mistakes> {
    let mut read = Reader::new(fields);
    let route = chosen(&mut read, "route", Route::parse);
    let competence = chosen(&mut read, "competence", Competence::parse);
    let feasibility = chosen(&mut read, "feasibility", Feasibility::parse);
    let costs = Costs {
        once: money(&mut read, "cost_once", currency),
        yearly: money(&mut read, "cost_yearly", currency),
        source: read.line("cost_source"),
        upkeep: read.line("upkeep"),
    };
    let standard = StandardReason::parse(read.raw("standard"));
    let reason = read.prose_within("reason", LONGEST_TEXT);
    let (referred_to, next_step) = (read.line("referred_to"), read.line("next_step"));
    let original = number(&mut read);
    // A note has no bounds that matter for a verdict, but one that could not be kept would be lost.
    read.prose_within("note", LONGEST_TEXT);
    match (route, competence, feasibility) {
        (Some(route), Some(competence), Some(feasibility)) => {
            let finding = Finding {
                route,
                competence,
                feasibility,
                costs,
                standard,
                reason,
                referred_to,
                next_step,
                original: None,
            };
            read.finish((finding, original))
        }
        _ => Err(read.mistakes()),
    }
}

fn chosen<T>(read: &mut Reader<'_>, name: &str, parse: impl Fn(&str) -> Option<T>) -> Option<T> {
    let value = parse(read.raw(name));
    if value.is_none() {
        read.refuse(name, Mistake::Choose);
    }
    value
}

fn money(read: &mut Reader<'_>, name: &str, currency: &Currency) -> Option<Money> {
    let typed = read.raw(name);
    if typed.trim().is_empty() {
        return None;
    }
    let money = read_money(typed, currency).ok();
    if money.is_none() {
        read.refuse(name, Mistake::Money);
    }
    money
}

fn number(read: &mut Reader<'_>) -> Option<ProposalNumber> {
    let typed = read.raw("original").trim();
    if typed.is_empty() {
        return None;
    }
    let number = typed.parse().ok().map(ProposalNumber::new);
    if number.is_none() {
        read.refuse("original", Mistake::Number);
    }
    number
}

/// A question to the author, with the end of the day until which they are waited for; or all that is wrong.
pub(super) fn asking(fields: &Fields, (now, zone): (Instant, Tz)) -> Result<(Prose, Instant), Mistakes> {
    let mut read = Reader::new(fields);
    let question = read.needed_prose("question", LONGEST_TEXT);
    let until = read_date(read.raw("answer_by")).and_then(|day| end_of(day, (now, zone)));
    match until {
        Some(until) => read.finish((question, until)),
        None => {
            read.refuse("answer_by", Mistake::DayToWait);
            Err(read.mistakes())
        }
    }
}

/// The end of a day that lies after today, but not too far.
fn end_of(day: NaiveDate, (now, zone): (Instant, Tz)) -> Option<Instant> {
    let ahead = day.signed_duration_since(local_day(now, zone)).num_days();
    let next = day.checked_add_days(Days::new(1))?;
    (1..=LONGEST_WAIT).contains(&ahead).then(|| moment_at(next, NaiveTime::MIN, zone))
}

/// The department that a field names.
pub(super) fn department(read: &mut Reader<'_>, name: &str) -> Option<DepartmentId> {
    let id = read.raw(name).parse().ok().map(DepartmentId::new);
    if id.is_none() {
        read.refuse(name, Mistake::Choose);
    }
    id
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Fields {
        Fields::typed(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn a_form_is_kept_as_it_was_typed_but_for_what_is_no_part_of_the_verdict() {
        let form =
            typed(&[("reason", "Too dear.\nFar."), ("cost_once", "1.50o"), ("question", "Where?"), ("act", "ask")]);

        let again = kept(&to_keep(&form));

        assert_eq!((again.get("reason"), again.get("cost_once")), ("Too dear.\nFar.", "1.50o"));
        assert!(!again.has("question") && !again.has("act") && !again.has("route"));
        assert!(!kept("").has("reason"));
    }

    #[test]
    fn all_that_cannot_be_read_is_told_at_once() {
        let euro = Currency::parse("EUR", 2).unwrap();
        let form = typed(&[("route", "moon"), ("cost_once", "much"), ("cost_yearly", "-1"), ("original", "twelve")]);

        let mistakes = finding(&form, &euro).unwrap_err();

        let fields: Vec<&str> = mistakes.iter().map(|(field, _)| field.as_str()).collect();
        assert_eq!(fields, ["route", "competence", "feasibility", "cost_once", "cost_yearly", "original"]);
    }

    #[test]
    fn an_author_is_waited_for_until_the_end_of_a_day_that_is_near() {
        let now = Instant::parse("2027-05-03T10:00:00Z").unwrap();
        let until = |day: &str| asking(&typed(&[("question", "Where?"), ("answer_by", day)]), (now, Berlin));

        assert_eq!(until("2027-05-17").unwrap().1, Instant::parse("2027-05-17T22:00:00Z").unwrap());
        for wrong in ["", "2027-05-03", "2027-05-02", "2027-08-02", "soon"] {
            assert!(until(wrong).is_err(), "{wrong}");
        }
        assert!(until("2027-08-01").is_ok());
    }
}
