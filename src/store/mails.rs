//! The outbox: a message's name and parameters, never its text. Its sending state is the machinery's.

use chrono::TimeDelta;
use diesel::dsl::{And, Eq, Filter, Find};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::mails;
use crate::domain::ids::MailId;
use crate::domain::time::Instant;

/// A message as an act enqueues it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail {
    /// The message's name.
    pub message: &'static str,
    /// The language in which it will be written.
    pub language: String,
    /// The address.
    pub recipient: String,
    /// Its parameters as JSON.
    pub parameters: String,
    /// The Message-ID, the same on every try.
    pub message_id: String,
}

/// A message that a worker has taken. It is the worker's until another takes it, after the lease has run out: each claim
/// counts a try, and only the worker with the latest one can note anything of the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedMail {
    /// Its row.
    pub id: MailId,
    /// The message's name.
    pub message: String,
    /// Its language.
    pub language: String,
    /// The address.
    pub recipient: String,
    /// Its parameters as JSON.
    pub parameters: String,
    /// The Message-ID.
    pub message_id: String,
    /// When it was enqueued.
    pub created_at: Instant,
    /// Which try this is, from 1.
    pub attempt: i64,
}

/// Enqueues a message in the transaction of the act that it tells of.
///
/// # Errors
/// When the database fails.
pub fn insert_mail(conn: &mut Conn, new: &NewMail, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(mails::table)
        .values((
            mails::message.eq(new.message),
            mails::language.eq(&new.language),
            mails::recipient.eq(&new.recipient),
            mails::parameters.eq(&new.parameters),
            mails::message_id.eq(&new.message_id),
            mails::state.eq("waiting"),
            mails::run_after.eq(now.to_utc()),
            mails::tries.eq(0),
            mails::created_at.eq(now.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

type MailRow = (i64, String, String, String, String, String, chrono::NaiveDateTime);

/// Takes the oldest message that is due, or whose worker let its lease run out.
///
/// # Errors
/// When the database fails.
pub fn claim_mail(conn: &mut Conn, now: Instant, lease: TimeDelta) -> Result<Option<ClaimedMail>, StoreError> {
    let due = mails::state.eq("waiting").and(mails::run_after.le(now.to_utc()));
    let abandoned = mails::state.eq("sending").and(mails::leased_until.lt(now.to_utc()));
    let next = mails::table.filter(due.or(abandoned)).order(mails::id).select((
        mails::id,
        mails::message,
        mails::language,
        mails::recipient,
        mails::parameters,
        mails::message_id,
        mails::created_at,
    ));
    let found = match conn {
        Conn::Sqlite(c) => next.first::<MailRow>(c).optional()?,
        Conn::Postgres(c) => next.for_update().skip_locked().first::<MailRow>(c).optional()?,
    };
    let Some((id, message, language, recipient, parameters, message_id, created_at)) = found else {
        return Ok(None);
    };
    let attempt = diesel::update(mails::table.find(id))
        .set((
            mails::state.eq("sending"),
            mails::leased_until.eq(now.plus(lease).to_utc()),
            mails::tries.eq(mails::tries + 1),
        ))
        .returning(mails::tries)
        .get_result(conn)?;
    let (id, created_at) = (MailId::new(id), Instant::from_utc(created_at));
    Ok(Some(ClaimedMail { id, message, language, recipient, parameters, message_id, created_at, attempt }))
}

type OwnMail = Filter<Find<mails::table, i64>, And<Eq<mails::tries, i64>, Eq<mails::state, &'static str>>>;

/// The row of a message as long as it is this worker's: no other took it, and it is neither sent nor waiting again.
fn own(mail: &ClaimedMail) -> OwnMail {
    mails::table.find(mail.id.value()).filter(mails::tries.eq(mail.attempt).and(mails::state.eq("sending")))
}

/// Notes that a message was handed over. Answers whether the message was still this worker's.
///
/// # Errors
/// When the database fails.
pub fn update_mail_sent(conn: &mut Conn, mail: &ClaimedMail, now: Instant) -> Result<bool, StoreError> {
    let changed = diesel::update(own(mail))
        .set((mails::state.eq("sent"), mails::sent_at.eq(now.to_utc()), mails::error.eq(None::<String>)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Notes why a message could not be handed over, and when it is tried again; never again without a time. Answers whether
/// the message was still this worker's.
///
/// # Errors
/// When the database fails.
pub fn update_mail_failed(
    conn: &mut Conn,
    mail: &ClaimedMail,
    error: &str,
    again_at: Option<Instant>,
) -> Result<bool, StoreError> {
    let row = diesel::update(own(mail));
    let changed = match again_at {
        Some(at) => row
            .set((mails::state.eq("waiting"), mails::run_after.eq(at.to_utc()), mails::error.eq(error)))
            .execute(conn)?,
        None => row.set((mails::state.eq("failed"), mails::error.eq(error))).execute(conn)?,
    };
    Ok(changed == 1)
}

/// A message as the demonstration's mailbox shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRecord {
    /// Its row.
    pub id: MailId,
    /// Its language.
    pub language: String,
    /// The address.
    pub recipient: String,
    /// Its parameters as JSON.
    pub parameters: String,
    /// When it was enqueued.
    pub created_at: Instant,
}

type RecordColumns = (i64, String, String, String, chrono::NaiveDateTime);

fn read_record((id, language, recipient, parameters, created_at): RecordColumns) -> MailRecord {
    MailRecord { id: MailId::new(id), language, recipient, parameters, created_at: Instant::from_utc(created_at) }
}

const RECORD: (mails::id, mails::language, mails::recipient, mails::parameters, mails::created_at) =
    (mails::id, mails::language, mails::recipient, mails::parameters, mails::created_at);

/// The newest messages after the first `skip`, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_mails(conn: &mut Conn, skip: i64, limit: i64) -> Result<Vec<MailRecord>, StoreError> {
    let rows = mails::table.order(mails::id.desc()).offset(skip).limit(limit).select(RECORD);
    Ok(rows.load::<RecordColumns>(conn)?.into_iter().map(read_record).collect())
}

/// One message.
///
/// # Errors
/// When the database fails.
pub fn find_mail(conn: &mut Conn, id: MailId) -> Result<Option<MailRecord>, StoreError> {
    Ok(mails::table.find(id.value()).select(RECORD).first::<RecordColumns>(conn).optional()?.map(read_record))
}

/// How many messages there are.
///
/// # Errors
/// When the database fails.
pub fn count_mails(conn: &mut Conn) -> Result<i64, StoreError> {
    Ok(mails::table.count().get_result(conn)?)
}

/// How many messages wait.
///
/// # Errors
/// When the database fails.
pub fn count_open_mails(conn: &mut Conn) -> Result<i64, StoreError> {
    Ok(mails::table.filter(mails::state.eq_any(["waiting", "sending"])).count().get_result(conn)?)
}
