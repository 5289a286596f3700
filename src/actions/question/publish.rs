//! Publishing a question with its answer, for the first time or as it reads from now on. Whoever asked is told once, with the
//! first answer.

use super::refusal::QuestionError;
use super::settle::{PublicAnswer, SeenQuestion, enter, opened, settle, tell_asker};
use crate::actions::steps::RecordIds;
use crate::domain::permission::Actor;
use crate::domain::question::{QuestionEvent, QuestionState};
use crate::domain::time::Instant;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::questions::{Standing, update_place_given_up};
use crate::store::{Db, Lock};

/// Publishes a question. A question that has its place among what is asked most gives it up.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn publish_question(
    db: &Db,
    actor: Actor,
    seen: SeenQuestion,
    public: PublicAnswer,
) -> Result<(), QuestionError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let (question, state) = opened(tx, actor, seen, QuestionEvent::Publish)?;
        if let Some(place) = public.place {
            update_place_given_up(tx, place, Some(seen.id))?;
        }
        let was_public = question.standing.state == QuestionState::Public;
        let since = question.standing.settled_at.filter(|_| was_public).unwrap_or(tx.now);
        let standing = Standing {
            state,
            reason: None,
            public_text: Some(public.text.as_str().to_owned()),
            answer: Some(answered(&public, &question.standing, tx.now)),
            settled_at: Some(since),
            place: public.place,
        };
        settle(tx, &question, &standing)?;
        let act = if was_public { Act::QuestionChanged } else { Act::QuestionPublished };
        enter(tx, &ids, actor, (act, &question), [])?;
        // Whoever was told that the answer is not public hears when it becomes so.
        let was_shown = question.standing.public_text.is_some();
        match question.standing.state {
            QuestionState::AnsweredAlone if was_shown => Ok(()),
            QuestionState::Open | QuestionState::SetAside | QuestionState::AnsweredAlone => {
                let answer = public.answer.as_str().to_owned();
                let message = Message::QuestionAnswered { number: seen.id.value(), answer, public: true };
                tell_asker(tx, &mails, &question, &message)
            }
            QuestionState::Public => Ok(()),
        }
    })
    .await
}

/// The answer with its day: that of the first time for as long as it reads as it did.
fn answered(public: &PublicAnswer, before: &Standing, now: Instant) -> (String, Instant) {
    let kept = before.answer.as_ref().filter(|(text, _)| text == public.answer.as_str());
    (public.answer.as_str().to_owned(), kept.map_or(now, |(_, at)| *at))
}
