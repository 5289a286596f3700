//! The addresses of the demonstration's mailbox.

use super::{home, path};
use crate::domain::ids::MailId;
use crate::locale::Language;

/// The demonstration's mails.
#[must_use]
pub fn mailbox(language: Language) -> String {
    format!("{}{}", home(language), path::MAILBOX)
}

/// One of each kind of mail.
#[must_use]
pub fn mail_samples(language: Language) -> String {
    format!("{}{}", home(language), path::MAIL_SAMPLES)
}

/// One of them.
#[must_use]
pub fn mail(language: Language, id: MailId) -> String {
    format!("{}/{id}", mailbox(language))
}

/// The same as HTML.
#[must_use]
pub fn mail_html(language: Language, id: MailId) -> String {
    format!("{}/html", mail(language, id))
}
