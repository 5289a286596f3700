//! Mails to those who must act next, enqueued in the transaction of what happened.

use crate::domain::permission::Role;
use crate::mail::{Message, MessageIds};
use crate::store::accounts::list_addresses_with_role;
use crate::store::mails::{NewMail, insert_mail};
use crate::store::{StoreError, Tx};

/// Tells every administrator. They read German until an account has a language of its own.
///
/// # Errors
/// When the database fails.
pub fn tell_administrators(tx: &mut Tx<'_>, ids: &MessageIds, message: &Message) -> Result<(), StoreError> {
    let now = tx.now;
    for (place, recipient) in list_addresses_with_role(tx, Role::Administrator)?.into_iter().enumerate() {
        let new = NewMail {
            message: message.name(),
            language: "de".to_owned(),
            recipient,
            parameters: message.parameters(),
            message_id: ids.nth(place),
        };
        insert_mail(tx, &new, now)?;
    }
    Ok(())
}
