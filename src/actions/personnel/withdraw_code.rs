//! Withdrawing the code of somebody who left.

use super::refusal::{PersonnelError, slip_with_account};
use crate::actions::steps::{RecordIds, append, authorise, is_last_administrator, tell_owner};
use crate::domain::ids::PersonnelSerial;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::role::Role;
use crate::mail::{Message, MessageIds};
use crate::record::{Act, Subject};
use crate::store::accounts::{find_account, lock_account, update_disabled};
use crate::store::personnel::{update_code, update_slip_withdrawn};
use crate::store::roles::lock_holders;
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock, StoreError};

/// Withdraws the code of a slip, for good. The code and the sessions of its account end at once. An account with an address
/// stays with its owner, whom a mail tells; one without is closed, for it has no other way in. What is closed already stays
/// closed, and nobody is told.
///
/// # Errors
/// When its owner deleted the account, somebody else changed the code meanwhile, the last administrator has no other way
/// in, the actor may not, or the database fails.
pub async fn withdraw_code(
    db: &Db,
    actor: Actor,
    (serial, seen_version): (PersonnelSerial, i64),
) -> Result<(), PersonnelError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        let (slip, account) = slip_with_account(tx, serial)?;
        let now = tx.now;
        if slip.withdrawn_at.is_some() || !update_slip_withdrawn(tx, &slip, seen_version, now)? {
            return Err(PersonnelError::ChangedMeanwhile);
        }
        // Whether it has an address is not to change before it is decided upon.
        lock_account(tx, account)?;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        if person.email.is_none() {
            lock_holders(tx, Role::Administrator)?;
            if is_last_administrator(tx, account)? {
                return Err(PersonnelError::LastAdministrator);
            }
            if !person.disabled {
                update_disabled(tx, account, Some(now))?;
            }
        }
        update_code(tx, account, None)?;
        delete_sessions_of(tx, account, None)?;
        let details = [("serial", i64::from(serial.value()).into())];
        append(tx, &ids, actor, Act::PersonnelCodeWithdrawn, (None, Subject::Settings), details)?;
        if !person.disabled {
            tell_owner(tx, &message_ids, account, &Message::PersonnelCodeWithdrawn)?;
        }
        Ok(())
    })
    .await
}
