//! Giving an account another address: asked for by its owner, good once the new mailbox has shown the link.

use std::sync::Arc;

use chrono::TimeDelta;
use thiserror::Error;

use crate::actions::steps::{Forbidden, Outgoing, authorise_owner, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::locale::Language;
use crate::mail::{MailSecret, MailSecretError, Message, MessageIds, SealedSecret};
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{InstallationKeys, SessionToken, TokenHash};
use crate::store::accounts::{find_account, find_account_by_email, update_address};
use crate::store::sessions::delete_sessions_of;
use crate::store::sign_ins::{delete_address_change, find_address_change, insert_or_replace_address_change};
use crate::store::{Db, Lock, StoreError};

/// How long the link in the new mailbox is good.
pub const ADDRESS_GOOD_FOR: TimeDelta = TimeDelta::hours(24);

/// What became of the address that the account had.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    /// It had none.
    First,
    /// It was told.
    OldTold,
}

/// Why the address was not changed.
#[derive(Debug, Error)]
pub enum ChangeAddressError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The link was used, has run out, or never was.
    #[error("this link is not good any more")]
    NotGood,
    /// Another account has the address; only whoever holds its mailbox learns this.
    #[error("another account has this address")]
    AddressTaken,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The secret of the mail cannot be sealed.
    #[error(transparent)]
    Secret(#[from] MailSecretError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Sends a link to the new address. Whether another account has it is not told here: anybody could ask.
///
/// # Errors
/// When the actor may not, the database fails or there is no randomness.
pub async fn ask_for_address(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    account: AccountId,
    email: Email,
    language: Language,
) -> Result<(), ChangeAddressError> {
    let (token, ids) = (SessionToken::new(draw()?), MessageIds::draw()?);
    let secret = MailSecret::link(token.to_cookie().as_str().to_owned());
    let secret = Arc::new(SealedSecret::seal(keys, &ids, 0, &secret)?);
    let link = token.hash();
    db.write(Lock::Nothing, move |tx| {
        authorise_owner(tx, actor, account)?;
        let expires_at = tx.now.plus(ADDRESS_GOOD_FOR);
        insert_or_replace_address_change(tx, account, &email, &link, expires_at)?;
        let (secret, expires_at) = (Some(secret.as_ref()), Some(expires_at));
        let mail = Outgoing { message: &Message::ConfirmAddress, recipient: &email, language, secret, expires_at };
        Ok(enqueue(tx, &ids, 0, mail)?)
    })
    .await
}

/// Takes the new address, tells the old one, if there was one, and ends all other sessions. The link proves the mailbox; that it is this
/// account that wants the address is proved by the session of whoever opens it, or anybody could have a stranger's
/// mailbox confirm an account that they prepared.
///
/// # Errors
/// [`ChangeAddressError::NotGood`], [`ChangeAddressError::AddressTaken`]; or when the database fails.
pub async fn confirm_address(
    db: &Db,
    actor: Actor,
    link: TokenHash,
    kept: TokenHash,
) -> Result<Changed, ChangeAddressError> {
    let ids = MessageIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        let (account, email) = find_address_change(tx, &link, now)?.ok_or(ChangeAddressError::NotGood)?;
        authorise_owner(tx, actor, account)?;
        let before = find_account(tx, account)?.ok_or(ChangeAddressError::NotGood)?;
        // Under another spelling of its host the database would not see that the address is taken.
        if find_account_by_email(tx, &email)?.is_some_and(|holder| holder.id != account) {
            return Err(ChangeAddressError::AddressTaken);
        }
        update_address(tx, account, &email).map_err(|error| match error {
            StoreError::Conflict => ChangeAddressError::AddressTaken,
            other => ChangeAddressError::Store(other),
        })?;
        delete_address_change(tx, account)?;
        delete_sessions_of(tx, account, Some(&kept))?;
        let Some(old) = &before.email else { return Ok(Changed::First) };
        let language = Language::from_code(&before.language).unwrap_or_default();
        enqueue(tx, &ids, 0, Outgoing::new(&Message::AddressChanged, old, language))?;
        Ok(Changed::OldTold)
    })
    .await
}
