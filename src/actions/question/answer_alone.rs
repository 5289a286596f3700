//! Answering whoever asked, and nobody else. They read the answer where the question is confirmed, and get it by mail where
//! an address was named.

use super::refusal::QuestionError;
use super::settle::{SeenQuestion, enter, opened, settle, tell_asker};
use crate::actions::steps::RecordIds;
use crate::domain::permission::Actor;
use crate::domain::question::QuestionEvent;
use crate::domain::text::Prose;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::questions::Standing;
use crate::store::{Db, Lock};

/// Answers a question, once.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn answer_question_alone(
    db: &Db,
    actor: Actor,
    seen: SeenQuestion,
    answer: Prose,
) -> Result<(), QuestionError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let (question, state) = opened(tx, actor, seen, QuestionEvent::AnswerAlone)?;
        let answer = answer.as_str().to_owned();
        let standing = Standing {
            state,
            reason: None,
            public_text: None,
            answer: Some((answer.clone(), tx.now)),
            settled_at: Some(tx.now),
            place: None,
        };
        settle(tx, &question, &standing)?;
        enter(tx, &ids, actor, (Act::QuestionAnswered, &question), [])?;
        let message = Message::QuestionAnswered { number: seen.id.value(), answer, public: false };
        tell_asker(tx, &mails, &question, &message)
    })
    .await
}
