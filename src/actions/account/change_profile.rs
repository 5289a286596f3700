//! Changing what somebody is called and in which language they are written to.

use thiserror::Error;

use crate::actions::steps::{Forbidden, authorise};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::Line;
use crate::locale::Language;
use crate::secrecy::randomness::RandomnessError;
use crate::store::accounts::update_account;
use crate::store::roles::list_grants;
use crate::store::{Db, Lock, StoreError};

/// Why nothing was changed.
#[derive(Debug, Error)]
pub enum ChangeAccountError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Whoever has a task in the office goes by a name there.
    #[error("an account of the office needs a name")]
    NameNeeded,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Changes name and language of an account.
///
/// # Errors
/// [`ChangeAccountError::NameNeeded`]; or when the actor may not or the database fails.
pub async fn change_profile(
    db: &Db,
    actor: Actor,
    account: AccountId,
    name: Line,
    language: Language,
) -> Result<(), ChangeAccountError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageOwnAccount, Scope::Account(account))?;
        if name.is_empty() && !list_grants(tx, account)?.is_empty() {
            return Err(ChangeAccountError::NameNeeded);
        }
        Ok(update_account(tx, account, name.as_str(), language.written())?)
    })
    .await
}
