//! Links to what the council decided, and to its paper.

use super::office_round;
use crate::domain::ids::ProjectNumber;
use crate::domain::slug::Slug;
use crate::locale::Language;

/// What the council decided on each project.
#[must_use]
pub fn office_decisions(language: Language, slug: &Slug) -> String {
    format!("{}/decisions", office_round(language, slug))
}

/// The entry of one project.
#[must_use]
pub fn office_decision(language: Language, slug: &Slug, number: ProjectNumber) -> String {
    format!("{}/{:05}", office_decisions(language, slug), number.value())
}

/// Says that the council has decided.
#[must_use]
pub fn office_decided(language: Language, slug: &Slug) -> String {
    format!("{}/decided", office_round(language, slug))
}

/// The result on paper, for the council.
#[must_use]
pub fn council_paper(language: Language, slug: &Slug) -> String {
    format!("{}/council-paper", office_round(language, slug))
}
