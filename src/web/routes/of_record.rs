//! Links to the record.

use super::{home, path};
use crate::domain::slug::Slug;
use crate::locale::Language;

/// The public record.
#[must_use]
pub fn record_list(language: Language) -> String {
    format!("{}{}", home(language), path::RECORD)
}

/// The public record of a round.
#[must_use]
pub fn record_of_round(language: Language, slug: &Slug) -> String {
    format!("{}?round={slug}", record_list(language))
}

/// What is found in the public record as a table.
#[must_use]
pub fn record_table(language: Language) -> String {
    format!("{}{}", home(language), path::RECORD_TABLE)
}

/// An entry of the public record; `id` is its number in hexadecimal digits.
#[must_use]
pub fn record_entry(language: Language, id: &str) -> String {
    format!("{}/{id}", record_list(language))
}

/// The exact text of an entry.
#[must_use]
pub fn record_file(language: Language, id: &str) -> String {
    format!("{}.json", record_entry(language, id))
}

/// The whole record.
#[must_use]
pub fn office_record(language: Language) -> String {
    format!("{}{}", home(language), path::OFFICE_RECORD)
}

/// The whole record of a round.
#[must_use]
pub fn office_record_of_round(language: Language, slug: &Slug) -> String {
    format!("{}?round={slug}", office_record(language))
}

/// What is found in the whole record as a table.
#[must_use]
pub fn office_record_table(language: Language) -> String {
    format!("{}{}", home(language), path::OFFICE_RECORD_TABLE)
}

/// Who held which role when.
#[must_use]
pub fn office_record_roles(language: Language) -> String {
    format!("{}{}", home(language), path::OFFICE_ROLES)
}

/// The same as a table.
#[must_use]
pub fn office_record_roles_table(language: Language) -> String {
    format!("{}{}", home(language), path::OFFICE_ROLES_TABLE)
}
