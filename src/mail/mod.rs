//! Messages and their transports.
//!
//! An act enqueues a [`Message`]'s name and parameters, and what only the recipient may read as a [`SealedSecret`]. The
//! job `send_mail` writes the [`Letter`] and hands it over by the [`Mailer`]'s way out: a mail server, a folder, or memory.

mod document;
mod files;
mod kind;
mod letter;
mod mailer;
mod message;
mod message_id;
mod mime;
mod news;
mod outcome;
pub mod samples;
mod secret;
mod settings;
mod smtp;
mod stored;

pub use kind::Kind;
pub use letter::{Letter, Letterhead, SecretMissing, subject_of};
pub use mailer::{KeptMail, MailError, Mailer, Outlet, WayOut};
pub use message::Message;
pub use message_id::MessageIds;
pub use mime::Rendered;
pub use news::NewsItem;
pub use outcome::{Check, HandOverError, Unreachable};
pub use secret::{MailSecret, MailSecretError, SealedSecret};
pub use settings::{Encryption, MailSettings, Password, SmtpServer, SmtpSignIn, TransportSettings};

#[cfg(test)]
mod tests;
