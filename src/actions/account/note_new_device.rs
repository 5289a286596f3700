//! Telling somebody that their account was opened on a device that it was not opened on before.

use crate::actions::steps::{Outgoing, enqueue};
use crate::domain::ids::AccountId;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::store::accounts::find_account;
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
        let Some(account) = find_account(tx, account)? else { return Ok(()) };
        let Some(email) = &account.email else { return Ok(()) };
        let message = Message::NewDevice { device: device.clone().unwrap_or_default(), at: tx.now };
        let language = Language::from_code(&account.language).unwrap_or_default();
        enqueue(tx, &ids, 0, Outgoing::new(&message, email, language))
    })
    .await
}
