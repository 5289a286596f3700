//! Mails to those who must act next, enqueued in the transaction of what happened.

use super::enqueue::{Outgoing, enqueue};
use crate::domain::role::Role;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::store::roles::list_addresses_with_role;
use crate::store::{StoreError, Tx};

/// Tells every administrator, each in the language of the account.
///
/// # Errors
/// When the database fails or holds something that is no address.
pub fn tell_administrators(tx: &mut Tx<'_>, ids: &MessageIds, message: &Message) -> Result<(), StoreError> {
    for (place, (recipient, language)) in list_addresses_with_role(tx, Role::Administrator)?.into_iter().enumerate() {
        let language = Language::from_code(&language).unwrap_or_default();
        enqueue(tx, ids, place, Outgoing::new(message, &recipient, language))?;
    }
    Ok(())
}
