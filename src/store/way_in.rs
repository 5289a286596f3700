//! By what somebody came in. It was looked at in another transaction than the one that opens the session, so it is held
//! against the rows once more there: what ends a way in ends the sessions that it opened, and opens no other one.

use super::accounts::{find_account, lock_account};
use super::conn::Conn;
use super::error::StoreError;
use super::personnel::find_account_by_code;
use super::sessions::{SessionSubject, find_session};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::time::Instant;
use crate::secrecy::password::PasswordHash;
use crate::secrecy::{PersonnelMac, TokenHash};

/// By what somebody came in.
#[derive(Debug, Clone)]
pub enum WayIn {
    /// A personnel code.
    Code(PersonnelMac),
    /// The mail to an address.
    Mail(Email),
    /// A password; this is what it was held against.
    Password(PasswordHash),
    /// A session that holds, and the second factor on top. Whatever changes the second factor ends the session.
    Session(TokenHash),
}

/// Whether a way in still leads to an account. Until the transaction ends nobody closes it: who means to waits, and then
/// finds the session that was opened.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn lock_way_in(conn: &mut Conn, account: AccountId, way_in: &WayIn, now: Instant) -> Result<bool, StoreError> {
    lock_account(conn, account)?;
    let Some(found) = find_account(conn, account)?.filter(|found| !found.disabled) else { return Ok(false) };
    Ok(match way_in {
        WayIn::Code(code) => find_account_by_code(conn, code)? == Some(account),
        WayIn::Mail(email) => found.email.as_ref() == Some(email),
        WayIn::Password(hash) => found.password_hash.as_deref() == Some(hash.as_str()),
        WayIn::Session(token) => {
            let session = find_session(conn, token, now)?;
            session.is_some_and(|session| session.subject == SessionSubject::Account(account))
        }
    })
}
