//! Whether what was typed can be saved: all that is wrong at once, field by field.

use std::collections::BTreeMap;

use chrono_tz::Tz;

use super::form::{Fields, LANGUAGES, SHORT, TEXTS, named};
use super::view::Mistake;
use crate::actions::organisation::EditOrganisation;
use crate::locale::Language;
use crate::store::organisation::OrganisationText;

const SHORT_LIMIT: usize = 120;
const TEXT_LIMIT: usize = 20_000;

/// Mistakes by the name of the field, in the order of the page.
pub(super) type Mistakes = Vec<(String, Mistake)>;

/// Checks every field.
///
/// # Errors
/// All mistakes.
pub(super) fn check(fields: &Fields) -> Result<EditOrganisation, Mistakes> {
    let mut mistakes = Mistakes::new();
    let zone = fields.get("time_zone").trim().parse::<Tz>();
    if zone.is_err() {
        mistakes.push(("time_zone".to_owned(), Mistake::TimeZoneUnknown));
    }
    let telephone = fields.get("help_telephone").trim();
    if let Some(mistake) = telephone_mistake(telephone) {
        mistakes.push(("help_telephone".to_owned(), mistake));
    }
    for language in LANGUAGES {
        mistakes.extend(language_mistakes(fields, language));
    }
    match zone {
        Ok(time_zone) if mistakes.is_empty() => Ok(EditOrganisation {
            seen_version: fields.version(),
            time_zone,
            help_telephone: telephone.to_owned(),
            texts: LANGUAGES.map(|language| (language.code().to_owned(), text(fields, language))).into(),
        }),
        Ok(_) | Err(_) => Err(mistakes),
    }
}

fn telephone_mistake(typed: &str) -> Option<Mistake> {
    let readable = |letter: char| letter.is_ascii_digit() || " +-/()".contains(letter);
    let has_digit = typed.bytes().any(|byte| byte.is_ascii_digit());
    if typed.chars().count() > SHORT_LIMIT {
        Some(Mistake::TooLong)
    } else if typed.is_empty() || (typed.chars().all(readable) && has_digit) {
        None
    } else {
        Some(Mistake::TelephoneUnreadable)
    }
}

fn language_mistakes(fields: &Fields, language: Language) -> Mistakes {
    let length = |field: &str| fields.of(field, language).trim().chars().count();
    let short = SHORT.into_iter().filter_map(|field| {
        let mistake = match (field, length(field)) {
            ("name", 0) => Mistake::NameMissing,
            ("service_name", 0) => Mistake::ServiceNameMissing,
            (_, SHORT_LIMIT..) if length(field) > SHORT_LIMIT => Mistake::TooLong,
            _ => return None,
        };
        Some((named(field, language), mistake))
    });
    let texts = TEXTS.into_iter().filter(|field| length(field) > TEXT_LIMIT);
    short.chain(texts.map(|field| (named(field, language), Mistake::TextTooLong))).collect()
}

fn text(fields: &Fields, language: Language) -> OrganisationText {
    let of = |field| fields.of(field, language).trim().to_owned();
    OrganisationText {
        name: of("name"),
        service_name: of("service_name"),
        help_hours: of("help_hours"),
        help_place: of("help_place"),
        help_place_note: of("help_place_note"),
        imprint: of("imprint"),
        privacy: of("privacy"),
        accessibility: of("accessibility"),
    }
}

/// The mistake of a field.
pub(super) fn mistake_of(mistakes: &[(String, Mistake)], name: &str) -> Option<Mistake> {
    let by_name: BTreeMap<&str, Mistake> = mistakes.iter().map(|(field, mistake)| (field.as_str(), *mistake)).collect();
    by_name.get(name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(changed: &[(&str, &str)]) -> Fields {
        let whole = [("version", "3"), ("time_zone", "Europe/Berlin"), ("help_telephone", "+49 (30) 9018-0")];
        let names =
            [("name_de", "Lindenau"), ("name_en", "Lindenau"), ("service_name_de", "a"), ("service_name_en", "b")];
        let all = whole.iter().chain(&names).chain(changed);
        Fields::typed(all.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }

    #[test]
    fn what_holds_is_taken_without_the_blanks_around_it() {
        let edit = check(&fields(&[("imprint_de", "  # Amt\r\nHaus 1\r\n")])).unwrap();

        assert_eq!((edit.seen_version, edit.time_zone), (Some(3), Tz::Europe__Berlin));
        assert_eq!(edit.texts["de"].imprint, "# Amt\nHaus 1");
    }

    #[test]
    fn every_mistake_is_told_at_its_field() {
        let (long, text) = ("x".repeat(121), "ü".repeat(20_001));
        let changed = [
            ("time_zone", "Mars"),
            ("help_telephone", "call us"),
            ("name_de", " "),
            ("service_name_en", ""),
            ("help_place_en", long.as_str()),
            ("privacy_de", text.as_str()),
        ];

        let mistakes = check(&fields(&changed)).unwrap_err();

        let expected = [
            ("time_zone", Mistake::TimeZoneUnknown),
            ("help_telephone", Mistake::TelephoneUnreadable),
            ("name_de", Mistake::NameMissing),
            ("privacy_de", Mistake::TextTooLong),
            ("service_name_en", Mistake::ServiceNameMissing),
            ("help_place_en", Mistake::TooLong),
        ];
        assert_eq!(mistakes, expected.map(|(name, mistake)| (name.to_owned(), mistake)));
    }
}
