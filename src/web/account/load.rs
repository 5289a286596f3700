//! An account as its owner sees it.

use crate::domain::ids::AccountId;
use crate::secrecy::AccountRefs;
use crate::store::accounts::{Account, find_account};
use crate::store::own_proposals::{OwnProposal, list_own_proposals};
use crate::store::personnel::{Slip, find_slip_of};
use crate::store::rounds::list_round_ids;
use crate::store::second_factors::find_second_factor;
use crate::store::sessions::{OpenSession, find_session_handle, list_sessions};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::{Member, Visitor};

/// The most proposals on the overview; the archive has all of them.
const PROPOSALS: i64 = 50;

/// An account with everything that its overview shows.
pub(super) struct Mine {
    pub(super) account: Account,
    pub(super) sessions: Vec<OpenSession>,
    /// The handle of the session that asks.
    pub(super) this: Option<String>,
    pub(super) has_second_factor: bool,
    /// The slip with a personnel code that its owner was handed.
    pub(super) slip: Option<Slip>,
    /// Under which names the account stands on what it did.
    pub(super) refs: AccountRefs,
    /// The proposals with the account's address and those that it sent, newest first.
    pub(super) proposals: Vec<OwnProposal>,
}

pub(super) async fn load(site: &Site, visitor: &Visitor, member: &Member) -> Result<Mine, WebError> {
    let (app, id, token, now) = (site.app.clone(), member.account, member.token, visitor.now);
    let read = move |conn: &mut Conn| {
        let factor = find_second_factor(conn, id)?;
        let account = find_account(conn, id)?.ok_or(StoreError::NotFound)?;
        // An account has an address only once somebody has shown that its mailbox is theirs.
        let refs = app.keys.installation().account_refs(&list_round_ids(conn)?, id);
        let proposals = list_own_proposals(conn, (account.email.as_ref(), &refs), PROPOSALS)?;
        Ok::<_, StoreError>(Mine {
            account,
            refs,
            proposals,
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
