//! Lists that are edited in rows: one for each thing that is there, and some for new ones.

use super::sheet::{Desk, Sheet};
use crate::domain::organisation::ByLanguage;
use crate::domain::set_up::{RoundPart, SetUp};
use crate::domain::text::Line;
use crate::locale::Language;
use crate::web::settings::form::{Fields, Reader, named};
use crate::web::settings::view::FieldView;

/// Rows for new ones.
const NEW: usize = 3;
/// As many areas as the largest round has, and room to spare.
const MOST: usize = 200;

/// How many rows a form has; more than any page ever had are not looked at.
pub(super) fn count(fields: &Fields) -> usize {
    fields.get("rows").parse().unwrap_or(0).min(MOST)
}

/// Writes the rows of what is there, each by its id and its names.
pub(super) fn write<'a>(
    fields: &mut Fields,
    desk: &Desk<'_>,
    list: impl ExactSizeIterator<Item = (i64, &'a ByLanguage<String>)>,
) {
    fields.set("rows", list.len().saturating_add(NEW).to_string());
    for (row, (id, names)) in (1_usize..).zip(list) {
        fields.set(format!("id_{row}"), id.to_string());
        for language in &desk.offer {
            fields.set(name(*language, row), names.get(language.code()).map_or("", String::as_str));
        }
    }
}

/// Leaves out the rows for new ones.
pub(super) fn leave_out_new(fields: &mut Fields) {
    let there = (1..=count(fields)).filter(|row| id(fields, *row).is_some()).count();
    fields.set("rows", there.to_string());
}

/// The name of the field for the name of a row.
pub(super) fn name(language: Language, row: usize) -> String {
    format!("{}_{row}", named("name", language))
}

/// The rows that stand for something: those that are there and stay, and the new ones in which anything was typed.
pub(super) fn kept(fields: &Fields, desk: &Desk<'_>, more: &[&str]) -> Vec<usize> {
    let is_empty = |row: usize| {
        let names = desk.offer.iter().map(|language| name(*language, row));
        let others = more.iter().map(|field| format!("{field}_{row}"));
        names.chain(others).all(|field| fields.get(&field).trim().is_empty())
    };
    let stands =
        |row: &usize| !fields.has(&format!("remove_{row}")) && (fields.has(&format!("id_{row}")) || !is_empty(*row));
    (1..=count(fields)).filter(stands).collect()
}

/// The id of a row; none for a new one.
pub(super) fn id(fields: &Fields, row: usize) -> Option<i64> {
    fields.get(&format!("id_{row}")).parse().ok()
}

/// The names of a row, each of which is needed.
pub(super) fn read_names(read: &mut Reader<'_>, desk: &Desk<'_>, row: usize) -> ByLanguage<Line> {
    desk.offer.iter().map(|one| (one.code().to_owned(), read.needed_line(&name(*one, row)))).collect()
}

/// The fields of a row: its id, its names, those of `more`, and the tick that removes it.
pub(super) fn fields(sheet: &Sheet<'_>, row: usize, key: &str, more: Vec<FieldView>) -> Vec<FieldView> {
    let hidden = format!("id_{row}");
    let is_there = sheet.fields.has(&hidden);
    let id = is_there.then(|| FieldView {
        kind: "hidden",
        value: sheet.fields.get(&hidden).to_owned(),
        name: hidden,
        ..FieldView::default()
    });
    let name_in = |language: &Language| {
        let field = sheet.field(&name(*language, row), key, "line");
        FieldView { label: sheet.in_language(&field.label, *language), language: Some(language.tag()), ..field }
    };
    let remove = (is_there && !sheet.is_read).then(|| sheet.field(&format!("remove_{row}"), "remove", "tick"));
    id.into_iter().chain(sheet.desk.offer.iter().map(name_in)).chain(more).chain(remove).collect()
}

/// The row of an id.
pub(super) fn row_of(fields: &Fields, wanted: i64) -> Option<usize> {
    (1..=count(fields)).find(|row| id(fields, *row) == Some(wanted))
}

/// Brings a list up to what somebody else has saved since its form was opened: their new rows join it, so that saving
/// does not remove them, and what they removed is marked to go.
pub(super) fn join_saved(fields: &mut Fields, saved: &Fields) {
    let known: Vec<i64> = (1..=count(fields)).filter_map(|row| id(fields, row)).collect();
    let is_gone = |row: &usize| id(fields, *row).is_some_and(|id| row_of(saved, id).is_none());
    let gone: Vec<usize> = (1..=count(fields)).filter(is_gone).collect();
    for row in gone {
        fields.set(format!("remove_{row}"), "1");
    }
    for row in (1..=count(saved)).filter(|row| id(saved, *row).is_some_and(|id| !known.contains(&id))) {
        let next = count(fields).saturating_add(1);
        fields.take_row(saved, row, next);
        fields.set("rows", next.to_string());
    }
}

/// The names of a list as it is saved, for whoever was slower.
pub(super) fn saved_names(part: RoundPart, set_up: &SetUp, language: Language) -> Vec<String> {
    let names: Vec<&ByLanguage<String>> = match part {
        RoundPart::Areas => set_up.areas.iter().map(|area| &area.names).collect(),
        RoundPart::Topics => set_up.topics.iter().map(|topic| &topic.names).collect(),
        RoundPart::Basics
        | RoundPart::Texts
        | RoundPart::People
        | RoundPart::Ballot
        | RoundPart::Dates
        | RoundPart::Privacy => Vec::new(),
    };
    names
        .into_iter()
        .filter_map(|names| names.get(language.written()).or_else(|| names.values().next()).cloned())
        .collect()
}
