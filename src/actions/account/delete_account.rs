//! Deleting an account at its owner's wish.

use thiserror::Error;

use crate::actions::steps::{Forbidden, RecordIds, authorise_owner, forget_account, is_last_administrator, refs_of};
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::domain::role::Role;
use crate::mail::MessageIds;
use crate::secrecy::InstallationKeys;
use crate::secrecy::randomness::RandomnessError;
use crate::store::roles::{list_grants, lock_holders};
use crate::store::{Db, Lock, StoreError};

/// Why an account was not deleted.
#[derive(Debug, Error)]
pub enum DeleteAccountError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Nobody else could administer the service.
    #[error("this is the last administrator")]
    LastAdministrator,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Deletes an account and tells its address. Roles end with it; what others wait for is found by them under the role, for
/// nothing is assigned to one person alone.
///
/// # Errors
/// [`DeleteAccountError::LastAdministrator`]; or when the actor may not or the database fails.
pub async fn delete_account(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    account: AccountId,
) -> Result<(), DeleteAccountError> {
    let refs = refs_of(db, keys, account).await?;
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise_owner(tx, actor, account)?;
        if list_grants(tx, account)?.hold(&[Role::Administrator], None) {
            lock_holders(tx, Role::Administrator)?;
            if is_last_administrator(tx, account)? {
                return Err(DeleteAccountError::LastAdministrator);
            }
        }
        Ok(forget_account(tx, (&ids, &message_ids), actor, (account, &refs))?)
    })
    .await
}
