//! A mail to oneself, to see whether mails arrive.

use thiserror::Error;

use crate::actions::steps::{Forbidden, Outgoing, authorise, enqueue};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::secrecy::randomness::RandomnessError;
use crate::store::accounts::find_account;
use crate::store::{Db, Lock, StoreError};

/// Why no mail was sent.
#[derive(Debug, Error)]
pub enum SendTestMailError {
    /// The account may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed, or there is no such account.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Enqueues a mail to an account's own address. It is not entered in the record: nothing has changed that anybody would
/// have to account for.
///
/// # Errors
/// When the account may not, or the database fails.
pub async fn send_test_mail(
    db: &Db,
    actor: Actor,
    account: AccountId,
    language: Language,
) -> Result<(), SendTestMailError> {
    let ids = MessageIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::CheckMails, Scope::Organisation)?;
        let recipient = find_account(tx, account)?.and_then(|found| found.email).ok_or(StoreError::NotFound)?;
        enqueue(tx, &ids, 0, Outgoing::new(&Message::TestMail, &recipient, language))?;
        Ok(())
    })
    .await
}
