//! What the pages show on which somebody proposes something.

use serde::Serialize;

use crate::web::parts::Problem;
use crate::web::settings::view::FieldView;
use crate::web::templates::View;

/// Where what was typed is kept.
#[derive(Debug, Clone, Serialize)]
pub struct Saved {
    /// The change code.
    pub code: String,
    /// The day until which it is kept.
    pub until: String,
}

/// One step.
#[derive(Debug, Serialize)]
pub struct ProposeStep {
    /// The heading.
    pub title: String,
    /// What is asked.
    pub lead: String,
    /// The round.
    pub round: String,
    /// Which step it is, from 1.
    pub number: u32,
    /// Where the form goes.
    pub url: String,
    /// The page before.
    pub back_url: String,
    /// The form on paper, at the first step.
    pub paper_url: Option<String>,
    /// Whether it goes on to the last look.
    pub to_check: bool,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Its fields.
    pub fields: Vec<FieldView>,
    /// Until when proposals are taken.
    pub until: Option<String>,
    /// Where what was typed is kept, once it is.
    pub saved: Option<Saved>,
}

impl View for ProposeStep {
    const TEMPLATE: &'static str = "pages/propose/step.html";
}

/// Similar proposals.
#[derive(Debug, Serialize)]
pub struct ProposeSimilar {
    /// The round.
    pub round: String,
    /// The proposals, the most similar first.
    pub rows: Vec<SimilarRow>,
    /// Where it goes on.
    pub on_url: String,
    /// The page before.
    pub back_url: String,
    /// The draft, for whoever stops here.
    pub draft_url: String,
}

impl View for ProposeSimilar {
    const TEMPLATE: &'static str = "pages/propose/similar.html";
}

/// One of them.
#[derive(Debug, Serialize)]
pub struct SimilarRow {
    /// Its tracking number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What it is about, in short.
    pub summary: String,
    /// The tag of its language.
    pub language: String,
    /// Its page.
    pub url: String,
    /// Where it is supported, while it can be.
    pub support_url: Option<String>,
}

/// The last look.
#[derive(Debug, Serialize)]
pub struct ProposeCheck {
    /// The round.
    pub round: String,
    /// What was answered.
    pub answers: Vec<Answer>,
    /// Where the form goes.
    pub url: String,
    /// The page before.
    pub back_url: String,
    /// The draft, for whoever sends it later.
    pub draft_url: String,
    /// Whether it is read before everybody sees it.
    pub checked_first: bool,
    /// Until when proposals are taken.
    pub until: Option<String>,
    /// Where what was typed is kept.
    pub saved: Saved,
}

impl View for ProposeCheck {
    const TEMPLATE: &'static str = "pages/propose/check.html";
}

/// One answer.
#[derive(Debug, Serialize)]
pub struct Answer {
    /// The question.
    pub label: String,
    /// What was answered, if anything.
    pub value: Option<String>,
    /// Where it is changed.
    pub url: String,
}

/// A draft that is left for later.
#[derive(Debug, Serialize)]
pub struct ProposeDraft {
    /// The round.
    pub round: String,
    /// The number of the proposal that the writer supports in its place.
    pub supported: Option<String>,
    /// Its title; may be empty.
    pub title: String,
    /// The change code.
    pub code: String,
    /// The day until which it is kept.
    pub kept_until: String,
    /// Until when proposals are taken.
    pub send_until: Option<String>,
    /// Where it goes on.
    pub on_url: String,
    /// The whole address where the code is entered.
    pub own_address: String,
    /// Where the form goes.
    pub url: String,
}

impl View for ProposeDraft {
    const TEMPLATE: &'static str = "pages/propose/draft.html";
}

/// The receipt.
#[derive(Debug, Serialize)]
pub struct ProposeReceipt {
    /// The round.
    pub round: String,
    /// The title of the proposal.
    pub title: String,
    /// Its tracking number.
    pub number: String,
    /// When it was sent.
    pub sent: String,
    /// The change code.
    pub code: String,
    /// Whether it waits to be read.
    pub waits: bool,
    /// When voting begins.
    pub voting: Option<String>,
    /// The whole address of its page.
    pub address: String,
    /// The whole address where the code is entered.
    pub own_address: String,
    /// Its page.
    pub url: String,
    /// Where the code is entered.
    pub own_url: String,
}

