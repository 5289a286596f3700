//! What people see of the outbox: the demonstration's mailbox, and what could not be handed over.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::Conn;
use crate::domain::ids::MailId;
use crate::domain::mail::MailState;
use crate::domain::time::Instant;
use crate::store::StoreError;
use crate::store::schema::mails;

/// A message as the demonstration's mailbox shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailRecord {
    /// Its row.
    pub id: MailId,
    /// The code of its language.
    pub language: String,
    /// The address.
    pub recipient: String,
    /// Its parameters as JSON.
    pub parameters: String,
    /// What only the recipient may read, sealed; forgotten once the message is on its way.
    pub secret: Option<Vec<u8>>,
    /// The Message-ID.
    pub message_id: String,
    /// How far it has come.
    pub state: MailState,
    /// When it was enqueued.
    pub created_at: Instant,
    /// From when on it is not sent any more.
    pub expires_at: Option<Instant>,
}

type Times = (NaiveDateTime, Option<NaiveDateTime>);
type RecordColumns = (i64, String, String, String, (Option<Vec<u8>>, String, String), Times);

fn read_record(columns: RecordColumns) -> Result<MailRecord, StoreError> {
    let (id, language, recipient, parameters, (secret, message_id, state), times) = columns;
    let (created_at, expires_at) = times;
    Ok(MailRecord {
        id: MailId::new(id),
        language,
        recipient,
        parameters,
        secret,
        message_id,
        state: MailState::parse(&state).ok_or_else(|| StoreError::corrupt("mails", "state", &state))?,
        created_at: Instant::from_utc(created_at),
        expires_at: expires_at.map(Instant::from_utc),
    })
}

type Record = (
    mails::id,
    mails::language,
    mails::recipient,
    mails::parameters,
    (mails::secret, mails::message_id, mails::state),
    (mails::created_at, mails::expires_at),
);

const RECORD: Record = (
    mails::id,
    mails::language,
    mails::recipient,
    mails::parameters,
    (mails::secret, mails::message_id, mails::state),
    (mails::created_at, mails::expires_at),
);

/// The newest messages after the first `skip`, at most `limit`.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_mails(conn: &mut Conn, skip: i64, limit: i64) -> Result<Vec<MailRecord>, StoreError> {
    let rows = mails::table.order(mails::id.desc()).offset(skip).limit(limit).select(RECORD);
    rows.load::<RecordColumns>(conn)?.into_iter().map(read_record).collect()
}

/// One message.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_mail(conn: &mut Conn, id: MailId) -> Result<Option<MailRecord>, StoreError> {
    mails::table.find(id.value()).select(RECORD).first::<RecordColumns>(conn).optional()?.map(read_record).transpose()
}

/// How many messages there are.
///
/// # Errors
/// When the database fails.
pub fn count_mails(conn: &mut Conn) -> Result<i64, StoreError> {
    Ok(mails::table.count().get_result(conn)?)
}

/// How many messages are where.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MailCounts {
    /// Not yet handed over.
    pub open: i64,
    /// Refused for good, or given up.
    pub failed: i64,
}

/// How many messages are not yet handed over, and how many never will be.
///
/// # Errors
/// When the database fails.
pub fn count_mails_by_state(conn: &mut Conn) -> Result<MailCounts, StoreError> {
    let open = mails::state.eq_any([MailState::Waiting.as_str(), MailState::Sending.as_str()]);
    Ok(MailCounts {
        open: mails::table.filter(open).count().get_result(conn)?,
        failed: mails::table.filter(mails::state.eq(MailState::Failed.as_str())).count().get_result(conn)?,
    })
}

/// A message that will not arrive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FailedMail {
    /// The address.
    pub recipient: String,
    /// Its parameters as JSON.
    pub parameters: String,
    /// Why, in the words of the mail server.
    pub reason: String,
    /// When it was enqueued.
    pub created_at: Instant,
}

/// The newest messages that will not arrive, after the first `skip`, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_failed_mails(conn: &mut Conn, skip: i64, limit: i64) -> Result<Vec<FailedMail>, StoreError> {
    let rows = mails::table
        .filter(mails::state.eq(MailState::Failed.as_str()))
        .order(mails::id.desc())
        .offset(skip)
        .limit(limit)
        .select((mails::recipient, mails::parameters, mails::error, mails::created_at))
        .load::<(String, String, Option<String>, NaiveDateTime)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(recipient, parameters, reason, created_at)| FailedMail {
            recipient,
            parameters,
            reason: reason.unwrap_or_default(),
            created_at: Instant::from_utc(created_at),
        })
        .collect())
}
