//! Taking a question from anybody. It is entered in the record only when the office does something with it: the record
//! names who acts, and whoever asks is nobody known.

use chrono::{Days, NaiveDate};

use super::refusal::QuestionError;
use crate::actions::steps::{Outgoing, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::{QuestionId, RoundId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::Prose;
use crate::locale::{Language, last_moment, local_day};
use crate::mail::{Message, MessageIds};
use crate::secrecy::ReportToken;
use crate::store::organisation::find_zone;
use crate::store::questions::{NewQuestion, insert_question};
use crate::store::{Db, Lock};

/// Within so many days the office answers, the last of them to its end.
const DAYS: Days = Days::new(14);

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
/// [`crate::store::StoreError::Conflict`] when the same question was taken under the token before; or when the database fails.
pub async fn ask_question(
    db: &Db,
    actor: Actor,
    token: &ReportToken,
    question: AskQuestion,
) -> Result<QuestionId, QuestionError> {
    let (token_hash, ids) = (token.hash(), MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::AskQuestion, Scope::Organisation)?;
        let (now, zone, asked) = (tx.now, find_zone(tx)?, question.clone());
        let last_day = local_day(now, zone).checked_add_days(DAYS).unwrap_or(NaiveDate::MAX);
        let new = NewQuestion {
            token_hash,
            round: asked.round,
            language: asked.language.written().to_owned(),
            text: asked.text,
            email: asked.email,
            answer_by: last_moment(last_day, zone),
        };
        let id = insert_question(tx, &new, now)?;
        if let Some(recipient) = &new.email {
            let message = Message::QuestionReceived { number: id.value(), answer_until: last_day };
            enqueue(tx, &ids, 0, Outgoing::new(&message, recipient, asked.language))?;
        }
        Ok(id)
    })
    .await
}
