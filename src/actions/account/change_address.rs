//! Giving an account another address: asked for by its owner, good once the new mailbox has shown the link or the
//! digits.

use std::sync::Arc;

use chrono::TimeDelta;
use thiserror::Error;

use crate::actions::steps::{Forbidden, Outgoing, authorise_owner, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::domain::six_digits::SixDigits;
use crate::locale::Language;
use crate::mail::{MailSecret, MailSecretError, Message, MessageIds, SealedSecret};
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{DigitsMac, InstallationKeys, SessionToken, TokenHash};
use crate::store::accounts::{find_account, find_account_by_email, lock_account, update_address};
use crate::store::address_changes::{
    AddressChange, NewAddressChange, delete_address_change, find_address_change, find_address_change_by_link,
    insert_or_replace_address_change, update_address_change_tried,
};
use crate::store::followers::move_follower;
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock, StoreError};

/// How long the link and the digits in the new mailbox are good.
pub const ADDRESS_GOOD_FOR: TimeDelta = TimeDelta::hours(24);

/// How often the digits of one mail may be typed.
const MOST_TRIES: i64 = 5;

/// What somebody shows of the mail.
#[derive(Debug, Clone, Copy)]
pub enum AddressProof {
    /// The token of the link.
    Link(TokenHash),
    /// The digits, typed into the account that asked for them.
    Digits(AccountId, SixDigits),
}

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Confirmation {
    /// The address counts, and it is the account's first.
    First,
    /// The address counts, and the old one was told.
    OldTold,
    /// The digits are wrong; so often they may still be typed.
    WrongDigits {
        /// How often.
        left: i64,
    },
}

/// Why the address was not changed.
#[derive(Debug, Error)]
pub enum ChangeAddressError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The link or the digits were used, have run out, were tried too often, or never were.
    #[error("this link or code is not good any more")]
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

/// Sends a link and six digits to the new address. Whether another account has it is not told here: anybody could ask.
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
    let digits = SixDigits::from_random(draw()?);
    let secret = MailSecret::link_and_code(token.to_cookie().as_str().to_owned(), digits.to_string());
    let secret = Arc::new(SealedSecret::seal(keys, &ids, 0, &secret)?);
    let (link, digits) = (token.hash(), digits_mac(keys, account, digits));
    db.write(Lock::Nothing, move |tx| {
        authorise_owner(tx, actor, account)?;
        let expires_at = tx.now.plus(ADDRESS_GOOD_FOR);
        let new = NewAddressChange { account, email: email.clone(), link, digits, expires_at };
        insert_or_replace_address_change(tx, &new)?;
        let (secret, expires_at) = (Some(secret.as_ref()), Some(expires_at));
        let mail = Outgoing { message: &Message::ConfirmAddress, recipient: &email, language, secret, expires_at };
        Ok(enqueue(tx, &ids, 0, mail)?)
    })
    .await
}

/// The digits of an account's mail, as they are kept.
fn digits_mac(keys: &InstallationKeys, account: AccountId, digits: SixDigits) -> DigitsMac {
    keys.digits_mac(&format!("address {}", account.value()), digits)
}

/// Takes the new address, tells the old one, if there was one, and ends all other sessions. The link or the digits
/// prove the mailbox; that it is this account that wants the address is proved by the session of whoever shows them, or
/// anybody could have a stranger's mailbox confirm an account that they prepared.
///
/// # Errors
/// [`ChangeAddressError::NotGood`], [`ChangeAddressError::AddressTaken`]; or when the database fails.
pub async fn confirm_address(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    proof: AddressProof,
    kept: TokenHash,
) -> Result<Confirmation, ChangeAddressError> {
    let ids = MessageIds::draw()?;
    // The authentication code does not depend on the row, so it is made before the transaction.
    let typed = match proof {
        AddressProof::Link(_) => None,
        AddressProof::Digits(account, digits) => Some(digits_mac(keys, account, digits)),
    };
    db.write(Lock::Nothing, move |tx| {
        let now = tx.now;
        let account = match proof {
            AddressProof::Link(link) => find_address_change_by_link(tx, &link, now)?.map(|change| change.account),
            AddressProof::Digits(account, _) => Some(account),
        };
        // Locked before it is read: the office may be giving the account another address at this moment.
        lock_account(tx, account.ok_or(ChangeAddressError::NotGood)?)?;
        let found = match proof {
            AddressProof::Link(link) => find_address_change_by_link(tx, &link, now)?,
            AddressProof::Digits(account, _) => find_address_change(tx, account, now)?,
        };
        let AddressChange { account, email, digits } = found.ok_or(ChangeAddressError::NotGood)?;
        authorise_owner(tx, actor, account)?;
        if let Some(typed) = typed {
            let tries = update_address_change_tried(tx, account, MOST_TRIES)?.ok_or(ChangeAddressError::NotGood)?;
            if digits != Some(typed) {
                return Ok(Confirmation::WrongDigits { left: MOST_TRIES.saturating_sub(tries) });
            }
        }
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
        let Some(old) = &before.email else { return Ok(Confirmation::First) };
        move_follower(tx, old, &email)?;
        let language = Language::from_code(&before.language).unwrap_or_default();
        enqueue(tx, &ids, 0, Outgoing::new(&Message::AddressChanged, old, language))?;
        Ok(Confirmation::OldTold)
    })
    .await
}
