//! The addresses of a round's set-up.

use super::{home, office_round, path};
use crate::domain::set_up::RoundPart;
use crate::domain::slug::Slug;
use crate::locale::Language;

/// Where a round is started.
#[must_use]
pub fn new_round(language: Language) -> String {
    format!("{}{}", home(language), path::NEW_ROUND)
}

/// The task list of a round.
#[must_use]
pub fn set_up(language: Language, slug: &Slug) -> String {
    format!("{}/set-up", office_round(language, slug))
}

/// One of its parts.
#[must_use]
pub fn set_up_part(language: Language, slug: &Slug, part: RoundPart) -> String {
    format!("{}/{}", set_up(language, slug), part.as_str())
}

/// The round's page as people will see it.
#[must_use]
pub fn set_up_preview(language: Language, slug: &Slug) -> String {
    format!("{}/preview", set_up(language, slug))
}

/// Makes the round public.
#[must_use]
pub fn set_up_publish(language: Language, slug: &Slug) -> String {
    format!("{}/publish", set_up(language, slug))
}
