//! What the demonstration's mailbox shows.

use serde::Serialize;

use crate::web::parts::Pager;
use crate::web::templates::View;

/// All mails, the newest first: `pages/mailbox/list.html`.
#[derive(Debug, Serialize)]
pub struct MailboxList {
    /// The mails of this page of the list.
    pub mails: Vec<MailRow>,
    /// The other pages.
    pub pager: Pager,
    /// What the telephones of the office show.
    pub telephones: Vec<Telephone>,
    /// Where employees without e-mail come in.
    pub entries: Vec<EntryRow>,
    /// One of each kind of mail.
    pub samples_url: String,
}

/// One of each kind of mail: `pages/mailbox/samples.html`.
#[derive(Debug, Serialize)]
pub struct MailSamples {
    /// The mails that were written.
    pub list_url: String,
    /// One of each kind.
    pub samples: Vec<MailSample>,
}

impl View for MailSamples {
    const TEMPLATE: &'static str = "pages/mailbox/samples.html";
}

/// A mail that nobody gets.
#[derive(Debug, Serialize)]
pub struct MailSample {
    /// Its subject.
    pub subject: String,
    /// The text, line by line.
    pub lines: Vec<String>,
}

/// The entry of a workplace.
#[derive(Debug, Serialize)]
pub struct EntryRow {
    /// What the workplace is called.
    pub workplace: String,
    /// Its entry.
    pub url: String,
}

/// A telephone of the office.
#[derive(Debug, Serialize)]
pub struct Telephone {
    /// Whose it is: an address.
    pub whose: String,
    /// The code that it shows.
    pub code: String,
    /// How many seconds it does so.
    pub seconds: i64,
}

/// One mail of the list.
#[derive(Debug, Serialize)]
pub struct MailRow {
    /// Its page.
    pub url: String,
    /// Its subject.
    pub subject: String,
    /// Who gets it.
    pub to: String,
    /// When it was written.
    pub at: String,
}

/// One mail as text: `pages/mailbox/show.html`.
#[derive(Debug, Serialize)]
pub struct MailShow {
    /// The list.
    pub list_url: String,
    /// Its subject.
    pub subject: String,
    /// Who sends it.
    pub from: String,
    /// Who gets it.
    pub to: String,
    /// When it was written.
    pub at: String,
    /// How far it has come.
    pub state: String,
    /// The text, line by line; nothing once its secret is gone.
    pub lines: Option<Vec<String>>,
    /// The same words as HTML.
    pub html_url: Option<String>,
}

impl View for MailboxList {
    const TEMPLATE: &'static str = "pages/mailbox/list.html";
}

impl View for MailShow {
    const TEMPLATE: &'static str = "pages/mailbox/show.html";
}
