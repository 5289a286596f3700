//! What the pages of the record show.

use serde::Serialize;

use crate::web::parts::{Pager, Problem};
use crate::web::templates::View;

/// One entry in a list.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RecordEntry {
    /// When.
    pub at: String,
    /// What was done.
    pub sentence: String,
    /// The public reason.
    pub reason: Option<String>,
    /// By whom: a kind of actor, in the office a name.
    pub by: String,
    /// Whose account it is about, in the office, if it is about one.
    pub concerns: Option<String>,
    /// The page of the entry, when it has one.
    pub url: Option<String>,
    /// The exact text, in the office or when this version understands it in part only.
    pub body: Option<String>,
    /// The SHA-256 of the exact text.
    pub sha256: Option<String>,
}

/// A choice of the filter.
#[derive(Debug, Clone, Serialize)]
pub struct Choice {
    /// What the address carries.
    pub value: String,
    /// What it says.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The fields of the filter with what was typed: `round`, `topic`, `from`, `to`, `text`, in the office `actor`.
#[derive(Debug, Clone, Default, Serialize)]
pub struct Filter {
    /// Where the form goes.
    pub url: String,
    /// All rounds to choose from.
    pub rounds: Vec<Choice>,
    /// All topics to choose from.
    pub topics: Vec<Choice>,
    /// All actors to choose from; none on the public page.
    pub actors: Vec<Choice>,
    /// The first day.
    pub from: String,
    /// What is wrong with it.
    pub from_problem: Option<String>,
    /// The last day.
    pub to: String,
    /// What is wrong with it.
    pub to_problem: Option<String>,
    /// Words of the public reason.
    pub text: String,
    /// What is wrong with them.
    pub text_problem: Option<String>,
    /// The list without a filter, when there is one.
    pub all_url: Option<String>,
}

/// A page of a list of entries. Nothing is shown of a filter that has mistakes.
#[derive(Debug, Clone, Default, Serialize)]
pub struct RecordList {
    /// All that is wrong with the filter.
    pub problems: Vec<Problem>,
    /// The filter.
    pub filter: Filter,
    /// How many entries were found.
    pub total: u64,
    /// The entries of this page, newest first.
    pub entries: Vec<RecordEntry>,
    /// Which page, from 1.
    pub page_number: usize,
    /// Of how many.
    pub page_count: usize,
    /// The numbered pages.
    pub pager: Pager,
    /// All that was found as a table.
    pub csv_url: String,
}

/// The public record: `pages/record/index.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RecordIndex {
    /// The list.
    pub list: RecordList,
}

/// The whole record, for those who may read it: `pages/record/office.html`.
#[derive(Debug, Clone, Serialize)]
pub struct OfficeRecord {
    /// The list.
    pub list: RecordList,
    /// Who held which role when.
    pub roles_url: String,
    /// The public record.
    pub public_url: String,
}

/// One entry of the public record: `pages/record/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RecordShow {
    /// The first digits of its id.
    pub number: String,
    /// What it says.
    pub entry: RecordEntry,
    /// The list.
    pub list_url: String,
    /// The round's page with its title.
    pub round: Option<RoundLink>,
    /// The exact text as a file; none when it names an account.
    pub file: Option<EntryFile>,
}

/// A round.
#[derive(Debug, Clone, Serialize)]
pub struct RoundLink {
    /// Its title.
    pub title: String,
    /// Its page.
    pub url: String,
}

/// The exact text of an entry as a file.
#[derive(Debug, Clone, Serialize)]
pub struct EntryFile {
    /// Where it is.
    pub url: String,
    /// The command that fetches it and prints its hash.
    pub command: String,
}

/// Who held which role when: `pages/record/roles.html`.
#[derive(Debug, Clone, Serialize)]
pub struct RecordRoles {
    /// The whole record.
    pub list_url: String,
    /// The table as a file.
    pub csv_url: String,
    /// One row for each time that somebody held a role.
    pub spans: Vec<RoleSpan>,
}

/// That somebody held a role from one day to another.
#[derive(Debug, Clone, Serialize)]
pub struct RoleSpan {
    /// Who, or that the account is deleted.
    pub person: String,
    /// Which role.
    pub role: String,
    /// In which round, when not in all.
    pub round: Option<String>,
    /// The departments, for a role that is for departments.
    pub departments: Option<String>,
    /// Since when; none when the record does not say.
    pub from: Option<String>,
    /// Until when; none when still.
    pub until: Option<String>,
}

/// What can be wrong with the filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// The first day cannot be read.
    From,
    /// The last day cannot be read.
    To,
    /// The last day is before the first.
    ToBeforeFrom,
    /// More than 500 characters.
    TextTooLong,
}

impl Mistake {
    /// The key of the text, which says what to do.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::From => "record-problem-from",
            Self::To => "record-problem-to",
            Self::ToBeforeFrom => "record-problem-order",
            Self::TextTooLong => "record-problem-text",
        }
    }

    /// The id of the field.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::From => "from",
            Self::To | Self::ToBeforeFrom => "to",
            Self::TextTooLong => "text",
        }
    }
}

impl View for RecordIndex {
    const TEMPLATE: &'static str = "pages/record/index.html";
}

impl View for OfficeRecord {
    const TEMPLATE: &'static str = "pages/record/office.html";
}

impl View for RecordShow {
    const TEMPLATE: &'static str = "pages/record/show.html";
}

impl View for RecordRoles {
    const TEMPLATE: &'static str = "pages/record/roles.html";
}
