//! Mails to those who must act next, enqueued in the transaction of what happened.

use super::enqueue::{Outgoing, enqueue};
use crate::domain::permission::Role;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::store::accounts::list_addresses_with_role;
use crate::store::{StoreError, Tx};

/// Tells every administrator. They read German until an account has a language of its own.
///
/// # Errors
/// When the database fails or holds something that is no address.
pub fn tell_administrators(tx: &mut Tx<'_>, ids: &MessageIds, message: &Message) -> Result<(), StoreError> {
    for (place, recipient) in list_addresses_with_role(tx, Role::Administrator)?.into_iter().enumerate() {
        enqueue(tx, ids, place, Outgoing::new(message, &recipient, Language::German))?;
    }
    Ok(())
}
