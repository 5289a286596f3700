//! Mails to those who must act next, and to the owner of an account, enqueued in the transaction of what happened.

use super::enqueue::{Outgoing, enqueue};
use crate::domain::ids::AccountId;
use crate::domain::role::Role;
use crate::domain::round::Round;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::store::accounts::find_account;
use crate::store::roles::list_addresses_with_role;
use crate::store::texts::find_round_text;
use crate::store::{StoreError, Tx};

/// Tells every administrator of a round, of it alone or of all, each in the language of the account. `message` gets the round's name in addresses
/// and its title.
///
/// # Errors
/// When the round has no text, or the database fails or holds something that is no address.
pub fn tell_administrators(
    tx: &mut Tx<'_>,
    ids: &MessageIds,
    round: &Round,
    message: impl Fn(String, Option<String>) -> Message,
) -> Result<(), StoreError> {
    let administrators = list_addresses_with_role(tx, Role::Administrator, round.id)?;
    for (place, (recipient, language)) in administrators.into_iter().enumerate() {
        let language = Language::from_code(&language).unwrap_or_default();
        let title = find_round_text(tx, round.id, language.written())?.text.title;
        let message = message(round.slug.as_str().to_owned(), Some(title));
        enqueue(tx, ids, place, Outgoing::new(&message, &recipient, language))?;
    }
    Ok(())
}

/// Tells the owner of an account, in its language, if it has an address.
///
/// # Errors
/// When the database fails.
pub fn tell_owner(tx: &mut Tx<'_>, ids: &MessageIds, account: AccountId, message: &Message) -> Result<(), StoreError> {
    let Some(account) = find_account(tx, account)? else { return Ok(()) };
    let Some(email) = &account.email else { return Ok(()) };
    let language = Language::from_code(&account.language).unwrap_or_default();
    enqueue(tx, ids, 0, Outgoing::new(message, email, language))
}
