//! The outbox: a message's name and parameters, never its text. Its sending state is the machinery's.

use chrono::{NaiveDateTime, TimeDelta};
use diesel::dsl::{And, Eq, Filter, Find};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::mails;
use crate::domain::email::Email;
use crate::domain::ids::MailId;
use crate::domain::mail::MailState;
use crate::domain::time::Instant;

mod shown;

pub use shown::{
    FailedMail, MailCounts, MailRecord, count_mails, count_mails_by_state, find_mail, list_failed_mails, list_mails,
};

/// A message as an act enqueues it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMail<'a> {
    /// The message's name.
    pub message: &'static str,
    /// The code of the language in which it will be written.
    pub language: &'static str,
    /// The address.
    pub recipient: &'a Email,
    /// Its parameters as JSON.
    pub parameters: String,
    /// What only the recipient may read, sealed.
    pub secret: Option<&'a [u8]>,
    /// The Message-ID, the same on every try.
    pub message_id: String,
    /// From when on it may be sent.
    pub not_before: Instant,
    /// From when on it is not sent any more.
    pub expires_at: Option<Instant>,
}

/// A message that a worker has taken. It is the worker's until another takes it, after the lease has run out: each claim
/// counts a try, and only the worker with the latest one can note anything of the message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedMail {
    /// Its row.
    pub id: MailId,
    /// The message's name.
    pub message: String,
    /// The code of its language.
    pub language: String,
    /// The address.
    pub recipient: String,
    /// Its parameters as JSON.
    pub parameters: String,
    /// What only the recipient may read, sealed.
    pub secret: Option<Vec<u8>>,
    /// The Message-ID.
    pub message_id: String,
    /// When it was enqueued.
    pub created_at: Instant,
    /// From when on it is not sent any more.
    pub expires_at: Option<Instant>,
    /// Which try this is, from 1.
    pub attempt: i64,
}

/// Enqueues a message in the transaction of the act that it tells of.
///
/// # Errors
/// When the Message-ID is taken or the database fails.
pub fn insert_mail(conn: &mut Conn, new: &NewMail<'_>, now: Instant) -> Result<(), StoreError> {
    diesel::insert_into(mails::table)
        .values((
            mails::message.eq(new.message),
            mails::language.eq(new.language),
            mails::recipient.eq(new.recipient.as_str()),
            mails::parameters.eq(&new.parameters),
            mails::secret.eq(new.secret),
            mails::message_id.eq(&new.message_id),
            mails::state.eq(MailState::Waiting.as_str()),
            mails::run_after.eq(new.not_before.to_utc()),
            mails::tries.eq(0),
            mails::created_at.eq(now.to_utc()),
            mails::expires_at.eq(new.expires_at.map(Instant::to_utc)),
        ))
        .execute(conn)?;
    Ok(())
}

type MailRow = (i64, String, String, String, (String, Option<Vec<u8>>), String, NaiveDateTime, Option<NaiveDateTime>);

/// The query of the oldest message in a state whose time, in a column, lies before now; with the rows that it reads.
macro_rules! oldest {
    ($conn:expr, $now:expr, $state:expr, $time:ident) => {{
        let now = $now.to_utc();
        let next = mails::table
            .filter(mails::state.eq($state.as_str()).and(mails::$time.le(now)))
            .filter(mails::expires_at.is_null().or(mails::expires_at.gt(now)))
            .order((mails::$time, mails::id))
            .select((
                mails::id,
                mails::message,
                mails::language,
                mails::recipient,
                (mails::parameters, mails::secret),
                mails::message_id,
                mails::created_at,
                mails::expires_at,
            ));
        match $conn {
            Conn::Sqlite(c) => next.first::<MailRow>(c).optional()?,
            Conn::Postgres(c) => next.for_update().skip_locked().first::<MailRow>(c).optional()?,
        }
    }};
}

/// Takes the oldest message that is due, or else one whose worker let its lease run out. One that has expired is not
/// taken.
///
/// # Errors
/// When the database fails.
pub fn claim_mail(conn: &mut Conn, now: Instant, lease: TimeDelta) -> Result<Option<ClaimedMail>, StoreError> {
    // Two questions, because each is answered by the index without sorting all that waits.
    let found = match oldest!(conn, now, MailState::Waiting, run_after) {
        Some(due) => Some(due),
        None => oldest!(conn, now, MailState::Sending, leased_until),
    };
    let Some((id, message, language, recipient, (parameters, secret), message_id, created_at, expires_at)) = found
    else {
        return Ok(None);
    };
    let attempt = diesel::update(mails::table.find(id))
        .set((
            mails::state.eq(MailState::Sending.as_str()),
            mails::leased_until.eq(now.plus(lease).to_utc()),
            mails::tries.eq(mails::tries + 1),
        ))
        .returning(mails::tries)
        .get_result(conn)?;
    Ok(Some(ClaimedMail {
        id: MailId::new(id),
        message,
        language,
        recipient,
        parameters,
        secret,
        message_id,
        created_at: Instant::from_utc(created_at),
        expires_at: expires_at.map(Instant::from_utc),
        attempt,
    }))
}

