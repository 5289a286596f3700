//! What the office asks the authors of proposals, and what they answer. Nobody else reads it.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::author_questions;
use crate::domain::ids::ProposalId;
use crate::domain::text::Prose;
use crate::domain::time::Instant;

/// A question to an author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorQuestion {
    /// Its row.
    pub id: i64,
    /// What is asked.
    pub question: String,
    /// When it was asked.
    pub asked_at: Instant,
    /// Until when the author is waited for.
    pub answer_by: Instant,
    /// What they answered, and when.
    pub answer: Option<(String, Instant)>,
}

const COLUMNS: (
    author_questions::id,
    author_questions::question,
    author_questions::asked_at,
    author_questions::answer_by,
    author_questions::answer,
    author_questions::answered_at,
) = (
    author_questions::id,
    author_questions::question,
    author_questions::asked_at,
    author_questions::answer_by,
    author_questions::answer,
    author_questions::answered_at,
);

type Columns = (i64, String, NaiveDateTime, NaiveDateTime, Option<String>, Option<NaiveDateTime>);

fn read((id, question, asked_at, answer_by, answer, answered_at): Columns) -> AuthorQuestion {
    AuthorQuestion {
        id,
        question,
        asked_at: Instant::from_utc(asked_at),
        answer_by: Instant::from_utc(answer_by),
        answer: answer.zip(answered_at.map(Instant::from_utc)),
    }
}

/// What was asked about a proposal, the last first.
///
/// # Errors
/// When the database fails.
pub fn list_author_questions(conn: &mut Conn, proposal: ProposalId) -> Result<Vec<AuthorQuestion>, StoreError> {
    let rows = author_questions::table
        .filter(author_questions::proposal_id.eq(proposal.value()))
        .order(author_questions::id.desc())
        .select(COLUMNS)
        .load::<Columns>(conn)?;
    Ok(rows.into_iter().map(read).collect())
}

/// Asks. With `remind_at` the author is reminded then, unless they have answered.
///
/// # Errors
/// When the database fails.
pub fn insert_author_question(
    conn: &mut Conn,
    proposal: ProposalId,
    question: &Prose,
    (now, answer_by): (Instant, Instant),
    remind_at: Option<Instant>,
) -> Result<(), StoreError> {
    diesel::insert_into(author_questions::table)
        .values((
            author_questions::proposal_id.eq(proposal.value()),
            author_questions::question.eq(question.as_str()),
            author_questions::asked_at.eq(now.to_utc()),
            author_questions::answer_by.eq(answer_by.to_utc()),
            author_questions::remind_at.eq(remind_at.map(Instant::to_utc)),
        ))
        .execute(conn)?;
    Ok(())
}

/// Answers the last question about a proposal: an earlier one that nobody answered is over.
///
/// # Errors
/// When the database fails.
pub fn update_author_answer(
    conn: &mut Conn,
    proposal: ProposalId,
    answer: &Prose,
    now: Instant,
) -> Result<(), StoreError> {
    let own = author_questions::table.filter(author_questions::proposal_id.eq(proposal.value()));
    let last: i64 = own.order(author_questions::id.desc()).select(author_questions::id).first(conn)?;
    diesel::update(author_questions::table.find(last))
        .set((
            author_questions::answer.eq(answer.as_str()),
            author_questions::answered_at.eq(now.to_utc()),
            author_questions::remind_at.eq(None::<NaiveDateTime>),
        ))
        .execute(conn)?;
    Ok(())
}

/// The questions whose authors are to be reminded by now, the longest due first, at most `most`.
///
/// # Errors
/// When the database fails.
pub fn list_due_reminders(conn: &mut Conn, now: Instant, most: i64) -> Result<Vec<i64>, StoreError> {
    let due = author_questions::table.filter(author_questions::remind_at.assume_not_null().le(now.to_utc()));
    let due = due.filter(author_questions::remind_at.is_not_null()).order(author_questions::remind_at);
    Ok(due.limit(most).select(author_questions::id).load(conn)?)
}

/// Takes a question whose author is to be reminded, which nobody does again, and its proposal. None if somebody else took it:
/// whoever comes second waits until the transaction of the first has ended.
///
/// # Errors
/// When the database fails.
pub fn take_due_reminder(
    conn: &mut Conn,
    id: i64,
    now: Instant,
) -> Result<Option<(AuthorQuestion, ProposalId)>, StoreError> {
    // What is empty is never due.
    let due = author_questions::table.find(id).filter(author_questions::remind_at.le(now.to_utc()));
    if diesel::update(due).set(author_questions::remind_at.eq(None::<NaiveDateTime>)).execute(conn)? == 0 {
        return Ok(None);
    }
    let row = author_questions::table.find(id).select((author_questions::proposal_id, COLUMNS));
    let (proposal, columns): (i64, Columns) = row.first(conn)?;
    Ok(Some((read(columns), ProposalId::new(proposal))))
}

/// Forgets what was asked and answered about a proposal that was taken back.
///
/// # Errors
/// When the database fails.
pub(super) fn delete_author_questions(conn: &mut Conn, proposal: ProposalId) -> Result<(), StoreError> {
    let own = author_questions::table.filter(author_questions::proposal_id.eq(proposal.value()));
    diesel::delete(own).execute(conn)?;
    Ok(())
}
