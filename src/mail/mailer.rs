//! Transports. So far mails become files, one each, which an operator can read or hand on.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, MessageBuilder};
use lettre::{FileTransport, Transport};
use thiserror::Error;

/// A mail ready to go.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The address.
    pub recipient: String,
    /// The subject.
    pub subject: String,
    /// The text.
    pub text: String,
    /// The Message-ID, the same on every try.
    pub message_id: String,
    /// When it was enqueued.
    pub date: DateTime<Utc>,
}

/// Why a mail could not be handed over.
#[derive(Debug, Error)]
pub enum MailError {
    /// The sender or the recipient is no mailbox.
    #[error("{0} is no address for mail")]
    Address(&'static str),
    /// The mail cannot be built.
    #[error("the mail cannot be built: {0}")]
    Message(#[from] lettre::error::Error),
    /// The folder cannot be made or written.
    #[error("the mail cannot be written: {0}")]
    File(#[from] lettre::transport::file::Error),
    /// The folder cannot be made.
    #[error("the folder for mail cannot be made: {0}")]
    Folder(#[from] std::io::Error),
}

/// Hands mails over.
#[derive(Debug, Clone)]
pub struct Mailer {
    sender: Mailbox,
    folder: PathBuf,
    transport: FileTransport,
}

impl Mailer {
    /// Writes mails from `sender` into a folder, which is made when it is missing.
    ///
    /// # Errors
    /// When the sender is no mailbox or the folder cannot be made.
    pub fn to_folder(sender: &str, folder: &Path) -> Result<Self, MailError> {
        let sender = sender.parse().map_err(|_| MailError::Address("the sender"))?;
        std::fs::create_dir_all(folder)?;
        Ok(Self { sender, folder: folder.to_owned(), transport: FileTransport::new(folder) })
    }

    /// The folder into which mails are written.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Hands a mail over. Blocks.
    ///
    /// # Errors
    /// When an address does not hold or the folder cannot be written.
    pub fn send(&self, mail: &Rendered) -> Result<(), MailError> {
        let recipient: Mailbox = mail.recipient.parse().map_err(|_| MailError::Address("the recipient"))?;
        let message = MessageBuilder::new()
            .from(self.sender.clone())
            .to(recipient)
            .subject(&mail.subject)
            .message_id(Some(mail.message_id.clone()))
            .date(mail.date.into())
            .header(ContentType::TEXT_PLAIN)
            .body(mail.text.clone())?;
        self.transport.send(&message)?;
        Ok(())
    }
}