/// Whether more than so many messages are there to be taken.
///
/// # Errors
/// When the database fails.
pub fn are_mails_due(conn: &mut Conn, now: Instant, more_than: i64) -> Result<bool, StoreError> {
    let now = now.to_utc();
    let due = mails::state.eq(MailState::Waiting.as_str()).and(mails::run_after.le(now));
    let abandoned = mails::state.eq(MailState::Sending.as_str()).and(mails::leased_until.le(now));
    let lives = mails::expires_at.is_null().or(mails::expires_at.gt(now));
    let one = mails::table.filter(due.or(abandoned)).filter(lives).offset(more_than).limit(1).select(mails::id);
    Ok(one.first::<i64>(conn).optional()?.is_some())
}

type OwnMail = Filter<Find<mails::table, i64>, And<Eq<mails::tries, i64>, Eq<mails::state, &'static str>>>;

/// The row of a message as long as it is this worker's: no other took it, and it is neither sent nor waiting again.
fn own(mail: &ClaimedMail) -> OwnMail {
    let sending = MailState::Sending.as_str();
    mails::table.find(mail.id.value()).filter(mails::tries.eq(mail.attempt).and(mails::state.eq(sending)))
}

/// Notes that a message was handed over; its secret is forgotten. Answers whether the message was still this worker's.
///
/// # Errors
/// When the database fails.
pub fn update_mail_sent(conn: &mut Conn, mail: &ClaimedMail, now: Instant) -> Result<bool, StoreError> {
    let changed = diesel::update(own(mail))
        .set((
            mails::state.eq(MailState::Sent.as_str()),
            mails::sent_at.eq(now.to_utc()),
            mails::error.eq(None::<String>),
            mails::secret.eq(None::<Vec<u8>>),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Deletes a message that was handed over and must leave no trace. Answers whether it was still this worker's.
///
/// # Errors
/// When the database fails.
pub fn delete_mail_sent(conn: &mut Conn, mail: &ClaimedMail) -> Result<bool, StoreError> {
    Ok(diesel::delete(own(mail)).execute(conn)? == 1)
}

/// Notes why a message could not be handed over, and when it is tried again; without a time it never is, and its secret
/// is forgotten. Answers whether the message was still this worker's.
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
            .set((
                mails::state.eq(MailState::Waiting.as_str()),
                mails::run_after.eq(at.to_utc()),
                mails::error.eq(error),
            ))
            .execute(conn)?,
        None => row
            .set((
                mails::state.eq(MailState::Failed.as_str()),
                mails::error.eq(error),
                mails::secret.eq(None::<Vec<u8>>),
            ))
            .execute(conn)?,
    };
    Ok(changed == 1)
}

/// Marks what has run out and is in nobody's hands; its secret is forgotten. Answers how many there were.
///
/// # Errors
/// When the database fails.
pub fn update_mails_expired(conn: &mut Conn, now: Instant) -> Result<usize, StoreError> {
    let now = now.to_utc();
    let waiting = mails::state.eq(MailState::Waiting.as_str());
    let abandoned = mails::state.eq(MailState::Sending.as_str()).and(mails::leased_until.le(now));
    Ok(diesel::update(mails::table.filter(waiting.or(abandoned)).filter(mails::expires_at.le(now)))
        .set((mails::state.eq(MailState::Expired.as_str()), mails::secret.eq(None::<Vec<u8>>)))
        .execute(conn)?)
}

/// Deletes the messages of a name to an address that have not left yet. One that is on its way leaves.
///
/// # Errors
/// When the database fails.
pub fn delete_waiting_mails(conn: &mut Conn, recipient: &Email, message: &str) -> Result<(), StoreError> {
    let waiting = mails::state.eq(MailState::Waiting.as_str()).and(mails::message.eq(message));
    let own = mails::table.filter(mails::recipient.eq_any(recipient.spellings()));
    diesel::delete(own.filter(waiting)).execute(conn)?;
    Ok(())
}

/// Deletes the messages of a name to an address, sent or not.
///
/// # Errors
/// When the database fails.
pub fn delete_mails_named(conn: &mut Conn, recipient: &Email, message: &str) -> Result<(), StoreError> {
    let own = mails::table.filter(mails::recipient.eq_any(recipient.spellings()));
    diesel::delete(own.filter(mails::message.eq(message))).execute(conn)?;
    Ok(())
}

/// Deletes all messages to an address, sent or not.
///
/// # Errors
/// When the database fails.
pub fn delete_mails_to(conn: &mut Conn, recipient: &Email) -> Result<(), StoreError> {
    diesel::delete(mails::table.filter(mails::recipient.eq_any(recipient.spellings()))).execute(conn)?;
    Ok(())
}
