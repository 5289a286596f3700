//! Taking a question out of public. Whoever asked it keeps their answer.

use super::refusal::QuestionError;
use super::settle::{SeenQuestion, enter, opened, settle};
use crate::actions::steps::RecordIds;
use crate::domain::permission::Actor;
use crate::domain::question::QuestionEvent;
use crate::record::Act;
use crate::store::questions::Standing;
use crate::store::{Db, Lock};

/// Takes a question out of public; its text stays for the office, which can publish it again.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn take_question_out(db: &Db, actor: Actor, seen: SeenQuestion) -> Result<(), QuestionError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let (question, state) = opened(tx, actor, seen, QuestionEvent::TakeOut)?;
        let standing = Standing { state, settled_at: Some(tx.now), place: None, ..question.standing.clone() };
        settle(tx, &question, &standing)?;
        enter(tx, &ids, actor, (Act::QuestionTakenOut, &question), [])
    })
    .await
}
