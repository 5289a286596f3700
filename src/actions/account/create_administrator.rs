//! Giving somebody an account that administers rounds.

use std::sync::Arc;

use thiserror::Error;

use crate::actions::steps::{Forbidden, RecordIds, account_subject, append, authorise, give_role};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::role::{Grant, Role, RoleWay};
use crate::record::Act;
use crate::secrecy::randomness::RandomnessError;
use crate::store::accounts::{NewAccount, insert_account};
use crate::store::{Db, Lock, StoreError};

/// Why no account was made.
#[derive(Debug, Error)]
pub enum CreateAdministratorError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The address has an account.
    #[error(
        "this address has an account already: somebody who administers gives it the role under People; or take another address"
    )]
    AddressTaken,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes an account with the role of an administrator. The password was hashed before; the second factor is set up at
/// the first sign-in.
///
/// # Errors
/// When the address has an account, the actor may not, or the database fails.
pub async fn create_administrator(
    db: &Db,
    actor: Actor,
    new: NewAccount,
) -> Result<AccountId, CreateAdministratorError> {
    let (created, given) = (RecordIds::draw()?, RecordIds::draw()?);
    let new = Arc::new(new);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        let now = tx.now;
        let account = insert_account(tx, &new, now).map_err(|error| match error {
            StoreError::Conflict => CreateAdministratorError::AddressTaken,
            other => CreateAdministratorError::Store(other),
        })?;
        let subject = account_subject(tx, &created, account)?;
        append(tx, &created, actor, Act::AccountCreated, (None, subject), [])?;
        give_role(tx, &given, actor, (account, &Grant::everywhere(Role::Administrator).into()), RoleWay::Given)?;
        Ok(account)
    })
    .await
}
