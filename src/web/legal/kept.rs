//! What is kept of people, why and until when: the rows of the page, from `domain::personal_data`. Nothing of it is typed
//! by hand, so it cannot say other than what is done.

use super::view::{KeptGroup, KeptRow, KeptTable};
use crate::domain::personal_data::{Datum, Period, Purpose, Rule, Until, WARNED_BEFORE, WARNINGS};
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};

/// The table; `last` is when the deletion last ran.
pub(super) fn kept_table(words: Words<'_>, last: Option<Instant>) -> KeptTable {
    let group = |purpose: &Purpose| {
        let key = dashed(purpose.as_str());
        let of_purpose = Datum::ALL.iter().filter(|datum| datum.purpose() == *purpose);
        KeptGroup {
            anchor: key.clone(),
            name: words.text(&format!("privacy-purpose-{key}"), &[]),
            why: words.text(&format!("privacy-why-{key}"), &[]),
            rows: of_purpose.map(|datum| row(*datum, words)).collect(),
        }
    };
    KeptTable { groups: Purpose::ALL.iter().map(group).collect(), last: last.map(|at| words.date(at)) }
}

fn row(datum: Datum, words: Words<'_>) -> KeptRow {
    KeptRow {
        what: words.text(&format!("privacy-data-{}", dashed(datum.as_str())), &[]),
        until: until(datum.until(), words),
    }
}

fn until(until: Until, words: Words<'_>) -> String {
    match until {
        Until::Over(rule) => over(rule, words),
        Until::AccountDeleted => words.text("privacy-until-account-deleted", &[]),
        Until::BoxOpened => words.text("privacy-until-box-opened", &[]),
        Until::StaysPublic => words.text("privacy-until-stays-public", &[]),
        Until::OfficeChanges => words.text("privacy-until-office-changes", &[]),
        Until::Forever => words.text("privacy-until-forever", &[]),
    }
}

fn over(rule: Rule, words: Words<'_>) -> String {
    let count = match rule.period() {
        Period::Nothing => 0,
        Period::Days(count) | Period::Months(count) => i64::from(count),
    };
    let counts =
        [("count", Arg::Count(count)), ("days", Arg::Count(WARNED_BEFORE)), ("warnings", Arg::Count(WARNINGS))];
    words.text(&format!("privacy-until-{}", dashed(rule.as_str())), &counts)
}

fn dashed(name: &str) -> String {
    name.replace('_', "-")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::locale::{Catalogue, Language};

    #[test]
    fn everything_that_is_kept_stands_on_the_page_once_in_words() {
        let catalogue = Catalogue::load().unwrap();
        for language in [Language::German, Language::English] {
            let table = kept_table(Words::new(&catalogue, language, chrono_tz::UTC), None);

            let rows: Vec<&KeptRow> = table.groups.iter().flat_map(|group| &group.rows).collect();
            let different: BTreeSet<&str> = rows.iter().map(|row| row.what.as_str()).collect();
            assert_eq!((rows.len(), different.len()), (Datum::ALL.len(), Datum::ALL.len()), "{language:?}");
            for text in rows.iter().flat_map(|row| [&row.what, &row.until]) {
                assert!(text.ends_with('.') && !text.contains("privacy-") && !text.contains('{'), "{text}");
            }
        }
    }

    #[test]
    fn a_period_on_the_page_is_the_one_that_is_carried_out() {
        let catalogue = Catalogue::load().unwrap();
        for (language, rule) in [Language::German, Language::English]
            .into_iter()
            .flat_map(|language| Rule::ALL.iter().map(move |rule| (language, *rule)))
        {
            let told = over(rule, Words::new(&catalogue, language, chrono_tz::UTC));
            let (days, months) = [("Tag", "Monat"), ("day", "month")][usize::from(language == Language::English)];
            let has = |number: u32, unit: &str| told.contains(&number.to_string()) && told.contains(unit);

            match rule.period() {
                Period::Nothing => assert!(!told.contains(char::is_numeric), "{told}"),
                Period::Days(number) => assert!(has(number, days), "{told}"),
                Period::Months(number) => assert!(has(number, months), "{told}"),
            }
        }
    }
}
