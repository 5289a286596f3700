//! What is looked for in the record: the fields of the filter, what is wrong with them, and addresses that keep them.

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;
use serde::Deserialize;

use super::view::Mistake;
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::locale::read_local_time;
use crate::record::{ActorRef, Topic};
use crate::web::error::WebError;
use crate::web::filter::{filled, named, page_number};

/// A public reason has no more characters than this.
const LONGEST_TEXT: usize = 500;
/// No entry is older, and none will be younger.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=9999;

/// What stands in the address.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct Asked {
    pub(super) round: Option<String>,
    pub(super) topic: Option<String>,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) text: Option<String>,
    pub(super) actor: Option<String>,
    page: Option<String>,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Wanted {
    pub(super) round: Option<Slug>,
    pub(super) topic: Option<Topic>,
    pub(super) from: Option<Instant>,
    pub(super) before: Option<Instant>,
    pub(super) text: Option<String>,
    pub(super) actor: Option<ActorRef>,
    /// From 1.
    pub(super) page: usize,
}

/// The mistakes of the fields.
pub(super) type Mistakes = Vec<Mistake>;

impl Asked {
    /// Reads the fields. Those that are chosen from a list and the page are a link's business: nobody mistypes them, and
    /// there is no page for what they do not name.
    pub(super) fn read(&self, zone: Tz) -> Result<(Wanted, Mistakes), WebError> {
        let mut mistakes = Vec::new();
        let (from, to) = (day(&self.from, Mistake::From, &mut mistakes), day(&self.to, Mistake::To, &mut mistakes));
        if from.zip(to).is_some_and(|(from, to)| from > to) {
            mistakes.push(Mistake::ToBeforeFrom);
        }
        let text = filled(&self.text).map(visible);
        if text.as_ref().is_some_and(|text| text.chars().count() > LONGEST_TEXT) {
            mistakes.push(Mistake::TextTooLong);
        }
        let next_day = to.and_then(|day| day.checked_add_days(Days::new(1)));
        let wanted = Wanted {
            round: named(&self.round, |slug| Slug::parse(slug).ok())?,
            topic: named(&self.topic, Topic::parse)?,
            from: from.and_then(|day| beginning(day, zone)),
            before: next_day.and_then(|day| beginning(day, zone)),
            text,
            actor: named(&self.actor, ActorRef::parse)?,
            page: named(&self.page, page_number)?.unwrap_or(1),
        };
        Ok((wanted, mistakes))
    }

    /// Whether anything is looked for in particular.
    pub(super) fn is_filtered(&self) -> bool {
        self.fields().next().is_some()
    }

    /// The address of a page of what is looked for.
    pub(super) fn address(&self, list: &str, page: usize) -> String {
        let mut query = url::form_urlencoded::Serializer::new(String::new());
        query.extend_pairs(self.fields());
        if page > 1 {
            query.append_pair("page", &page.to_string());
        }
        let query = query.finish();
        if query.is_empty() { list.to_owned() } else { format!("{list}?{query}") }
    }

    fn fields(&self) -> impl Iterator<Item = (&'static str, &str)> {
        let all = [
            ("round", &self.round),
            ("topic", &self.topic),
            ("from", &self.from),
            ("to", &self.to),
            ("text", &self.text),
            ("actor", &self.actor),
        ];
        all.into_iter().filter_map(|(name, field)| Some((name, filled(field)?)))
    }
}

fn day(field: &Option<String>, mistake: Mistake, mistakes: &mut Mistakes) -> Option<NaiveDate> {
    use chrono::Datelike;
    let typed = filled(field)?;
    let day = ["%Y-%m-%d", "%d.%m.%Y"].iter().find_map(|pattern| NaiveDate::parse_from_str(typed, pattern).ok());
    let day = day.filter(|day| YEARS.contains(&day.year()));
    if day.is_none() {
        mistakes.push(mistake);
    }
    day
}

/// The first moment of a day; where the clock jumps over midnight, the first one that there is.
fn beginning(day: NaiveDate, zone: Tz) -> Option<Instant> {
    ["00:00", "01:00"].iter().find_map(|time| read_local_time(&format!("{day}T{time}"), zone).ok())
}

/// Control signs are in no reason, and not every database takes them.
fn visible(typed: &str) -> String {
    typed.chars().filter(|letter| !letter.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;

    use super::*;

    fn asked(fields: &[(&str, &str)]) -> Asked {
        let of = |name: &str| fields.iter().find(|(field, _)| *field == name).map(|(_, value)| (*value).to_owned());
        Asked {
            round: of("round"),
            topic: of("topic"),
            from: of("from"),
            to: of("to"),
            text: of("text"),
            actor: of("actor"),
            page: of("page"),
        }
    }

    #[test]
    fn empty_fields_look_for_nothing_in_particular() {
        let all = asked(&[("round", ""), ("topic", ""), ("from", " "), ("to", ""), ("text", " "), ("page", "")]);

        let (wanted, mistakes) = all.read(Berlin).unwrap();

        assert_eq!((wanted, mistakes.len()), (Wanted { page: 1, ..Wanted::default() }, 0));
        assert!(!all.is_filtered());
        assert_eq!(all.address("/en/record", 1), "/en/record");
        assert_eq!(all.address("/en/record", 3), "/en/record?page=3");
    }

    #[test]
    fn days_are_whole_days_of_the_organisations_zone() {
        let (wanted, mistakes) = asked(&[("from", "2027-10-01"), ("to", "3.10.2027")]).read(Berlin).unwrap();

        assert_eq!(mistakes, []);
        assert_eq!(wanted.from, Instant::parse("2027-09-30T22:00:00Z"));
        assert_eq!(wanted.before, Instant::parse("2027-10-03T22:00:00Z"));
    }

    #[test]
    fn an_address_keeps_what_was_typed() {
        let typed = asked(&[("round", "lindenau"), ("topic", "dates"), ("text", "Brücke & Bus"), ("page", "2")]);

        assert_eq!(
            typed.address("/de/record", 2),
            "/de/record?round=lindenau&topic=dates&text=Br%C3%BCcke+%26+Bus&page=2"
        );
        assert!(typed.is_filtered());
    }

    #[test]
    fn mistakes_are_told_all_at_once() {
        let long = "x".repeat(501);
        let (_, mistakes) = asked(&[("from", "soon"), ("to", "99999-01-01"), ("text", &long)]).read(Berlin).unwrap();
        let (_, turned) = asked(&[("from", "2027-10-02"), ("to", "2027-10-01")]).read(Berlin).unwrap();

        assert_eq!(mistakes, [Mistake::From, Mistake::To, Mistake::TextTooLong]);
        assert_eq!(turned, [Mistake::ToBeforeFrom]);
    }

    #[test]
    fn there_is_no_page_for_what_no_link_names() {
        for wrong in
            [("round", "Not A Slug"), ("topic", "all"), ("actor", "ada"), ("page", "0"), ("page", "+1"), ("page", "x")]
        {
            assert!(asked(&[wrong]).read(Berlin).is_err(), "{wrong:?}");
        }
    }
}