impl View for ProposeReceipt {
    const TEMPLATE: &'static str = "pages/propose/receipt.html";
}

/// Why nothing can be proposed.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ShutReason {
    /// Nobody proposes in this round.
    Never,
    /// Not yet.
    NotYet {
        /// From when on.
        begins: String,
    },
    /// No longer.
    Over {
        /// Since when.
        ended: String,
    },
    /// The window closed while the form was open.
    JustNow,
    /// Employees alone propose.
    Employees,
}

/// The page that says why.
#[derive(Debug, Serialize)]
pub struct ProposeShut {
    /// The round.
    pub round: String,
    /// Why.
    pub reason: ShutReason,
    /// The change code under which what was typed is kept.
    pub code: Option<String>,
    /// Where employees sign in.
    pub sign_in_url: String,
    /// What others proposed.
    pub proposals_url: String,
    /// The round's page.
    pub round_url: String,
}

impl View for ProposeShut {
    const TEMPLATE: &'static str = "pages/propose/shut.html";
}

/// Somebody's own proposal, or the question for its code.
#[derive(Debug, Serialize)]
pub struct OwnProposal {
    /// Where the forms go.
    pub url: String,
    /// Which of the two.
    pub state: OwnState,
}

impl View for OwnProposal {
    const TEMPLATE: &'static str = "pages/propose/own.html";
}

/// What somebody finds who comes back.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum OwnState {
    /// The question for the code.
    Ask {
        /// What was typed.
        typed: String,
        /// What is wrong with it.
        problem: Option<String>,
    },
    /// The proposal.
    Proposal {
        /// Its tracking number.
        number: String,
        /// Its title.
        title: String,
        /// The tag of its language.
        language: String,
        /// Where it stands.
        standing: &'static str,
        /// How far its review is, where everybody can read it.
        review: Option<Box<OwnReview>>,
        /// When it was sent.
        sent: String,
        /// By which rule it is hidden.
        hidden_rule: Option<String>,
        /// Why it is hidden.
        hidden_reason: Option<String>,
        /// By which rule the name alone is hidden.
        name_rule: Option<String>,
        /// Why the name is hidden.
        name_reason: Option<String>,
        /// Whether it can be taken back.
        may_withdraw: bool,
        /// The page that everybody sees.
        public_url: String,
    },
}

/// What an author does about the review of the own proposal.
#[derive(Debug, Serialize)]
pub struct OwnReview {
    /// Where it stands, in words.
    pub standing: String,
    /// Whether the office has yet to decide.
    pub goes_on: bool,
    /// Why it is left out of the ballot.
    pub excluded: Option<String>,
    /// What has just been done: `answer` or `object`.
    pub done: Option<&'static str>,
    /// All that is wrong with what was sent.
    pub problems: Vec<Problem>,
    /// What the office asks.
    pub question: Option<OwnQuestion>,
    /// Until when an objection can be made, with its field.
    pub objection: Option<(String, FieldView)>,
    /// What was typed and has no field any more.
    pub kept: Option<String>,
    /// What was objected, and until when it is answered.
    pub objected: Option<(Vec<String>, Option<String>)>,
}

/// What the office asks.
#[derive(Debug, Serialize)]
pub struct OwnQuestion {
    /// The question, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// Until when it waits.
    pub until: String,
    /// The field for the answer.
    pub field: FieldView,
}

/// The form on paper: `pages/propose/paper.html`.
#[derive(Debug, Serialize)]
pub struct PaperForm {
    /// The round.
    pub round: String,
    /// Its page.
    pub round_url: String,
    /// Where it is filled in on a screen.
    pub propose_url: String,
    /// Until when it must be handed in.
    pub until: Option<String>,
    /// Another word for each change of the form.
    pub version: String,
    /// The questions.
    pub fields: Vec<PaperField>,
}

impl View for PaperForm {
    const TEMPLATE: &'static str = "pages/propose/paper.html";
}

/// A question on paper.
#[derive(Debug, Serialize)]
pub struct PaperField {
    /// Its name.
    pub name: String,
    /// The question.
    pub label: String,
    /// How to answer it.
    pub hint: String,
    /// How many lines there are to write on.
    pub lines: u32,
    /// Whether it is a single box.
    pub is_tick: bool,
    /// The answers.
    pub options: Vec<String>,
    /// Whether each answer has a box; else they stand on the second page.
    pub has_boxes: bool,
}
