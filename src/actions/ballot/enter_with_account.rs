//! Coming to a ballot with an account: whoever has a confirmed address and declares that they may vote here is put on the
//! roll, once.
//!
//! Like casting it appends nothing to the record: its order and time would say who took part. It is the last act that knows
//! an account; from here on there is only the row of the roll.

use chrono_tz::Tz;
use thiserror::Error;

use crate::actions::steps::{Forbidden, authorise, round_of};
use crate::domain::ids::{AccountId, RoundId};
use crate::domain::permission::{Actor, Denial, Permission, Scope};
use crate::domain::round::Round;
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::locale::local_day;
use crate::secrecy::{KeyDirectory, RollSubject};
use crate::store::accounts::{find_account, lock_account};
use crate::store::roll::RollRow;
use crate::store::roll_accounts::{
    AccountHolder, Declaration, find_account_holder, insert_account_holder, insert_declaration, insert_way_by_account,
    insert_way_by_address,
};
use crate::store::{Db, Lock, StoreError, Tx};

/// The words that somebody ticked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Declared {
    /// The tag of their language.
    pub language: String,
    /// The words as they stood on the page.
    pub text: String,
}

/// Why somebody did not come to a ballot.
#[derive(Debug, Error)]
pub enum EnterWithAccountError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// People do not vote with accounts in this round.
    #[error("this round takes no accounts")]
    TakesNoAccounts,
    /// Voting is not open at the time of the transaction.
    #[error("voting is not open")]
    NotOpen,
    /// The account has no address, so that one person could have many.
    #[error("the account has no confirmed address")]
    NoAddress,
    /// It is the first time in this round, and nothing was declared.
    #[error("nothing was declared")]
    NotDeclared,
    /// The round does not exist, or the database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The row of the roll of somebody who is signed in. Who comes for the first time is put on the roll with what they declared;
/// afterwards nothing is asked. An account with the mailbox of one that was there before gets the same row, and so the same
/// ballot.
///
/// # Errors
/// When the round takes no accounts or is not open, the account has no address, nothing was declared, or something fails.
pub async fn enter_with_account(
    db: &Db,
    keys: &KeyDirectory,
    zone: Tz,
    actor: Actor,
    (round, account): (RoundId, AccountId),
    declared: Option<Declared>,
) -> Result<RollRow, EnterWithAccountError> {
    let entering = Entering { keys: keys.clone(), zone, actor, round, account, declared };
    // Two accounts of one mailbox at once: the one that loses the race to the unique key finds the other's row.
    match entering.write(db).await {
        Err(EnterWithAccountError::Store(StoreError::Conflict)) => entering.write(db).await,
        other => other,
    }
}

#[derive(Clone)]
struct Entering {
    keys: KeyDirectory,
    zone: Tz,
    actor: Actor,
    round: RoundId,
    account: AccountId,
    declared: Option<Declared>,
}

impl Entering {
    async fn write(&self, db: &Db) -> Result<RollRow, EnterWithAccountError> {
        let entering = self.clone();
        db.write(Lock::RoundShared(self.round), move |tx| entering.enter(tx)).await
    }

    fn enter(&self, tx: &mut Tx<'_>) -> Result<RollRow, EnterWithAccountError> {
        authorise(tx, self.actor, Permission::VoteWithAccount, Scope::Account(self.account))?;
        let round = round_of(tx, self.round)?;
        check_open(&round, tx.now)?;
        // Whoever closes or deletes the account waits, or was first.
        lock_account(tx, self.account)?;
        let found = find_account(tx, self.account)?.filter(|found| !found.disabled);
        let found = found.ok_or(Forbidden::Denied(Denial::NotSignedIn))?;
        let email = found.email.as_ref().ok_or(EnterWithAccountError::NoAddress)?;
        let keys = self.keys.installation();
        let ways = keys.ways_of_account(&round.public_id, found.key(), email);
        let holder = match find_account_holder(tx, self.round, &ways)? {
            Some(holder) => holder,
            None => {
                let person = keys.person_ref(&round.public_id, RollSubject::Account(found.key()));
                let id = insert_account_holder(tx, self.round, &person)?;
                let declared = self.declared.as_ref().ok_or(EnterWithAccountError::NotDeclared)?;
                let dated = self.dated(declared, tx.now);
                insert_declaration(tx, id, &dated)?;
                let row = RollRow { id, round: self.round, person, area: None };
                AccountHolder { row, by_account: false, by_address: false }
            }
        };
        let to = (self.round, holder.row.id);
        if !holder.by_account {
            insert_way_by_account(tx, to, &ways.account)?;
        }
        if !holder.by_address {
            insert_way_by_address(tx, to, &ways.address)?;
        }
        Ok(holder.row)
    }

    fn dated(&self, declared: &Declared, now: Instant) -> Declaration {
        let Declared { language, text } = declared.clone();
        Declaration { declared_on: local_day(now, self.zone), language, text }
    }
}

fn check_open(round: &Round, now: Instant) -> Result<(), EnterWithAccountError> {
    if !round.basis.takes_accounts() {
        return Err(EnterWithAccountError::TakesNoAccounts);
    }
    // The fact counts too: the clock that closed may be ahead of this one.
    if round.facts.voting_closed_at.is_some() || !round.schedule.open(Window::Voting, now) {
        return Err(EnterWithAccountError::NotOpen);
    }
    Ok(())
}
