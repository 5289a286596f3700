//! Asking the author of a proposal something, and waiting until a day.

use super::refusal::ReviewError;
use super::remind_author::reminder_of;
use super::reviewed::{SeenVersion, reviewed};
use crate::actions::steps::{RecordIds, tell_author};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::Actor;
use crate::domain::review::Event;
use crate::domain::text::Prose;
use crate::domain::time::Instant;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::author_questions::insert_author_question;
use crate::store::organisation::{find_day, find_zone};
use crate::store::reviews::ReviewChange;
use crate::store::{Db, Lock};

/// What is asked, and how long is waited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The question; at most [`crate::domain::review::LONGEST_TEXT`] characters.
    pub question: Prose,
    /// The first moment at which nobody waits any more.
    pub answer_by: Instant,
}

/// Asks the author, who is told by mail where there is an address and finds the question under the change code. The form
/// is kept as it was typed.
///
/// # Errors
/// [`ReviewError::Stage`] when the author is being asked or a verdict is given; [`ReviewError::ChangedMeanwhile`],
/// [`ReviewError::NotReviewed`], [`ReviewError::OtherDepartment`]; when the actor may not, or the database fails.
pub async fn ask_author(
    db: &Db,
    actor: Actor,
    (number, seen): (ProposalNumber, SeenVersion),
    (asking, fields): (Asking, String),
) -> Result<(), ReviewError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let (found, now) = (reviewed(tx, actor, (number, seen))?, tx.now);
        let stage = found.after(Event::Ask)?;
        let Asking { question, answer_by } = &asking;
        let remind_at = reminder_of((now, *answer_by), find_zone(tx)?);
        insert_author_question(tx, found.proposal.id, question, (now, *answer_by), remind_at)?;
        found.change(
            tx,
            ReviewChange { stage: Some((stage, *answer_by)), fields: Some(fields.clone()), ..ReviewChange::default() },
        )?;
        found.enter(tx, (&ids, actor, Act::AuthorAsked), [("until", (*answer_by).into())])?;
        let message = Message::ProposalQuestion {
            number: number.value(),
            question: question.as_str().to_owned(),
            // The last day, not the midnight that ends it.
            answer_until: find_day(tx, answer_by.plus(-chrono::TimeDelta::seconds(1)))?,
        };
        Ok(tell_author(tx, (&mails, 0), &found.proposal, &message)?)
    })
    .await
}
