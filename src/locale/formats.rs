//! The formats of one language, from CLDR's data through ICU4X: made once, shared by all threads.

use super::language::Language;
use chrono::{DateTime, Datelike, Timelike};
use chrono_tz::Tz;
use fluent_bundle::FluentValue;
use icu_calendar::{Date, Gregorian};
use icu_datetime::FixedCalendarDateTimeFormatter;
use icu_datetime::fieldsets::{YMD, YMDE};
use icu_datetime::options::Length;
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_locale_core::{Locale, locale};
use intl_memoizer::Memoizable;
use intl_memoizer::concurrent::IntlLangMemoizer;
use std::fmt::Display;
use unic_langid::LanguageIdentifier;

/// What formats numbers and dates in one language.
pub(super) struct Formats {
    language: Language,
    decimal: DecimalFormatter,
    short_date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    date: FixedCalendarDateTimeFormatter<Gregorian, YMD>,
    date_with_weekday: FixedCalendarDateTimeFormatter<Gregorian, YMDE>,
}

impl Formats {
    /// # Errors
    /// With a sentence, when the data of the language is not part of the program.
    pub(super) fn load(language: Language) -> Result<Self, String> {
        // British English writes the day before the month.
        let locale: Locale = match language {
            Language::German => locale!("de-DE"),
            Language::English | Language::Mirrored => locale!("en-GB"),
        };
        let fault = |error: &dyn Display| format!("no formats for {locale}: {error}");
        let ymd = |length| {
            FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMD::for_length(length))
                .map_err(|error| fault(&error))
        };
        Ok(Self {
            language,
            decimal: DecimalFormatter::try_new((&locale).into(), Default::default()).map_err(|error| fault(&error))?,
            short_date: ymd(Length::Medium)?,
            date: ymd(Length::Long)?,
            date_with_weekday: FixedCalendarDateTimeFormatter::try_new((&locale).into(), YMDE::long())
                .map_err(|error| fault(&error))?,
        })
    }

    pub(super) fn decimal(&self, number: &Decimal) -> String {
        self.decimal.format(number).to_string()
    }

    /// `12.10.2026` or `12 Oct 2026`.
    pub(super) fn short_date(&self, local: &DateTime<Tz>) -> String {
        gregorian(local).map_or_else(|| iso(local), |date| self.short_date.format(&date).to_string())
    }

    /// `12. Oktober 2026`, never broken behind the day.
    pub(super) fn date(&self, local: &DateTime<Tz>) -> String {
        gregorian(local).map_or_else(|| iso(local), |date| joined(&self.date.format(&date).to_string()))
    }

    /// `Montag, 12. Oktober 2026`, never broken behind the day.
    pub(super) fn date_with_weekday(&self, day: &impl Datelike) -> String {
        gregorian(day).map_or_else(|| iso(day), |date| joined(&self.date_with_weekday.format(&date).to_string()))
    }

    /// `18:05 Uhr`: a clock of 24 hours in every language.
    pub(super) fn time(&self, local: &DateTime<Tz>) -> String {
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        match self.language {
            Language::German => format!("{time}\u{a0}Uhr"),
            Language::English | Language::Mirrored => time,
        }
    }
}

fn gregorian(date: &impl Datelike) -> Option<Date<Gregorian>> {
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    Date::try_new_gregorian(date.year(), month, day).ok()
}

/// Ties the day to its month: "am 12." at the end of a line reads as the end of a sentence.
fn joined(date: &str) -> String {
    let day = date.find(|letter: char| letter.is_ascii_digit()).unwrap_or(date.len());
    let (weekday, rest) = date.split_at(day);
    format!("{weekday}{}", rest.replacen(' ', "\u{a0}", 1))
}

/// For the years far beyond ICU's calendar.
fn iso(date: &impl Datelike) -> String {
    format!("{:04}-{:02}-{:02}", date.year(), date.month(), date.day())
}

/// The digits of one language within messages, kept by Fluent's own memory of formatters.
struct Digits(DecimalFormatter);

impl Memoizable for Digits {
    type Args = ();
    type Error = String;

    fn construct(language: LanguageIdentifier, (): ()) -> Result<Self, String> {
        let locale: Locale = language.to_string().parse().map_err(|_| format!("{language} is not a language"))?;
        DecimalFormatter::try_new(locale.into(), Default::default()).map(Self).map_err(|error| error.to_string())
    }
}

/// Writes the numbers within messages as the language writes them; Fluent itself would write 4318.
pub(super) fn group_digits_of_arguments(value: &FluentValue<'_>, memory: &IntlLangMemoizer) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let decimal: Decimal = number.as_string().parse().ok()?;
    memory.with_try_get::<Digits, _, _>((), |digits| digits.0.format(&decimal).to_string()).ok()
}
