//! Taking a role away. It ends with the next request, and with the next act that asks for it.

use super::PeopleError;
use crate::actions::steps::{
    RecordIds, account_subject, append, authorise_alone, grant_details, is_last_administrator, tell_of_role,
};
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::domain::role::{Grant, Role};
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::accounts::find_account;
use crate::store::invitations::update_invitations_withdrawn;
use crate::store::roles::update_grant_taken;
use crate::store::{Db, Lock, StoreError};

/// Takes a role away and tells the person by mail.
///
/// # Errors
/// When the person does not have it, it is the last administrator's, the actor may not, or the database fails.
pub async fn take_role(db: &Db, actor: Actor, account: AccountId, grant: Grant) -> Result<(), PeopleError> {
    let (entry, ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise_alone(tx, actor)?;
        let now = tx.now;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        if grant == Grant::everywhere(Role::Administrator) && is_last_administrator(tx, account)? {
            return Err(PeopleError::LastAdministrator);
        }
        if let Some(email) = &person.email {
            // An invitation that still waits would bring the role back.
            update_invitations_withdrawn(tx, email, grant, now)?;
        }
        if !update_grant_taken(tx, account, grant, now)? {
            return Err(PeopleError::NotHeld);
        }
        let (subject, details) = (account_subject(tx, &entry, account)?, grant_details(tx, grant)?);
        append(tx, &entry, actor, Act::RoleTaken, (grant.round, subject), details)?;
        Ok(tell_of_role(tx, &ids, &person, &grant.into(), |role, round, _| Message::RoleTaken { role, round })?)
    })
    .await
}
