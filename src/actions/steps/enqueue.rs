//! Putting a mail into the outbox, in the transaction of what it tells of.

use crate::domain::email::Email;
use crate::domain::time::Instant;
use crate::locale::Language;
use crate::mail::{Message, MessageIds, SealedSecret};
use crate::store::mails::{NewMail, insert_mail};
use crate::store::{StoreError, Tx};

/// A mail as an act writes it.
#[derive(Debug, Clone, Copy)]
pub struct Outgoing<'a> {
    /// What it says.
    pub message: &'a Message,
    /// Who gets it.
    pub recipient: &'a Email,
    /// The language that they read.
    pub language: Language,
    /// What only they may read; sealed, before the transaction, for the same place among the act's mails.
    pub secret: Option<&'a SealedSecret>,
    /// When it is of no use any more: from then on it is not sent.
    pub expires_at: Option<Instant>,
}

impl<'a> Outgoing<'a> {
    /// A mail without a secret, which is of use at any time.
    #[must_use]
    pub const fn new(message: &'a Message, recipient: &'a Email, language: Language) -> Self {
        Self { message, recipient, language, secret: None, expires_at: None }
    }
}

/// Enqueues the act's mail at `place`, counted from 0.
///
/// # Errors
/// When the act has a mail at that place already, or the database fails.
pub fn enqueue(tx: &mut Tx<'_>, ids: &MessageIds, place: usize, mail: Outgoing<'_>) -> Result<(), StoreError> {
    let now = tx.now;
    let new = NewMail {
        message: mail.message.name(),
        language: mail.language.code(),
        recipient: mail.recipient,
        parameters: mail.message.parameters(),
        secret: mail.secret.map(SealedSecret::bytes),
        message_id: ids.nth(place),
        expires_at: mail.expires_at,
    };
    insert_mail(tx, &new, now)
}
