//! What the pages of the counter show.

use serde::Serialize;

use crate::web::parts::Problem;
use crate::web::settings::view::{FieldView, Outcome};
use crate::web::templates::View;

/// The form with what was entered before: `pages/enter_proposals/form.html`.
#[derive(Debug, Serialize)]
pub struct EnterProposalForm {
    /// The round's title.
    pub round_title: String,
    /// Its page in the office.
    pub round_url: String,
    /// The form on paper.
    pub paper_url: String,
    /// What the form on paper says in its footer.
    pub paper_version: String,
    /// Where the form goes.
    pub url: String,
    /// What has just been done.
    pub done: Option<EnterDone>,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Whether a file came along that must be chosen again.
    pub file_again: bool,
    /// The form; none while nothing can be entered.
    pub form: Option<EnterFields>,
    /// Until when something can be entered.
    pub until: Option<String>,
    /// What one has entered today.
    pub today: EnteredToday,
}

impl View for EnterProposalForm {
    const TEMPLATE: &'static str = "pages/enter_proposals/form.html";
}

/// The fields in the order of the form on paper.
#[derive(Debug, Serialize)]
pub struct EnterFields {
    /// The change code that the proposal will have; with it, sending twice makes one proposal.
    pub code: String,
    /// How and when it came in.
    pub came_in: Vec<FieldView>,
    /// What stands on the paper.
    pub paper: Vec<FieldView>,
    /// Whether somebody helped.
    pub helped: FieldView,
    /// What to do about the scan.
    pub scan_problem: Option<String>,
}

/// What has just been done.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EnterDone {
    /// A proposal was entered.
    Entered {
        /// Its tracking number.
        number: String,
        /// Its title.
        title: String,
        /// Where it is corrected.
        correct_url: String,
        /// Where the slip is printed.
        slip_url: String,
        /// The change code, which the slip shows.
        code: String,
        /// Where the author hears of it.
        mailed: bool,
        /// Proposals that resemble it.
        similar: Vec<SimilarLink>,
    },
    /// The form was sent before, with another text, which stands.
    Before {
        /// Its tracking number.
        number: String,
        /// Its title.
        title: String,
        /// The tag of its language.
        language: String,
        /// What it says, paragraph by paragraph.
        paragraphs: Vec<String>,
        /// Where it is corrected.
        correct_url: String,
    },
    /// A proposal was corrected.
    Corrected {
        /// Its tracking number.
        number: String,
    },
}

/// A proposal that resembles the one that was entered.
#[derive(Debug, Serialize)]
pub struct SimilarLink {
    /// Its tracking number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The tag of its language.
    pub language: String,
    /// Its page.
    pub url: String,
}

/// What somebody has entered today.
#[derive(Debug, Serialize)]
pub struct EnteredToday {
    /// How many.
    pub count: i64,
    /// The newest of them.
    pub rows: Vec<EnteredRow>,
}

/// One of them.
#[derive(Debug, Serialize)]
pub struct EnteredRow {
    /// Its tracking number.
    pub number: String,
    /// Its title; empty when it was taken back.
    pub title: String,
    /// The tag of its language.
    pub language: String,
    /// Where it stands, in words.
    pub state: String,
    /// How it came in.
    pub source: String,
    /// Where it is corrected.
    pub correct_url: String,
    /// Where its slip is.
    pub slip_url: String,
}

/// Correcting what was mistyped: `pages/enter_proposals/correct.html`.
#[derive(Debug, Serialize)]
pub struct CorrectProposalForm {
    /// Its tracking number.
    pub number: String,
    /// How it came in, and that it was entered.
    pub source: String,
    /// On which day.
    pub came_in: String,
    /// Where it leads back to.
    pub back_url: String,
    /// Where the form goes.
    pub url: String,
    /// Where its slip is.
    pub slip_url: String,
    /// The scanned paper, while there is one.
    pub scan_url: Option<String>,
    /// What has become of the form that was sent.
    pub outcome: Outcome,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The version that is corrected.
    pub version: i64,
    /// Whether the author is told.
    pub tells_author: bool,
    /// Why nothing can be corrected: `standing` or `others`.
    pub shut: Option<&'static str>,
    /// The fields.
    pub fields: Vec<FieldView>,
}

impl View for CorrectProposalForm {
    const TEMPLATE: &'static str = "pages/enter_proposals/correct.html";
}

/// The slip for the author: `pages/enter_proposals/slip.html`.
#[derive(Debug, Serialize)]
pub struct ProposalSlip {
    /// Its tracking number.
    pub number: String,
    /// Its title; empty when it was taken back.
    pub title: String,
    /// The tag of its language.
    #[serde(rename = "title_language")]
    pub language: String,
    /// The round.
    pub round: String,
    /// On which day it came in.
    pub came_in: String,
    /// The change code; known only right after it was drawn.
    pub code: Option<String>,
    /// Whether another code has just taken the place of the one before.
    pub renewed: bool,
    /// Whether a form was sent for a code that was replaced before.
    pub outdated: bool,
    /// Which code the form below replaces.
    pub code_number: i64,
    /// The code that is drawn for whoever has lost the slip.
    pub next_code: Option<String>,
    /// Whether it waits to be read.
    pub waits: bool,
    /// Whether everybody can read it.
    pub is_public: bool,
    /// Where it stands, as the database carries it.
    pub standing: &'static str,
    /// When voting begins.
    pub voting: Option<String>,
    /// The whole address of its page.
    pub address: String,
    /// The whole address where the code is entered.
    pub own_address: String,
    /// Where the form goes.
    pub url: String,
    /// On to the next proposal.
    pub next_url: String,
}

impl View for ProposalSlip {
    const TEMPLATE: &'static str = "pages/enter_proposals/slip.html";
}
