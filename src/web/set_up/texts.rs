//! What the round is about, and what happens with its result.

use super::sheet::{Desk, Sheet};
use crate::actions::round_set_up::EditTexts;
use crate::domain::organisation::ByLanguage;
use crate::domain::set_up::SetUp;
use crate::web::settings::form::{Fields, Reader, named};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::FieldGroup;

/// As much as the head of a page carries.
const LONGEST: usize = 600;

pub(super) fn write(fields: &mut Fields, set_up: &SetUp, desk: &Desk<'_>) {
    for language in &desk.offer {
        let text = set_up.texts.get(language.code()).cloned().unwrap_or_default();
        fields.set(named("summary", *language), text.summary);
        fields.set(named("outcome", *language), text.outcome);
    }
}

pub(super) fn read(fields: &Fields, desk: &Desk<'_>) -> Result<ByLanguage<EditTexts>, Mistakes> {
    let mut read = Reader::new(fields);
    let texts = desk.offer.iter().map(|language| {
        let summary = read.needed_prose(&named("summary", *language), LONGEST);
        let outcome = read.needed_prose(&named("outcome", *language), LONGEST);
        (language.code().to_owned(), EditTexts { summary, outcome })
    });
    let texts = texts.collect();
    read.finish(texts)
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let summaries = sheet.in_each_language("summary", "summary", "prose");
    let outcomes = sheet.in_each_language("outcome", "outcome", "prose");
    vec![sheet.group("summary", summaries), sheet.group("outcome", outcomes)]
}
