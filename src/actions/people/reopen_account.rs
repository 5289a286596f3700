//! Opening a closed account again, with the roles that it had.

use super::PeopleError;
use crate::actions::steps::{RecordIds, account_subject, append, authorise, tell_owner};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::accounts::{find_account, update_disabled};
use crate::store::personnel::find_slip_of;
use crate::store::{Db, Lock, StoreError};

/// Opens a closed account again and tells the person by mail.
///
/// # Errors
/// When it is open, it has no way in any more, the actor may not, or the database fails.
pub async fn reopen_account(db: &Db, actor: Actor, account: AccountId) -> Result<(), PeopleError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        if !person.disabled {
            return Err(PeopleError::NotClosed);
        }
        if person.email.is_none()
            && let Some(slip) = find_slip_of(tx, account)?.filter(|slip| slip.withdrawn_at.is_some())
        {
            return Err(PeopleError::CodeWithdrawn(slip.serial));
        }
        update_disabled(tx, account, None)?;
        let subject = account_subject(tx, &ids, account)?;
        append(tx, &ids, actor, Act::AccountReopened, (None, subject), [])?;
        Ok(tell_owner(tx, &message_ids, account, &Message::AccountReopened)?)
    })
    .await
}
