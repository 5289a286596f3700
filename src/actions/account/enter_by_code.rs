//! Entering with the code that an employee was handed, at the address of a workplace.

use thiserror::Error;

use crate::actions::steps::{Forbidden, authorise};
use crate::domain::ids::{AccountId, WorkplaceId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::secrecy::PersonnelMac;
use crate::store::personnel::{find_account_by_code, update_first_use};
use crate::store::workplaces::find_workplace;
use crate::store::{Db, Lock, StoreError};

/// Why somebody does not enter.
#[derive(Debug, Error)]
pub enum EnterByCodeError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Nobody was handed this code, or it was withdrawn.
    #[error("no account has this code")]
    NoAccount,
    /// The workplace is closed.
    #[error("the workplace is closed")]
    WorkplaceClosed,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Finds whom a code lets in at a workplace, and notes the day of its first use.
///
/// # Errors
/// When nobody has the code, the workplace is closed, or the database fails.
pub async fn enter_by_code(db: &Db, workplace: WorkplaceId, code: PersonnelMac) -> Result<AccountId, EnterByCodeError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, Actor::Anonymous, Permission::EnterByCode, Scope::Organisation)?;
        if find_workplace(tx, workplace)?.is_none_or(|workplace| workplace.closed_at.is_some()) {
            return Err(EnterByCodeError::WorkplaceClosed);
        }
        let account = find_account_by_code(tx, &code)?.ok_or(EnterByCodeError::NoAccount)?;
        let today = tx.now.to_utc().date();
        update_first_use(tx, account, today)?;
        Ok(account)
    })
    .await
}
