//! The steps that everything the office does with a question shares.

use std::collections::BTreeSet;

use super::refusal::QuestionError;
use crate::actions::steps::{Outgoing, RecordIds, append, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::QuestionId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::question::{FrequentPlace, QuestionEvent, QuestionState};
use crate::domain::search::words;
use crate::domain::text::Prose;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::canonical::Value;
use crate::record::{Act, Subject};
use crate::store::question_words::replace_question_words;
use crate::store::questions::{Question, Standing, find_question, update_question};
use crate::store::{StoreError, Tx};

/// A question as somebody of the office saw it.
#[derive(Debug, Clone, Copy)]
pub struct SeenQuestion {
    /// Its number.
    pub id: QuestionId,
    /// Its version; nothing happens to a later one.
    pub version: i64,
}

/// What everybody reads of a question.
#[derive(Debug, Clone)]
pub struct PublicAnswer {
    /// The question as the office publishes it, without anything about a person.
    pub text: Prose,
    /// The answer.
    pub answer: Prose,
    /// Its place among what is asked most.
    pub place: Option<FrequentPlace>,
}

/// The question with the state that an event leads to, for whoever may answer.
pub(super) fn opened(
    tx: &mut Tx<'_>,
    actor: Actor,
    seen: SeenQuestion,
    event: QuestionEvent,
) -> Result<(Question, QuestionState), QuestionError> {
    authorise(tx, actor, Permission::AnswerQuestions, Scope::Organisation)?;
    let question = find_question(tx, seen.id)?.ok_or(StoreError::NotFound)?;
    let after = question.standing.state.apply(event).filter(|_| question.version == seen.version);
    Ok((question, after.ok_or(QuestionError::ChangedMeanwhile)?))
}

/// Writes how a question stands now.
pub(super) fn settle(tx: &mut Tx<'_>, question: &Question, standing: &Standing) -> Result<(), QuestionError> {
    match update_question(tx, question.id, question.version, standing) {
        Ok(true) => Ok(replace_question_words(tx, question.id, &found_by(standing, &question.language))?),
        // Somebody else took the place meanwhile.
        Ok(false) | Err(StoreError::Conflict) => Err(QuestionError::ChangedMeanwhile),
        Err(error) => Err(error.into()),
    }
}

/// The words by which a question is found: those of what everybody reads.
pub(super) fn found_by(standing: &Standing, language: &str) -> BTreeSet<String> {
    let public = standing.state == QuestionState::Public;
    let texts = [standing.public_text.as_deref(), standing.answer.as_ref().map(|(answer, _)| answer.as_str())];
    texts.into_iter().flatten().filter(|_| public).flat_map(|text| words(text, language)).collect()
}

/// Enters what was done with a question: its number, never what it says. Of one that somebody asked also when that was, and
/// by when the answer was due.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    (act, question): (Act, &Question),
    more: impl IntoIterator<Item = (&'static str, Value)>,
) -> Result<(), QuestionError> {
    let asked = question.asked_at.zip(question.answer_by);
    let asked = asked.map(|(asked, by)| [("asked", asked.into()), ("answer_by", by.into())]);
    let details = [("question", question.id.value().into())].into_iter().chain(asked.into_iter().flatten()).chain(more);
    Ok(append(tx, ids, actor, act, (None, Subject::Settings), details)?)
}

/// Tells whoever asked, if an address was named and is kept.
pub(super) fn tell_asker(
    tx: &mut Tx<'_>,
    ids: &MessageIds,
    question: &Question,
    message: &Message,
) -> Result<(), QuestionError> {
    // None was typed, or one that later versions no longer take.
    let Ok(recipient) = Email::parse_kept(&question.email) else { return Ok(()) };
    let language = Language::from_code(&question.language).unwrap_or_default();
    Ok(enqueue(tx, ids, 0, Outgoing::new(message, &recipient, language))?)
}
