//! Deleting an account at its owner's wish, with everything that names the person. The record keeps the acts under a
//! random name that leads to nobody any more.

use thiserror::Error;

use crate::actions::steps::{
    Forbidden, Outgoing, RecordIds, account_subject, append, authorise_owner, enqueue, is_last_administrator,
};
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::domain::role::Role;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::secrecy::randomness::RandomnessError;
use crate::store::accounts::{delete_account as delete_row, delete_actor_ref, find_account};
use crate::store::api_tokens::delete_api_tokens;
use crate::store::invitations::delete_invitations_to;
use crate::store::mails::delete_mails_to;
use crate::store::personnel::update_slip_forgets_account;
use crate::store::roles::{delete_grants, list_grants, lock_holders};
use crate::store::second_factors::delete_second_factor;
use crate::store::sessions::delete_sessions_of;
use crate::store::sign_ins::{delete_address_change, delete_sign_ins_of};
use crate::store::{Db, Lock, StoreError, Tx};

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
pub async fn delete_account(db: &Db, actor: Actor, account: AccountId) -> Result<(), DeleteAccountError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise_owner(tx, actor, account)?;
        let grants = list_grants(tx, account)?;
        if grants.hold(&[Role::Administrator], None) {
            lock_holders(tx, Role::Administrator)?;
            if is_last_administrator(tx, account)? {
                return Err(DeleteAccountError::LastAdministrator);
            }
        }
        let subject = account_subject(tx, &ids, account)?;
        let roles = grants.iter().map(|grant| grant.role.as_str().into()).collect::<Vec<_>>();
        append(tx, &ids, actor, Act::AccountDeleted, (None, subject), [("roles", roles.into())])?;
        delete_all(tx, &message_ids, account)
    })
    .await
}

fn delete_all(tx: &mut Tx<'_>, ids: &MessageIds, account: AccountId) -> Result<(), DeleteAccountError> {
    let Some(found) = find_account(tx, account)? else { return Ok(()) };
    delete_sessions_of(tx, account, None)?;
    delete_second_factor(tx, account)?;
    delete_address_change(tx, account)?;
    delete_grants(tx, account)?;
    delete_api_tokens(tx, account)?;
    update_slip_forgets_account(tx, account)?;
    delete_actor_ref(tx, account)?;
    if let Some(email) = &found.email {
        delete_sign_ins_of(tx, email)?;
        delete_invitations_to(tx, email)?;
        delete_mails_to(tx, email)?;
        // The last mail takes its address along when it is swept away.
        let language = Language::from_code(&found.language).unwrap_or_default();
        enqueue(tx, ids, 0, Outgoing::new(&Message::AccountDeleted, email, language))?;
    }
    Ok(delete_row(tx, account)?)
}
