//! A question that the office writes and answers itself, before anybody has to ask.

use super::refusal::QuestionError;
use super::settle::{PublicAnswer, enter, found_by};
use crate::actions::steps::{RecordIds, authorise};
use crate::domain::ids::{QuestionId, RoundId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::question::QuestionState;
use crate::locale::Language;
use crate::record::Act;
use crate::store::question_words::replace_question_words;
use crate::store::questions::{Standing, find_question, insert_own_question, update_place_given_up};
use crate::store::{Db, Lock, StoreError};

/// A question of the office's own.
#[derive(Debug, Clone)]
pub struct WriteQuestion {
    /// The round that it is about; none for everything else.
    pub round: Option<RoundId>,
    /// The language that it is written in.
    pub language: Language,
    /// What everybody reads.
    pub public: PublicAnswer,
}

/// Publishes a question that nobody asked. Another one that has its place among what is asked most gives it up.
///
/// # Errors
/// When somebody else takes the place at the same moment, the actor may not, or the database fails.
pub async fn write_question(db: &Db, actor: Actor, new: WriteQuestion) -> Result<QuestionId, QuestionError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::AnswerQuestions, Scope::Organisation)?;
        if let Some(place) = new.public.place {
            update_place_given_up(tx, place, None)?;
        }
        let standing = Standing {
            state: QuestionState::Public,
            reason: None,
            public_text: Some(new.public.text.as_str().to_owned()),
            answer: Some((new.public.answer.as_str().to_owned(), tx.now)),
            settled_at: Some(tx.now),
            place: new.public.place,
        };
        let id = match insert_own_question(tx, new.round, new.language.written(), &standing) {
            Err(StoreError::Conflict) => return Err(QuestionError::ChangedMeanwhile),
            other => other?,
        };
        replace_question_words(tx, id, &found_by(&standing, new.language.written()))?;
        let question = find_question(tx, id)?.ok_or(StoreError::NotFound)?;
        enter(tx, &ids, actor, (Act::QuestionPublished, &question), [])?;
        Ok(id)
    })
    .await
}
