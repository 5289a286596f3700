//! Links to questions to the office and their answers.

use super::{home, path};
use crate::domain::ids::QuestionId;
use crate::domain::slug::Slug;
use crate::locale::Language;
use crate::secrecy::ReportToken;

/// Answers to what people ask.
#[must_use]
pub fn help(language: Language) -> String {
    format!("{}{}", home(language), path::HELP)
}

/// Answers to what people ask about a round.
#[must_use]
pub fn help_of_round(language: Language, slug: &Slug) -> String {
    format!("{}?round={slug}", help(language))
}

/// Asks the office.
#[must_use]
pub fn ask(language: Language) -> String {
    format!("{}{}", home(language), path::ASK)
}

/// Asks the office about a round.
#[must_use]
pub fn ask_about(language: Language, slug: &Slug) -> String {
    format!("{}?round={slug}", ask(language))
}

/// A question with its answer, for whoever asked.
#[must_use]
pub fn asked(language: Language, token: &ReportToken) -> String {
    format!("{}/{}", asked_anything(language), token.to_address().as_str())
}

/// What the address of every question begins with.
pub(in crate::web) fn asked_anything(language: Language) -> String {
    format!("{}/questions", help(language))
}

/// The questions to the office.
#[must_use]
pub fn questions(language: Language) -> String {
    format!("{}{}", home(language), path::QUESTIONS)
}

/// A question in the office.
#[must_use]
pub fn question(language: Language, id: QuestionId) -> String {
    format!("{}/{id}", questions(language))
}

/// A question that the office writes itself.
#[must_use]
pub fn question_new(language: Language) -> String {
    format!("{}{}", home(language), path::QUESTION_NEW)
}
