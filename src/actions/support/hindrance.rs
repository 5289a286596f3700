//! What stands against supporting a proposal. The pages ask it to say the next step, the actions to refuse.

use crate::domain::email::Email;
use crate::domain::ids::{AccountId, RoundId};
use crate::domain::review::Standing;
use crate::domain::round::{Eligible, Round};
use crate::domain::time::Instant;
use crate::secrecy::{AuthorRef, InstallationKeys, SupporterRef};
use crate::store::accounts::find_account;
use crate::store::personnel::find_slip_of;
use crate::store::proposals::{Proposal, list_authored};
use crate::store::reviews::find_review;
use crate::store::{Conn, StoreError};

/// Somebody with an account, as they stand in the rows of one round.
#[derive(Debug, Clone, Copy)]
pub struct Supporter {
    /// The account.
    pub account: AccountId,
    /// Under what it suggests.
    pub author: AuthorRef,
    /// Under what it supports.
    pub supporter: SupporterRef,
}

impl Supporter {
    /// An account in a round.
    #[must_use]
    pub fn of(keys: &InstallationKeys, round: RoundId, account: AccountId) -> Self {
        Self { account, author: keys.author_ref(round, account), supporter: keys.supporter_ref(round, account) }
    }
}

/// What stands against a support.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hindrance {
    /// No supports are taken in this round, or not now.
    NotOpen,
    /// Not everybody can read the proposal: it waits, is hidden or was taken back.
    NotReadable,
    /// It was joined with another one, which is to be supported in its place.
    Merged,
    /// Employees alone support in this round.
    NotEmployee,
    /// The account has no address that somebody confirmed.
    NoAddress,
    /// Nobody supports their own proposal.
    Own,
}

/// What stands against supporting a proposal, whoever it is.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn hindrance_of_proposal(
    conn: &mut Conn,
    (round, proposal): (&Round, &Proposal),
    now: Instant,
) -> Result<Option<Hindrance>, StoreError> {
    if !proposal.state.is_public() {
        return Ok(Some(Hindrance::NotReadable));
    }
    if find_review(conn, proposal.id)?.standing() == Standing::Merged {
        return Ok(Some(Hindrance::Merged));
    }
    Ok((!round.takes_supports(now)).then_some(Hindrance::NotOpen))
}

/// What stands against an account's supporting anything in a round; else its address, if it has one.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_fit(
    conn: &mut Conn,
    round: &Round,
    account: AccountId,
) -> Result<Result<Option<Email>, Hindrance>, StoreError> {
    match round.supporters {
        Eligible::Nobody => return Ok(Err(Hindrance::NotOpen)),
        Eligible::Employees => {
            if find_slip_of(conn, account)?.is_none_or(|slip| slip.withdrawn_at.is_some()) {
                return Ok(Err(Hindrance::NotEmployee));
            }
        }
        Eligible::Everybody => {}
    }
    let email = find_account(conn, account)?.and_then(|account| account.email);
    let lacks_address = round.supporters == Eligible::Everybody && email.is_none();
    Ok(if lacks_address { Err(Hindrance::NoAddress) } else { Ok(email) })
}

/// What stands against somebody's supporting a proposal.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_hindrance(
    conn: &mut Conn,
    (round, proposal): (&Round, &Proposal),
    by: &Supporter,
    now: Instant,
) -> Result<Option<Hindrance>, StoreError> {
    if let Some(hindrance) = hindrance_of_proposal(conn, (round, proposal), now)? {
        return Ok(Some(hindrance));
    }
    let email = match find_fit(conn, round, by.account)? {
        Ok(email) => email,
        Err(hindrance) => return Ok(Some(hindrance)),
    };
    let is_own = list_authored(conn, &[proposal.id], (email.as_ref(), &by.author))?.contains(&proposal.id);
    Ok(is_own.then_some(Hindrance::Own))
}
