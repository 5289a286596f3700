//! Messages and their transports.
//!
//! An act enqueues a [`Message`]'s name and parameters; the job `send_mail` renders it and hands it to a [`Mailer`].

mod mailer;
mod message;

pub use mailer::{MailError, Mailer, Rendered};
pub use message::{Message, MessageIds};
