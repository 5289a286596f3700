//! What the pages about the sending of mails show.

use serde::Serialize;

use crate::web::parts::Pager;
use crate::web::templates::View;

/// How mails leave: `pages/settings/mails.html`.
#[derive(Debug, Serialize)]
pub struct MailsShow {
    /// The organisation's settings.
    pub back_url: String,
    /// Whether a mail to oneself is on its way.
    pub test_sent: bool,
    /// How they leave.
    pub mail: MailBlock,
}

impl View for MailsShow {
    const TEMPLATE: &'static str = "pages/settings/mails.html";
}

/// How mails leave, and how many do not.
#[derive(Debug, Default, Serialize)]
pub struct MailBlock {
    /// The way.
    pub way: MailWay,
    /// When this process last looked whether it is open.
    pub checked_at: Option<String>,
    /// What was in the way then.
    pub problem: Option<MailProblem>,
    /// How many mails wait.
    pub waiting: u64,
    /// How many will not arrive.
    pub failed: u64,
    /// Those, with the reasons; none for those who may not see addresses.
    pub failed_url: Option<String>,
    /// Where the form goes that sends a mail to oneself; none for those who only read.
    pub test_url: Option<String>,
}

/// By which way mails leave.
#[derive(Debug, Default, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MailWay {
    /// Into a folder.
    #[default]
    File,
    /// Nowhere.
    Memory,
    /// To a mail server.
    Smtp {
        /// Its name and port.
        server: String,
    },
}

/// Why mails cannot leave.
#[derive(Debug, Serialize)]
pub struct MailProblem {
    /// What to do about it.
    pub next: String,
    /// What the program found, in English and for whoever runs it; none for those who only read.
    pub reason: Option<String>,
}

/// Mails that will not arrive: `pages/settings/failed_mails.html`.
#[derive(Debug, Serialize)]
pub struct FailedMails {
    /// The settings.
    pub back_url: String,
    /// The mails of this page, the newest first.
    pub mails: Vec<FailedMailRow>,
    /// The other pages.
    pub pager: Pager,
}

/// A mail that will not arrive.
#[derive(Debug, Serialize)]
pub struct FailedMailRow {
    /// The address.
    pub to: String,
    /// Its subject, if this version of the program knows the message.
    pub subject: Option<String>,
    /// When it was written.
    pub at: String,
    /// Why, in the words of the mail server.
    pub reason: String,
}

impl View for FailedMails {
    const TEMPLATE: &'static str = "pages/settings/failed_mails.html";
}
