//! What a page or a mail is written with: a language, the catalogue and the organisation's time zone.

use super::catalogue::{Arg, Catalogue, Rendering};
use super::language::Language;
use super::numbers;
use crate::domain::money::{Currency, Money};
use crate::domain::time::Instant;
use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use std::borrow::Cow;

/// Words and formats in one language. Cheap to copy.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    catalogue: &'a Catalogue,
    language: Language,
    zone: Tz,
}

impl<'a> Words<'a> {
    /// Words of a language; times are shown in `zone`.
    #[must_use]
    pub const fn new(catalogue: &'a Catalogue, language: Language, zone: Tz) -> Self {
        Self { catalogue, language, zone }
    }

    /// The language.
    #[must_use]
    pub const fn language(&self) -> Language {
        self.language
    }

    /// The time zone.
    #[must_use]
    pub const fn zone(&self) -> Tz {
        self.zone
    }

    /// A message for a page. Values are isolated, nothing is escaped: the template does that.
    #[must_use]
    pub fn text(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalogue.render(self.language, key, args, Rendering::Isolated)
    }

    /// A message for the subject of a mail, a CSV file or a terminal: without isolation marks.
    #[must_use]
    pub fn plain(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.catalogue.render(self.language, key, args, Rendering::Plain)
    }

    /// A message that is HTML itself (its key ends in `-html`): the values are escaped, the result is HTML.
    #[must_use]
    pub fn markup(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let escaped: Vec<_> = args
            .iter()
            .map(|(name, arg)| match arg {
                Arg::Text(text) => (*name, Arg::Text(Cow::Owned(escape_html(text)))),
                Arg::Count(count) => (*name, Arg::Count(*count)),
            })
            .collect();
        without_marks_in_tags(&self.text(key, &escaped))
    }

    /// `4.318` or `4,318`.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        self.catalogue.formats(self.language).decimal(&number.into())
    }

    /// A share in per cent with one decimal where it is not whole: `11,2 %` or `11.2%`. Of nothing it is 0 %.
    #[must_use]
    pub fn percent(&self, part: i64, whole: i64) -> String {
        let number = self.catalogue.formats(self.language).decimal(&numbers::percent(part, whole));
        match self.language {
            Language::German => format!("{number}\u{a0}%"),
            Language::English | Language::Mirrored => format!("{number}%"),
        }
    }

    /// An amount rounded to whole major units, as it stands on ballots: `1.500 €` or `€1,500`.
    #[must_use]
    pub fn money(&self, amount: Money, currency: &Currency) -> String {
        self.amount(&numbers::whole_units(amount, currency), currency)
    }

    /// An amount with its cents where there are any: `1.234,50 €`, but `1.500 €`.
    #[must_use]
    pub fn money_exact(&self, amount: Money, currency: &Currency) -> String {
        self.amount(&numbers::exact_units(amount, currency), currency)
    }

    fn amount(&self, units: &numbers::Units, currency: &Currency) -> String {
        let digits = self.catalogue.formats(self.language).decimal(&units.magnitude);
        let sign = if units.negative { "-" } else { "" };
        let symbol = numbers::symbol(currency.code(), self.language);
        match self.language {
            _ if symbol.is_empty() => format!("{sign}{digits}"),
            Language::German => format!("{sign}{digits}\u{a0}{symbol}"),
            Language::English | Language::Mirrored if symbol.ends_with(char::is_alphabetic) => {
                format!("{sign}{symbol}\u{a0}{digits}")
            }
            Language::English | Language::Mirrored => format!("{sign}{symbol}{digits}"),
        }
    }

    /// `12. Oktober 2026` or `12 October 2026`.
    #[must_use]
    pub fn date(&self, at: Instant) -> String {
        self.catalogue.formats(self.language).date(&self.local(at))
    }

    /// `Montag, 12. Oktober 2026` or `Monday, 12 October 2026`.
    #[must_use]
    pub fn date_with_weekday(&self, at: Instant) -> String {
        self.catalogue.formats(self.language).date_with_weekday(&self.local(at))
    }

    /// `Montag, 12. Oktober 2026` of a day that has no hour.
    #[must_use]
    pub fn day_with_weekday(&self, day: NaiveDate) -> String {
        self.catalogue.formats(self.language).date_with_weekday(&day)
    }

    /// `12.10.2026, 18:05 Uhr` or `12 Oct 2026, 18:05`.
    #[must_use]
    pub fn date_time(&self, at: Instant) -> String {
        let (formats, local) = (self.catalogue.formats(self.language), self.local(at));
        format!("{}, {}", formats.short_date(&local), formats.time(&local))
    }

    /// `18:05 Uhr` or `18:05`.
    #[must_use]
    pub fn time(&self, at: Instant) -> String {
        self.catalogue.formats(self.language).time(&self.local(at))
    }

    /// A moment with its weekday: `Sonntag, 11. Oktober 2026, 18:05 Uhr` or `Sunday, 11 October 2026, 18:05`.
    #[must_use]
    pub fn moment(&self, at: Instant) -> String {
        self.moment_of(&self.local(at))
    }

    /// The end of a span, for sentences such as "until ...": as [`moment`](Self::moment), but an end at midnight is
    /// told as 23:59 of the day before, because "until Monday, 0:00" is widely taken for the whole Monday.
    #[must_use]
    pub fn until(&self, end: Instant) -> String {
        let local = self.local(end);
        if local.time() == NaiveTime::MIN {
            return self.moment(end.plus(TimeDelta::minutes(-1)));
        }
        self.moment_of(&local)
    }

    fn moment_of(&self, local: &DateTime<Tz>) -> String {
        let formats = self.catalogue.formats(self.language);
        format!("{}, {}", formats.date_with_weekday(local), formats.time(local))
    }

    fn local(&self, at: Instant) -> DateTime<Tz> {
        at.to_datetime().with_timezone(&self.zone)
    }
}

/// Escapes a text for HTML.
pub fn escape_html(text: &str) -> String {
    let mut escaped = Vec::with_capacity(text.len());
    match ::tera::escape_html(text, &mut escaped) {
        Ok(()) => String::from_utf8_lossy(&escaped).into_owned(),
        // Memory does not refuse bytes; if it did, nothing is the safe answer.
        Err(_) => String::new(),
    }
}

/// Takes the isolation marks out of tags, where they would become part of an address.
pub(super) fn without_marks_in_tags(html: &str) -> String {
    let mut in_tag = false;
    html.chars()
        .filter(|letter| {
            in_tag = match letter {
                '<' => true,
                '>' => false,
                _ => in_tag,
            };
            !(in_tag && matches!(letter, '\u{2068}' | '\u{2069}'))
        })
        .collect()
}

#[cfg(test)]
mod tests;
