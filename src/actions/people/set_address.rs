//! Giving an account another address from the office: back to its owner, after a stranger put theirs into it.

use super::PeopleError;
use crate::actions::steps::{
    Outgoing, RecordIds, account_subject, append, authorise, enqueue, move_address, tell_owner,
};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::accounts::{
    find_account, find_account_by_email, lock_account, update_address, update_not_warned, update_password,
};
use crate::store::address_changes::delete_address_change;
use crate::store::api_tokens::delete_api_tokens;
use crate::store::sessions::delete_sessions_of;
use crate::store::sign_ins::delete_sign_ins_of;
use crate::store::{Db, Lock, StoreError};

/// Sets the address of an account and tells both addresses by mail. Whatever else somebody could come in with who held the
/// old mailbox ends: the password, the sessions, tokens for programs, the links that wait for either address, and an address that waits to be
/// confirmed. A closed account stays closed. Answers whether it is.
///
/// # Errors
/// When the account has the address already or another one has it, the actor may not, or the database fails.
pub async fn set_address(db: &Db, actor: Actor, account: AccountId, email: Email) -> Result<bool, PeopleError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        lock_account(tx, account)?;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        // Under another spelling of its host the database would not see that the address is taken.
        if let Some(holder) = find_account_by_email(tx, &email)? {
            return Err(if holder.id == account { PeopleError::AddressHeld } else { PeopleError::AddressTaken });
        }
        update_address(tx, account, &email).map_err(|error| match error {
            StoreError::Conflict => PeopleError::AddressTaken,
            other => PeopleError::Store(other),
        })?;
        update_password(tx, account, None)?;
        // The new mailbox was never warned that the account goes.
        update_not_warned(tx, account)?;
        delete_address_change(tx, account)?;
        delete_sign_ins_of(tx, &email)?;
        delete_api_tokens(tx, account)?;
        delete_sessions_of(tx, account, None)?;
        let subject = account_subject(tx, &ids, account)?;
        append(tx, &ids, actor, Act::AccountAddressSet, (None, subject), [])?;
        tell_owner(tx, &message_ids, account, &Message::AddressSet { closed: person.disabled })?;
        if let Some(old) = &person.email {
            delete_sign_ins_of(tx, old)?;
            move_address(tx, old, &email)?;
            let language = Language::from_code(&person.language).unwrap_or_default();
            enqueue(tx, &message_ids, 1, Outgoing::new(&Message::AddressChanged, old, language))?;
        }
        Ok(person.disabled)
    })
    .await
}
