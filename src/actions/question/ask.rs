//! Taking a question from anybody. It is entered in the record only when the office does something with it: the record
//! names who acts, and whoever asks is nobody known.

use chrono::TimeDelta;

use super::refusal::QuestionError;
use crate::actions::steps::{Outgoing, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::{QuestionId, RoundId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::Prose;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::secrecy::ReportToken;
use crate::store::organisation::find_day;
use crate::store::questions::{NewQuestion, insert_question};
use crate::store::{Db, Lock};

/// Within so many days the office answers.
const DAYS: i64 = 14;

/// A question as somebody asks it.
#[derive(Debug, Clone)]
pub struct AskQuestion {
    /// What is asked.
    pub text: Prose,
    /// The round that it is about; none for everything else.
    pub round: Option<RoundId>,
    /// Where the answer goes, if it is wanted by mail.
    pub email: Option<Email>,
    /// The language that it is written in.
    pub language: Language,
}

/// Takes a question; the answer can be read with the token and is due within 14 days. Whoever named an address is told.
///
/// # Errors
/// When the database fails.
pub async fn ask_question(
    db: &Db,
    actor: Actor,
    token: &ReportToken,
    question: AskQuestion,
) -> Result<QuestionId, QuestionError> {
    let (token_hash, ids) = (token.hash(), MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::AskQuestion, Scope::Organisation)?;
        let (now, asked) = (tx.now, question.clone());
        let new = NewQuestion {
            token_hash,
            round: asked.round,
            language: asked.language.written().to_owned(),
            text: asked.text,
            email: asked.email,
            answer_by: now.plus(TimeDelta::days(DAYS)),
        };
        let id = insert_question(tx, &new, now)?;
        if let Some(recipient) = &new.email {
            let answer_until = find_day(tx, new.answer_by)?;
            let message = Message::QuestionReceived { number: id.value(), answer_until };
            enqueue(tx, &ids, 0, Outgoing::new(&message, recipient, asked.language))?;
        }
        Ok(id)
    })
    .await
}
