//! What the settings show. A form that was sent too late keeps what was typed and shows what is saved.

use serde::Serialize;

use crate::web::parts::{Pager, Problem};
use crate::web::templates::View;

/// The settings: `pages/settings/show.html`. Fields `time_zone`, `help_telephone`, hidden `version`, and for each
/// language `de` and `en`: `name_de`, `service_name_de`, `help_hours_de`, `help_place_de`, `help_place_note_de`,
/// `imprint_de`, `privacy_de`, `accessibility_de`.
#[derive(Debug, Serialize)]
pub struct SettingsShow {
    /// Where the form goes.
    pub url: String,
    /// The version that is being edited; after a conflict the one that is saved now.
    pub version: u64,
    /// What has happened to the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The zone, such as `Europe/Berlin`.
    pub time_zone: ShortField,
    /// The telephone number of the help.
    pub help_telephone: ShortField,
    /// The texts in each language.
    pub languages: Vec<LanguageSettings>,
    /// How mails leave.
    pub mail: MailBlock,
}

/// What has happened to the form that was sent.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing was sent.
    Fresh,
    /// It is saved.
    Saved,
    /// A mail to oneself is on its way.
    TestSent,
    /// Somebody else has saved meanwhile; nothing was changed.
    ChangedMeanwhile {
        /// When.
        at: String,
    },
}

/// The organisation's words in one language.
#[derive(Debug, Serialize)]
pub struct LanguageSettings {
    /// The language's tag, which ends the fields' names.
    pub tag: &'static str,
    /// The language's own name.
    pub name: &'static str,
    /// The organisation's name.
    pub organisation: ShortField,
    /// What the service is called.
    pub service_name: ShortField,
    /// When the help answers.
    pub help_hours: ShortField,
    /// A place to go to.
    pub help_place: ShortField,
    /// What there is at the place.
    pub help_place_note: ShortField,
    /// The imprint.
    pub imprint: TextField,
    /// The privacy statement.
    pub privacy: TextField,
    /// The accessibility statement.
    pub accessibility: TextField,
}

/// A short field.
#[derive(Debug, Default, Serialize)]
pub struct ShortField {
    /// What was typed, or what is saved.
    pub value: String,
    /// What to do about it.
    pub problem: Option<String>,
    /// What somebody else has saved meanwhile, when it differs from what was typed; may be empty.
    pub saved: Option<String>,
}

/// A text in Markdown.
#[derive(Debug, Default, Serialize)]
pub struct TextField {
    /// What was typed, or what is saved.
    pub value: String,
    /// What to do about it.
    pub problem: Option<String>,
    /// The saved text as visitors see it: safe HTML.
    pub saved_html: Option<String>,
    /// The public page that shows it.
    pub url: String,
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
    /// Those, with the reasons.
    pub failed_url: String,
    /// Where the form goes that sends a mail to oneself.
    pub test_url: String,
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
    /// What the program found, in English and for whoever runs it.
    pub reason: String,
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

/// What can be wrong with the settings; [`Mistake::key`] is its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// No name.
    NameMissing,
    /// No name of the service.
    ServiceNameMissing,
    /// More than 120 characters in a short field.
    TooLong,
    /// More than 20,000 characters in a text.
    TextTooLong,
    /// Not a time zone that is known.
    TimeZoneUnknown,
    /// Not a telephone number: other characters than digits, blanks and `+ - / ( )`.
    TelephoneUnreadable,
}

impl Mistake {
    /// The key of the text, which says what to do.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NameMissing => "settings-problem-name-missing",
            Self::ServiceNameMissing => "settings-problem-service-name-missing",
            Self::TooLong => "settings-problem-too-long",
            Self::TextTooLong => "settings-problem-text-too-long",
            Self::TimeZoneUnknown => "settings-problem-time-zone-unknown",
            Self::TelephoneUnreadable => "settings-problem-telephone-unreadable",
        }
    }
}

impl View for SettingsShow {
    const TEMPLATE: &'static str = "pages/settings/show.html";
}
