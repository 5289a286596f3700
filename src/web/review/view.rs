//! What the pages of the review show. None of it is where an author is reached.

use serde::Serialize;

use crate::web::moderation::view::ModeratedProposal;
use crate::web::parts::{Pager, Problem};
use crate::web::settings::view::{FieldOption, FieldView};
use crate::web::templates::View;

/// The queue: `pages/review/list.html`.
#[derive(Debug, Serialize)]
pub struct ReviewList {
    /// The round's title.
    pub round_title: String,
    /// Its page in the office.
    pub round_url: String,
    /// What has just been done, and with which proposal.
    pub done: Option<Done>,
    /// How many are overdue among those of whom the list is.
    pub overdue: i64,
    /// Due, asked, statements, decided.
    pub parts: Vec<ReviewPart>,
    /// The name of the part that is shown.
    pub shows: &'static str,
    /// The filter by department.
    pub filter: ReviewFilter,
    /// The proposals of this page.
    pub rows: Vec<ReviewRow>,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are.
    pub page_count: usize,
    /// Links to the other pages.
    pub pager: Pager,
}

impl View for ReviewList {
    const TEMPLATE: &'static str = "pages/review/list.html";
}

/// What has just been done.
#[derive(Debug, Serialize)]
pub struct Done {
    /// The name of the act.
    pub act: &'static str,
    /// The number of the proposal.
    pub number: String,
    /// Its review.
    pub url: String,
}

/// A part of the queue.
#[derive(Debug, Serialize)]
pub struct ReviewPart {
    /// `due`, `asked`, `statements` or `decided`.
    pub name: &'static str,
    /// Its address.
    pub url: String,
    /// How many proposals it has.
    pub count: i64,
    /// Whether it is shown.
    pub current: bool,
}

/// The filter by department.
#[derive(Debug, Serialize)]
pub struct ReviewFilter {
    /// Where it is sent.
    pub url: String,
    /// What can be chosen.
    pub departments: Vec<FieldOption>,
}

/// A proposal in the queue.
#[derive(Debug, Serialize)]
pub struct ReviewRow {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// Its review.
    pub url: String,
    /// Where it stands.
    pub standing: String,
    /// When the next step is due.
    pub due: Option<Due>,
    /// Who has it.
    pub department: Option<String>,
    /// What it is for.
    pub area: String,
    /// When it came in.
    pub received: String,
    /// What another department wants to know.
    pub question: Option<String>,
}

/// A review: `pages/review/show.html`.
#[derive(Debug, Serialize)]
pub struct ReviewShow {
    /// The round's title.
    pub round_title: String,
    /// The queue.
    pub list_url: String,
    /// The page that everybody sees.
    pub public_url: String,
    /// Where the forms go.
    pub url: String,
    /// What has just been done.
    pub done: Option<&'static str>,
    /// The act that was sent and not done: its fields are shown.
    pub opens: Option<&'static str>,
    /// Why the act was not done, where no field is wrong: the end of the key of its words.
    pub refused: Option<&'static str>,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The proposal.
    pub proposal: ModeratedProposal,
    /// What its author guesses that it costs.
    pub cost_guess: Option<String>,
    /// Where it stands.
    pub standing: String,
    /// When the next step is due.
    pub due: Option<Due>,
    /// Who has it.
    pub department: Option<String>,
    /// What its author has against the verdict.
    pub objection: Option<Spoken>,
    /// What was asked its author, the last first.
    pub questions: Vec<Question>,
    /// What was asked other departments.
    pub statements: Vec<StatementView>,
    /// The verdicts, the one that holds first.
    pub verdicts: Vec<VerdictView>,
    /// Verdicts on proposals like this one.
    pub precedents: Vec<Precedent>,
    /// The form, for whoever may send it.
    pub form: Option<ReviewForm>,
    /// What was typed and has no field any more.
    pub kept: Vec<KeptText>,
    /// The internal note, for those who only read.
    pub note: Option<String>,
    /// Whether the reader reviews, but another department has it.
    pub is_elsewhere: bool,
}

impl View for ReviewShow {
    const TEMPLATE: &'static str = "pages/review/show.html";
}

/// Something that somebody said, and when.
#[derive(Debug, Serialize)]
pub struct Spoken {
    /// The text, paragraph by paragraph.
    pub paragraphs: Vec<String>,
    /// The day.
    pub date: String,
}

/// A question to the author.
#[derive(Debug, Serialize)]
pub struct Question {
    /// What was asked.
    pub asked: Spoken,
    /// Until when the author is, or was, waited for.
    pub answer_by: String,
    /// What they answered.
    pub answer: Option<Spoken>,
}

/// A statement of another department.
#[derive(Debug, Serialize)]
pub struct StatementView {
    /// The department.
    pub department: String,
    /// What was asked.
    pub asked: Spoken,
    /// Until when it is wanted.
    pub due: Option<Due>,
    /// What was said.
    pub given: Option<Spoken>,
    /// The field for it, for whoever may fill it in; it sends this id along.
    pub field: Option<(String, FieldView)>,
}

/// A verdict.
#[derive(Debug, Serialize)]
pub struct VerdictView {
    /// Which way.
    pub route: String,
    /// `vote`, `direct` and so on.
    pub kind: &'static str,
    /// Who gave it.
    pub department: Option<String>,
    /// When.
    pub date: String,
    /// Whose business it is, and whether it can be done.
    pub found: String,
    /// What it costs once.
    pub once: Option<String>,
    /// What it costs every year.
    pub yearly: Option<String>,
    /// Where the figures come from.
    pub source: Option<String>,
    /// Who bears what comes every year.
    pub upkeep: Option<String>,
    /// The sentence of the library.
    pub standard: Option<String>,
    /// The reason in own words.
    pub reason: Vec<String>,
    /// The language of the own words.
    pub language: String,
    /// Who is responsible instead.
    pub referred_to: Option<String>,
    /// What happens next.
    pub next_step: Option<String>,
    /// The proposal that goes on for both: number and address.
    pub original: Option<(String, String)>,
}

/// An earlier verdict on a proposal like this one.
#[derive(Debug, Serialize)]
pub struct Precedent {
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    pub language: String,
    /// Its page, which leads on to its round.
    pub url: String,
    /// Which way it went.
    pub route: String,
}

/// The form of a review.
#[derive(Debug, Serialize)]
pub struct ReviewForm {
    /// The version that is edited; after a conflict the one that is saved now.
    pub version: i64,
    /// Way, competence, feasibility.
    pub ways: Vec<FieldView>,
    /// The money.
    pub costs: Vec<FieldView>,
    /// The public reason and what belongs to it.
    pub reasons: Vec<FieldView>,
    /// How plain the reason is.
    pub plainness: Option<String>,
    /// The note that stays in the office.
    pub note: FieldView,
    /// Asking the author; none while they are asked or once it is decided.
    pub asking: Option<Vec<FieldView>>,
    /// Handing over.
    pub handing_over: FieldView,
    /// Asking another department.
    pub statement: Vec<FieldView>,
}

/// When something is due.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Due {
    /// In words.
    pub text: String,
    /// Whether it should have been done.
    pub is_overdue: bool,
}

/// Something that was typed, under the name of its field.
#[derive(Debug, Serialize)]
pub struct KeptText {
    /// The field.
    pub label: String,
    /// What was typed.
    pub text: String,
}
