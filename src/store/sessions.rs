//! Sessions: rows of the machinery, written by the web.

use diesel::prelude::*;

use super::accounts::{Account, AccountRow, lock_account};
use super::conn::Conn;
use super::error::StoreError;
use super::schema::{accounts, sessions};
use crate::domain::channel::Channel;
use crate::domain::ids::{AccountId, RollId, WorkplaceId};
use crate::domain::time::Instant;
use crate::secrecy::TokenHash;

/// Whose session it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SessionSubject {
    /// Somebody with an account.
    Account(AccountId),
    /// Somebody with a way to a row of the roll, and which way that was.
    Voter(RollId, Channel),
}

/// A session that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Session {
    /// Whose it is.
    pub subject: SessionSubject,
    /// The place whose shared computer it is on, if it is on one.
    pub workplace: Option<WorkplaceId>,
    /// When it was last used, to the minute or so.
    pub seen_at: Instant,
    /// When it ends whatever happens.
    pub expires_at: Instant,
    /// When the second factor was shown, if it was.
    pub second_factor_at: Option<Instant>,
}

/// A session to be opened.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The hash of its token.
    pub token: TokenHash,
    /// What names it in lists and forms.
    pub handle: String,
    /// What browser on what system, for the list of an account's sessions; a voter's is never noted.
    pub device: Option<String>,
    /// What is known of it from the start.
    pub session: Session,
}

/// Opens a session under the hash of its token.
///
/// # Errors
/// When the database fails.
pub fn insert_session(conn: &mut Conn, new: &NewSession) -> Result<(), StoreError> {
    let session = &new.session;
    let (account, voter, device) = match session.subject {
        SessionSubject::Account(account) => (Some(account.value()), None, new.device.as_deref()),
        SessionSubject::Voter(roll, channel) => (None, Some((roll.value(), channel.as_str())), None),
    };
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(new.token.as_bytes().as_slice()),
            sessions::handle.eq(&new.handle),
            sessions::account_id.eq(account),
            sessions::roll_id.eq(voter.map(|(roll, _)| roll)),
            sessions::channel.eq(voter.map(|(_, channel)| channel)),
            sessions::workplace_id.eq(session.workplace.map(WorkplaceId::value)),
            sessions::device.eq(device),
            sessions::opened_at.eq(session.seen_at.to_utc()),
            sessions::seen_at.eq(session.seen_at.to_utc()),
            sessions::expires_at.eq(session.expires_at.to_utc()),
            sessions::second_factor_at.eq(session.second_factor_at.map(Instant::to_utc)),
        ))
        .execute(conn)?;
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions)]
struct SessionRow {
    account_id: Option<i64>,
    roll_id: Option<i64>,
    workplace_id: Option<i64>,
    seen_at: chrono::NaiveDateTime,
    expires_at: chrono::NaiveDateTime,
    second_factor_at: Option<chrono::NaiveDateTime>,
    channel: Option<String>,
}

impl TryFrom<SessionRow> for Session {
    type Error = StoreError;

    fn try_from(row: SessionRow) -> Result<Self, StoreError> {
        let subject = match (row.account_id, row.roll_id) {
            (Some(account), None) => SessionSubject::Account(AccountId::new(account)),
            (None, Some(roll)) => {
                let told = row.channel.unwrap_or_default();
                let channel = Channel::parse(&told).ok_or_else(|| StoreError::corrupt("sessions", "channel", &told))?;
                SessionSubject::Voter(RollId::new(roll), channel)
            }
            (Some(_), Some(_)) | (None, None) => {
                return Err(StoreError::corrupt("sessions", "account_id", "both or none"));
            }
        };
        Ok(Self {
            subject,
            workplace: row.workplace_id.map(WorkplaceId::new),
            seen_at: Instant::from_utc(row.seen_at),
            expires_at: Instant::from_utc(row.expires_at),
            second_factor_at: row.second_factor_at.map(Instant::from_utc),
        })
    }
}

/// The session under a token's hash, if it has not expired.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_session(conn: &mut Conn, token_hash: &TokenHash, now: Instant) -> Result<Option<Session>, StoreError> {
    let row = sessions::table
        .find(token_hash.as_bytes().as_slice())
        .filter(sessions::expires_at.gt(now.to_utc()))
        .select(SessionRow::as_select())
        .first(conn)
        .optional()?;
    row.map(Session::try_from).transpose()
}

