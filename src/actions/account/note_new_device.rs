//! Telling somebody that their account was opened on a device that it was not opened on before.

use crate::actions::steps::tell_owner;
use crate::domain::ids::AccountId;
use crate::mail::{Message, MessageIds};
use crate::store::{Db, Lock, StoreError};

/// Sends the mail, if the account has an address. `device` is what the browser says it is.
///
/// # Errors
/// When the database fails.
pub async fn note_new_device(
    db: &Db,
    ids: MessageIds,
    account: AccountId,
    device: Option<String>,
) -> Result<(), StoreError> {
    db.write(Lock::Nothing, move |tx| {
        let message = Message::NewDevice { device: device.clone().unwrap_or_default(), at: tx.now };
        tell_owner(tx, &ids, account, &message)
    })
    .await
}
