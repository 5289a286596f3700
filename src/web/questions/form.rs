//! The fields of what everybody reads, and what they say.

use super::load::Rounds;
use crate::actions::question::PublicAnswer;
use crate::domain::ids::RoundId;
use crate::domain::question::FrequentPlace;
use crate::domain::slug::Slug;
use crate::locale::{Arg, Words};
use crate::web::settings::build::field_view;
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::{Mistake, Mistakes};
use crate::web::settings::view::{FieldOption, FieldView};

/// The longest question, in characters.
pub(super) const QUESTION_MOST: usize = 2000;
/// The longest answer, in characters.
pub(super) const ANSWER_MOST: usize = 4000;

/// The question as it is published, the answer, the place. `language` is the one that they are written in, where it is known.
pub(super) fn public_fields(
    typed: (&Fields, &Mistakes),
    language: Option<&'static str>,
    words: &Words<'_>,
) -> Vec<FieldView> {
    let prose = |name, label, hint| FieldView { language, ..field_view((name, "prose", label, hint), typed, words) };
    vec![
        prose("public_text", "questions-public", "questions-public-hint"),
        prose("answer", "questions-answer", "questions-answer-hint"),
        FieldView {
            options: places(typed.0.get("place"), words),
            ..field_view(("place", "choice", "questions-place", "questions-place-hint"), typed, words)
        },
    ]
}

fn places(chosen: &str, words: &Words<'_>) -> Vec<FieldOption> {
    let option = |value: String, label: String| FieldOption { chosen: value == chosen, value, label };
    let none = option(String::new(), words.text("questions-no-place", &[]));
    let places = (1..=FrequentPlace::LAST).map(|place| {
        let label = words.text("questions-place-number", &[("place", Arg::Count(place))]);
        option(place.to_string(), label)
    });
    std::iter::once(none).chain(places).collect()
}

/// Reads them.
pub(super) fn read_public(read: &mut Reader<'_>) -> PublicAnswer {
    let text = read.needed_prose("public_text", QUESTION_MOST);
    let answer = read.needed_prose("answer", ANSWER_MOST);
    let typed = read.raw("place");
    let place = typed.parse().ok().and_then(FrequentPlace::new);
    if place.is_none() && !typed.is_empty() {
        read.refuse("place", Mistake::Choose);
    }
    PublicAnswer { text, answer, place }
}

/// The round that a question is about, by its name in addresses; none is everything.
pub(super) fn about(read: &mut Reader<'_>, rounds: &Rounds) -> Option<RoundId> {
    let typed = read.raw("round");
    if typed.is_empty() {
        return None;
    }
    let known = Slug::parse(typed).ok().and_then(|slug| rounds.with_slug(&slug).map(|(round, _)| round.id));
    if known.is_none() {
        read.refuse("round", Mistake::Choose);
    }
    known
}
