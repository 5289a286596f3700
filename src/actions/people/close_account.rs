//! Closing an account: nobody signs in with it any more, and its sessions end at once. Its roles wait.

use super::PeopleError;
use crate::actions::steps::{RecordIds, account_subject, append, authorise_alone, is_last_administrator, tell_owner};
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::accounts::{find_account, update_disabled};
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock, StoreError};

/// Closes an account and tells the person by mail.
///
/// # Errors
/// When it is closed or the last administrator's, the actor may not, or the database fails.
pub async fn close_account(db: &Db, actor: Actor, account: AccountId) -> Result<(), PeopleError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise_alone(tx, actor)?;
        let now = tx.now;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        if person.disabled {
            return Err(PeopleError::Closed);
        }
        if is_last_administrator(tx, account)? {
            return Err(PeopleError::LastAdministrator);
        }
        update_disabled(tx, account, Some(now))?;
        delete_sessions_of(tx, account, None)?;
        let subject = account_subject(tx, &ids, account)?;
        append(tx, &ids, actor, Act::AccountClosed, (None, subject), [])?;
        Ok(tell_owner(tx, &message_ids, account, &Message::AccountClosed)?)
    })
    .await
}
