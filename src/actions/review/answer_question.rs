//! The author's answer to the office's question.

use super::refusal::ReviewError;
use super::reviewed::own;
use crate::actions::steps::RecordIds;
use crate::domain::permission::Actor;
use crate::domain::review::{AFTER_AN_ANSWER, Event};
use crate::domain::text::Prose;
use crate::record::Act;
use crate::secrecy::ChangeMac;
use crate::store::author_questions::update_author_answer;
use crate::store::reviews::ReviewChange;
use crate::store::{Db, Lock};

/// Answers the open question about the proposal that a change code belongs to, also when its day is over but the office
/// has not gone on yet. The office goes on within a week.
///
/// # Errors
/// [`ReviewError::Stage`] when nothing is asked; [`ReviewError::NotReviewed`], [`ReviewError::ChangedMeanwhile`];
/// [`crate::store::StoreError::NotFound`] when no proposal lies under the code; or when the database fails.
pub async fn answer_question(db: &Db, actor: Actor, code: ChangeMac, answer: Prose) -> Result<(), ReviewError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let (found, now) = (own(tx, actor, &code)?, tx.now);
        let stage = found.after(Event::Answer)?;
        update_author_answer(tx, found.proposal.id, &answer, now)?;
        let next = Some((stage, now.plus(AFTER_AN_ANSWER)));
        found.change(tx, ReviewChange { stage: next, ..ReviewChange::default() })?;
        found.enter(tx, (&ids, Actor::Anonymous, Act::AuthorAnswered), [])
    })
    .await
}
