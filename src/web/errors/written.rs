//! What somebody wrote in a form that was not taken, given back on the error page.

use super::view::{WrittenForm, WrittenText};
use crate::locale::Words;
use crate::web::{sent_once, sign_in, upload};

/// Fields that nobody types in: what a page notes for itself, and what is chosen from a list.
const NOT_TYPED: &[&str] = &[
    sent_once::FORM,
    upload::FILE_LEFT,
    "act",
    "area",
    "back",
    "basis",
    "checked",
    "closes_at",
    "code",
    "competence",
    "declared",
    "department",
    "draft",
    "effect",
    "every_department",
    "feasibility",
    "format",
    "handle",
    "id",
    "language",
    "last",
    "made_for",
    "next",
    "offer_group",
    "offer_kind",
    "order",
    "proposers",
    "report",
    "request",
    "role",
    "round",
    "route",
    "rule",
    "seen",
    "source",
    "standard",
    "state",
    "statement_id",
    "supporters",
    "sure",
    "token",
    "topic",
    "version",
    "voice",
    "workplace",
];

/// What the fields are called in which people write most.
const NAMED: &[(&str, &str)] = &[
    ("title", "propose-field-title"),
    ("body", "propose-field-body"),
    ("summary", "propose-field-summary"),
    ("place", "propose-field-place"),
    ("display_name", "propose-field-display-name"),
    ("email", "propose-field-email"),
    ("cost", "propose-field-cost"),
    ("offer_body", "propose-field-offer-body"),
    ("cost_once", "review-field-cost-once"),
    ("cost_yearly", "review-field-cost-yearly"),
    ("cost_source", "review-field-cost-source"),
    ("upkeep", "review-field-upkeep"),
    ("reason", "errors-field-reason"),
    ("next_step", "review-field-next-step"),
    ("referred_to", "review-field-referred-to"),
    ("note", "review-field-note"),
    ("question", "review-field-question"),
    ("statement", "review-field-statement"),
    ("statement_question", "review-field-statement-question"),
];

/// The form once more, and what there is to read in it: what somebody typed, and not what names a form or was chosen.
pub(super) fn written_form(path: &str, fields: &[(String, String)], words: Words<'_>) -> WrittenForm {
    let text = |(name, value): &(String, String)| {
        let key = NAMED.iter().find(|(named, _)| named == name).map(|(_, key)| *key);
        is_typed(name, value).then(|| WrittenText {
            label: key.map(|key| words.text(key, &[])),
            lines: value.lines().map(str::to_owned).collect(),
        })
    };
    WrittenForm {
        url: Some(path.to_owned()),
        fields: sign_in::hidden(fields),
        texts: fields.iter().filter_map(text).collect(),
        file_left: fields.iter().any(|(name, _)| name == upload::FILE_LEFT),
    }
}

/// A box that is ticked sends nothing but `1`.
fn is_typed(name: &str, value: &str) -> bool {
    !NOT_TYPED.contains(&name) && !["", "1"].contains(&value.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_in_small_letters_and_numbers_are_typed_and_codes_and_choices_are_not() {
        for (name, value) in [("title", "spielplatz"), ("cost_once", "1500"), ("imprint-de", "rathaus")] {
            assert!(is_typed(name, value), "{name}");
        }
        let noted = [("code", "ABCD-EFGH"), ("topic", "parks"), ("helped", "1"), ("note", " "), ("file-left", "1")];
        for (name, value) in noted {
            assert!(!is_typed(name, value), "{name}");
        }
    }
}
