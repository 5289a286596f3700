//! Setting, changing or removing the password of an account.

use super::change_profile::ChangeAccountError;
use crate::actions::steps::{Forbidden, authorise_owner, tell_owner};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Denial};
use crate::mail::{Message, MessageIds};
use crate::secrecy::TokenHash;
use crate::secrecy::password::PasswordHash;
use crate::store::accounts::{lock_account, update_password};
use crate::store::address_changes::delete_address_change;
use crate::store::sessions::{delete_sessions_of, find_session_handle};
use crate::store::{Db, Lock};

/// Sets the password, or removes it, tells the owner, and ends all sessions but the one that is kept: whoever changes a password may do so
/// because somebody else knew the old one. The password was hashed before.
///
/// # Errors
/// When the actor may not or the kept session has ended, the database fails or there is no randomness.
pub async fn set_password(
    db: &Db,
    actor: Actor,
    account: AccountId,
    password: Option<PasswordHash>,
    kept: TokenHash,
) -> Result<(), ChangeAccountError> {
    let ids = MessageIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise_owner(tx, actor, account)?;
        // Hashing took a while: whoever ended the session meanwhile, as by giving the account another address, meant this too.
        lock_account(tx, account)?;
        if find_session_handle(tx, &kept)?.is_none() {
            return Err(Forbidden::Denied(Denial::NotSignedIn).into());
        }
        update_password(tx, account, password.as_ref().map(PasswordHash::as_str))?;
        delete_sessions_of(tx, account, Some(&kept))?;
        delete_address_change(tx, account)?;
        let message = if password.is_some() { Message::PasswordSet } else { Message::PasswordRemoved };
        Ok(tell_owner(tx, &ids, account, &message)?)
    })
    .await
}
