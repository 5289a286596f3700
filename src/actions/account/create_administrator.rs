//! Giving somebody an account that administers rounds.

use thiserror::Error;

use crate::actions::steps::{Forbidden, RecordIds, actor_ref, append, authorise};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Role};
use crate::record::{Act, ActorRef, Subject};
use crate::secrecy::password::PasswordHash;
use crate::secrecy::randomness::RandomnessError;
use crate::store::accounts::{insert_account, insert_role};
use crate::store::{Db, Lock, StoreError};

/// Why no account was made.
#[derive(Debug, Error)]
pub enum CreateAdministratorError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The address has an account.
    #[error("this address has an account already")]
    AddressTaken,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes an account with the role of an administrator. The password was hashed before.
///
/// # Errors
/// When the address has an account, the actor may not, or the database fails.
pub async fn create_administrator(
    db: &Db,
    actor: Actor,
    email: Email,
    display_name: String,
    password: PasswordHash,
) -> Result<AccountId, CreateAdministratorError> {
    let (created, given, named) = (RecordIds::draw()?, RecordIds::draw()?, RecordIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::CreateAccount)?;
        let now = tx.now;
        let account =
            insert_account(tx, &email, &display_name, password.as_str(), now).map_err(|error| match error {
                StoreError::Conflict => CreateAdministratorError::AddressTaken,
                other => CreateAdministratorError::Store(other),
            })?;
        insert_role(tx, account, Role::Administrator, now)?;
        let subject = match actor_ref(tx, &named, Actor::Member(account))? {
            ActorRef::Office(office) => Subject::Office(office),
            ActorRef::System | ActorRef::CommandLine | ActorRef::Import => Subject::Settings,
        };
        append(tx, &created, actor, Act::AccountCreated, (None, subject), [])?;
        append(tx, &given, actor, Act::RoleGiven, (None, subject), [("role", Role::Administrator.as_str().into())])?;
        Ok(account)
    })
    .await
}