/// The session under a token's hash with the account that it is of, if it has not expired. A voter's is of none.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_account_session(
    conn: &mut Conn,
    token_hash: &TokenHash,
    now: Instant,
) -> Result<Option<(Session, Account)>, StoreError> {
    let row = sessions::table
        .inner_join(accounts::table)
        .filter(sessions::token_hash.eq(token_hash.as_bytes().as_slice()))
        .filter(sessions::expires_at.gt(now.to_utc()))
        .select((SessionRow::as_select(), AccountRow::as_select()))
        .first::<(SessionRow, AccountRow)>(conn)
        .optional()?;
    row.map(|(session, account)| Ok((session.try_into()?, account.try_into()?))).transpose()
}

/// Notes that a session was used, and moves its end.
///
/// # Errors
/// When the database fails.
pub fn update_session_seen(
    conn: &mut Conn,
    token_hash: &TokenHash,
    seen_at: Instant,
    expires_at: Instant,
) -> Result<(), StoreError> {
    diesel::update(sessions::table.find(token_hash.as_bytes().as_slice()))
        .set((sessions::seen_at.eq(seen_at.to_utc()), sessions::expires_at.eq(expires_at.to_utc())))
        .execute(conn)?;
    Ok(())
}

/// Ends a session at once.
///
/// # Errors
/// When the database fails.
pub fn delete_session(conn: &mut Conn, token_hash: &TokenHash) -> Result<(), StoreError> {
    diesel::delete(sessions::table.find(token_hash.as_bytes().as_slice())).execute(conn)?;
    Ok(())
}

/// Ends a voter's session that was opened with an account. One that was opened with a code stays.
///
/// # Errors
/// When the database fails.
pub fn delete_vote_with_account(conn: &mut Conn, token_hash: &TokenHash) -> Result<(), StoreError> {
    let one = sessions::table.find(token_hash.as_bytes().as_slice());
    diesel::delete(one.filter(sessions::channel.eq(Channel::Account.as_str()))).execute(conn)?;
    Ok(())
}

/// A session in the list of an account's.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenSession {
    /// What names it in forms.
    pub handle: String,
    /// What browser on what system.
    pub device: Option<String>,
    /// When it was opened.
    pub opened_at: Instant,
    /// When it was last used, to the minute or so.
    pub seen_at: Instant,
}

/// The sessions of an account that have not expired, the one used last first.
///
/// # Errors
/// When the database fails.
pub fn list_sessions(conn: &mut Conn, account: AccountId, now: Instant) -> Result<Vec<OpenSession>, StoreError> {
    let rows = sessions::table
        .filter(sessions::account_id.eq(account.value()).and(sessions::expires_at.gt(now.to_utc())))
        .order((sessions::seen_at.desc(), sessions::handle))
        .select((sessions::handle, sessions::device, sessions::opened_at, sessions::seen_at))
        .load::<(String, Option<String>, chrono::NaiveDateTime, chrono::NaiveDateTime)>(conn)?;
    let read = |(handle, device, opened, seen)| OpenSession {
        handle,
        device,
        opened_at: Instant::from_utc(opened),
        seen_at: Instant::from_utc(seen),
    };
    Ok(rows.into_iter().map(read).collect())
}

/// The handle of the session under a token's hash.
///
/// # Errors
/// When the database fails.
pub fn find_session_handle(conn: &mut Conn, token_hash: &TokenHash) -> Result<Option<String>, StoreError> {
    let row = sessions::table.find(token_hash.as_bytes().as_slice()).select(sessions::handle);
    Ok(row.first(conn).optional()?)
}

/// Ends one session of an account at once. Answers whether it was there.
///
/// # Errors
/// When the database fails.
pub fn delete_session_of(conn: &mut Conn, account: AccountId, handle: &str) -> Result<bool, StoreError> {
    let one = sessions::table.filter(sessions::account_id.eq(account.value()).and(sessions::handle.eq(handle)));
    Ok(diesel::delete(one).execute(conn)? == 1)
}

/// Ends the sessions of an account at once, but for the one that is kept, if one is; also those that are being opened: the
/// account is locked. Answers how many ended.
///
/// # Errors
/// When the database fails.
pub fn delete_sessions_of(conn: &mut Conn, account: AccountId, kept: Option<&TokenHash>) -> Result<usize, StoreError> {
    lock_account(conn, account)?;
    let all = sessions::table.filter(sessions::account_id.eq(account.value()));
    Ok(match kept {
        Some(kept) => diesel::delete(all.filter(sessions::token_hash.ne(kept.as_bytes().as_slice()))).execute(conn)?,
        None => diesel::delete(all).execute(conn)?,
    })
}
