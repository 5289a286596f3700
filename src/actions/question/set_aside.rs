//! Setting a question aside that the office does not answer. Whoever asked is told why.

use super::refusal::QuestionError;
use super::settle::{SeenQuestion, enter, opened, settle, tell_asker};
use crate::actions::steps::RecordIds;
use crate::domain::permission::Actor;
use crate::domain::question::{QuestionEvent, SetAsideReason};
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::questions::Standing;
use crate::store::{Db, Lock};

/// Sets a question aside.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn set_question_aside(
    db: &Db,
    actor: Actor,
    seen: SeenQuestion,
    reason: SetAsideReason,
) -> Result<(), QuestionError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let (question, state) = opened(tx, actor, seen, QuestionEvent::SetAside)?;
        let standing = Standing { state, reason: Some(reason), settled_at: Some(tx.now), ..question.standing.clone() };
        settle(tx, &question, &standing)?;
        enter(tx, &ids, actor, (Act::QuestionSetAside, &question), [("reason", reason.as_str().into())])?;
        tell_asker(tx, &mails, &question, &Message::QuestionSetAside { number: seen.id.value(), reason })
    })
    .await
}
