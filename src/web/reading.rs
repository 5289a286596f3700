//! A form for those who may read it but not send it: its own fields as terms and values.
//!
//! Whoever builds a form gives its groups of fields to [`groups`]; what is typed, chosen or ticked becomes what is read.

use serde::Serialize;

use super::layout::NavLink;
use super::settings::view::{FieldGroup, FieldView};
use super::templates::View;
use crate::locale::{Words, read_date};

/// What a form holds: `pages/reading/show.html`.
#[derive(Debug, Default, Serialize)]
pub struct ReadingPage {
    /// What the form is about.
    pub title: String,
    /// What that is a part of: a round, the settings.
    pub of: String,
    /// The overview that leads here.
    pub back: NavLink,
    /// What holds for all of it.
    pub note: Option<String>,
    /// The address of a picture.
    pub picture: Option<String>,
    /// The values.
    pub groups: Vec<ReadingGroup>,
    /// When it was last changed.
    pub changed: Option<String>,
}

impl View for ReadingPage {
    const TEMPLATE: &'static str = "pages/reading/show.html";
}

/// Values that stand together.
#[derive(Debug, Serialize)]
pub struct ReadingGroup {
    /// The heading, where there is one.
    pub title: Option<String>,
    /// The values.
    pub values: Vec<ReadingValue>,
}

/// A value with its term.
#[derive(Debug, Default, Serialize)]
pub struct ReadingValue {
    /// What it is called.
    pub term: String,
    /// What it is; empty when nothing is entered.
    pub text: String,
    /// The same with its headings and lists, where it has any: safe HTML.
    pub html: Option<String>,
    /// The language that it is written in, where it is one.
    pub language: Option<&'static str>,
    /// Whether it reads from left to right in every language, as numbers and addresses do.
    pub is_ltr: bool,
}

/// The values of a form's fields; groups without any are left out.
pub(super) fn groups(form: Vec<FieldGroup>, words: &Words<'_>) -> Vec<ReadingGroup> {
    let group = |group: FieldGroup| ReadingGroup {
        title: group.legend,
        values: group.fields.into_iter().filter_map(|field| value(field, words)).collect(),
    };
    form.into_iter().map(group).filter(|group| !group.values.is_empty()).collect()
}

fn value(field: FieldView, words: &Words<'_>) -> Option<ReadingValue> {
    let text = match field.kind {
        // What is sent along unseen is no value.
        "hidden" => return None,
        // Money or places, a day with or without an hour: the one that is not filled in is not missing.
        "number" | "time" if field.value.is_empty() => return None,
        "tick" => words.text(if field.ticked { "reading-yes" } else { "reading-no" }, &[]),
        "choice" | "radio" => {
            field.options.into_iter().find(|option| option.chosen).map(|option| option.label).unwrap_or_default()
        }
        "date" => read_date(&field.value).map(|day| words.day_with_weekday(day)).unwrap_or(field.value),
        _ => field.read_as.unwrap_or(field.value),
    };
    Some(ReadingValue {
        term: field.label,
        text,
        html: field.saved_html,
        language: field.language,
        is_ltr: matches!(field.kind, "number" | "time" | "telephone" | "email" | "url" | "url-part" | "colour"),
    })
}
