//! An account as its owner sees it.

use crate::domain::ids::AccountId;
use crate::store::accounts::{Account, find_account};
use crate::store::personnel::{Slip, find_slip_of};
use crate::store::second_factors::find_second_factor;
use crate::store::sessions::{OpenSession, find_session_handle, list_sessions};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

/// An account with everything that its overview shows.
pub(super) struct Mine {
    pub(super) account: Account,
    pub(super) sessions: Vec<OpenSession>,
    /// The handle of the session that asks.
    pub(super) this: Option<String>,
    pub(super) has_second_factor: bool,
    /// The slip with a personnel code that its owner was handed.
    pub(super) slip: Option<Slip>,
}

pub(super) async fn load(site: &Site, visitor: &Visitor, member: &Member) -> Result<Mine, WebError> {
    let (id, token, now) = (member.account, member.token, visitor.now);
    let read = move |conn: &mut Conn| {
        let factor = find_second_factor(conn, id)?;
        Ok::<_, StoreError>(Mine {
            account: find_account(conn, id)?.ok_or(StoreError::NotFound)?,
            sessions: list_sessions(conn, id, now)?,
            this: find_session_handle(conn, &token)?,
            has_second_factor: factor.is_some(),
            slip: find_slip_of(conn, id)?,
        })
    };
    Ok(site.app.db.read(read).await?)
}

pub(super) async fn load_account(site: &Site, id: AccountId) -> Result<Account, WebError> {
    let found = site.app.db.read(move |conn| find_account(conn, id)).await?;
    found.ok_or_else(WebError::not_found)
}
