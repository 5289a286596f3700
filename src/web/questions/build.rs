//! Questions as pages show them.

use super::load::Rounds;
use super::view::{AnsweredQuestion, OfficeQuestion, OwnAnswer};
use crate::domain::question::{FrequentPlace, QuestionState, SetAsideReason};
use crate::domain::time::Instant;
use crate::locale::{Arg, Language, Words, is_day_over};
use crate::store::questions::Question;

/// The language of what is written in a question.
pub(super) fn language_of(question: &Question) -> &'static str {
    Language::from_code(&question.language).unwrap_or_default().tag()
}

/// A text line by line, without the empty ones.
pub(super) fn lines(text: &str) -> Vec<String> {
    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// Why a question is set aside, in words.
pub(super) fn reason_in_words(reason: SetAsideReason, words: &Words<'_>) -> String {
    words.text(&format!("set-aside-{}", reason.as_str().replace('_', "-")), &[])
}

/// Where a question stands, in words.
pub(super) fn state_in_words(state: QuestionState, words: &Words<'_>) -> String {
    words.text(&format!("questions-state-{}", state.as_str().replace('_', "-")), &[])
}

/// A public question; none for one that is not.
pub(super) fn answered(question: &Question, rounds: &Rounds, words: &Words<'_>) -> Option<AnsweredQuestion> {
    let text = question.standing.public_text.as_ref()?;
    let (answer, at) = question.standing.answer.as_ref()?;
    let day = words.date(*at);
    Some(AnsweredQuestion {
        language: language_of(question),
        question: text.clone(),
        answer: lines(answer),
        answered: words.text("help-answered", &[("date", Arg::from(day.as_str()))]),
        asked: question.asked_at.map(|at| words.date(at)),
        round: rounds.title(question.round),
    })
}

/// The answer that somebody reads on the page of their own question.
pub(super) fn own_answer(question: &Question, words: &Words<'_>) -> Option<OwnAnswer> {
    let (answer, at) = question.standing.answer.as_ref()?;
    Some(OwnAnswer { lines: lines(answer), at: words.date(*at) })
}

/// A question as the office sees it; where the answer goes only for those who answer.
pub(super) fn office_question(
    question: &Question,
    rounds: &Rounds,
    (now, shows_address): (Instant, bool),
    words: &Words<'_>,
) -> OfficeQuestion {
    let standing = &question.standing;
    let is_open = standing.state == QuestionState::Open;
    OfficeQuestion {
        number: question.id.to_string(),
        state: standing.state.as_str(),
        state_name: state_in_words(standing.state, words),
        language: language_of(question),
        own: question.asked_at.is_none(),
        asked: question.asked_at.map(|at| words.date(at)),
        answer_by: question.answer_by.filter(|_| is_open).map(|at| words.date_with_weekday(at)),
        late: is_open && question.answer_by.is_some_and(|by| is_day_over(by, now, words.zone())),
        round: rounds.title(question.round),
        text: question.text.as_deref().map(lines).unwrap_or_default(),
        public_text: standing.public_text.as_deref().map(lines).unwrap_or_default(),
        answer: own_answer(question, words),
        reason: standing.reason.map(|reason| reason_in_words(reason, words)),
        settled: standing.settled_at.map(|at| words.date(at)),
        place: standing.place.map(FrequentPlace::value),
        email: Some(question.email.clone()).filter(|email| shows_address && !email.is_empty()),
    }
}
