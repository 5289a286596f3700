//! A letter as bytes: text and HTML of the same words, and the headers.

use chrono::{DateTime, Utc};
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MessageBuilder, MultiPart};
use lettre::{Address, Message};

use super::letter::{Letter, one_line};

/// A mail ready to go.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The address.
    pub recipient: String,
    /// What it says.
    pub letter: Letter,
    /// The Message-ID, the same on every try.
    pub message_id: String,
    /// When it was enqueued.
    pub date: DateTime<Utc>,
}

/// Why a letter does not become a mail. Trying again does not help.
#[derive(Debug, thiserror::Error)]
pub(super) enum MimeError {
    /// The recipient is no mailbox.
    #[error("this is no address for mail")]
    Address,
    /// The parts do not go together.
    #[error("the mail cannot be built: {0}")]
    Build(#[from] lettre::error::Error),
}

/// Builds the mail. Every header but the subject is the program's own; the library encodes what is not plain ASCII.
pub(super) fn build(mail: &Rendered, sender: &Mailbox, reply_to: Option<&Mailbox>) -> Result<Message, MimeError> {
    // As an address, not as a mailbox: a mailbox may carry a name before it.
    let recipient: Address = mail.recipient.parse().map_err(|_| MimeError::Address)?;
    let name = one_line(&mail.letter.from);
    let sender_name = if name.is_empty() { sender.name.clone() } else { Some(name) };
    // What is no address of the organisation's is left out: the mail itself is sound.
    let to_organisation = || Some(Mailbox::new(None, mail.letter.reply_to.parse().ok()?));
    let Letter { subject, text, html, .. } = mail.letter.clone();
    let mut builder = MessageBuilder::new()
        .from(Mailbox::new(sender_name, sender.email.clone()))
        .to(Mailbox::new(None, recipient))
        .subject(subject)
        .message_id(Some(mail.message_id.clone()))
        .date(mail.date.into())
        // RFC 3834: no holiday notice answers this.
        .raw_header(HeaderValue::new(HeaderName::new_from_ascii_str("Auto-Submitted"), "auto-generated".to_owned()));
    if let Some(reply_to) = reply_to.cloned().or_else(to_organisation) {
        builder = builder.reply_to(reply_to);
    }
    // One click without a page of ours (RFC 8058).
    if let Some(address) = mail.letter.unsubscribe.as_deref() {
        let named = |name: &'static str, value: String| HeaderValue::new(HeaderName::new_from_ascii_str(name), value);
        builder = builder
            .raw_header(named("List-Unsubscribe", format!("<{address}>")))
            .raw_header(named("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
    }
    Ok(builder.multipart(MultiPart::alternative_plain_html(text, html))?)
}
