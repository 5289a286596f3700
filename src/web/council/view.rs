//! What the pages of the council's decisions show.

use serde::Serialize;

use super::told::Told;
use crate::web::parts::{Pager, Problem};
use crate::web::result::view::{ResultInShort, Unit};
use crate::web::settings::view::{FieldOption, FieldView};
use crate::web::templates::View;

/// The round that a page speaks of.
#[derive(Debug, Clone, Serialize)]
pub struct RoundHead {
    /// Its title.
    pub title: String,
    /// Its page in the office.
    pub url: String,
    /// What the council is called.
    pub council: String,
}

/// The list before there is a result: `pages/council/waiting.html`.
#[derive(Debug, Serialize)]
pub struct CouncilWaiting {
    /// The round.
    pub round: RoundHead,
    /// When the result is planned, with weekday.
    pub expected: Option<String>,
}

impl View for CouncilWaiting {
    const TEMPLATE: &'static str = "pages/council/waiting.html";
}

/// All projects of a result and what was decided on them: `pages/council/list.html`.
#[derive(Debug, Serialize)]
pub struct CouncilList {
    /// The round.
    pub round: RoundHead,
    /// Where the form goes.
    pub url: String,
    /// How many decisions were saved a moment ago.
    pub saved: Option<usize>,
    /// Whether an entry was taken back a moment ago.
    pub taken_back: bool,
    /// Whether an entry was corrected a moment ago.
    pub corrected: bool,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// What was typed for projects on which somebody else has entered a decision meanwhile; nothing of the form is saved.
    pub kept: Vec<KeptRow>,
    /// Date and paper of the sitting; none for those who only read, and where nothing is open.
    pub sitting: Vec<FieldView>,
    /// Chosen projects without a decision, of the whole round.
    pub open: usize,
    /// Chosen projects of the whole round.
    pub chosen: usize,
    /// The day on which it was said that the council has decided.
    pub concluded: Option<String>,
    /// Where that is said, once it can be.
    pub conclude_url: Option<String>,
    /// The paper for the sitting.
    pub paper_url: String,
    /// The projects of this page by area.
    pub areas: Vec<AreaRows>,
    /// This page, from 1.
    pub page_number: usize,
    /// How many pages there are.
    pub page_count: usize,
    /// Links to the other pages.
    pub pager: Pager,
}

impl View for CouncilList {
    const TEMPLATE: &'static str = "pages/council/list.html";
}

/// What somebody typed too late.
#[derive(Debug, Serialize)]
pub struct KeptRow {
    /// The project.
    pub number: String,
    /// Its title.
    pub title: String,
    /// What was chosen, if anything was.
    pub outcome: Option<String>,
    /// The reason that was typed.
    pub reason: Option<String>,
}

/// The projects of one area.
#[derive(Debug, Serialize)]
pub struct AreaRows {
    /// The area's name.
    pub name: String,
    /// The chosen ones in the order of the rule.
    pub chosen: Vec<ProjectRow>,
    /// The others by falling score.
    pub others: Vec<ProjectRow>,
    /// Whether the others are shown at once: something was typed or decided there.
    pub others_open: bool,
}

/// A project in the list.
#[derive(Debug, Serialize)]
pub struct ProjectRow {
    /// Its printed number, or the id of an imported project.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The title's language, when it is not the page's.
    pub language: Option<String>,
    /// What it costs.
    pub cost: Option<String>,
    /// What the council decided.
    pub decision: Option<Told>,
    /// Where that is corrected, for those who may.
    pub correct_url: Option<String>,
    /// The fields, where a decision can be entered.
    pub fields: Option<RowFields>,
}

/// The fields of a project.
#[derive(Debug, Serialize)]
pub struct RowFields {
    /// The name of the choice.
    pub outcome: String,
    /// What can be chosen; the first is that nothing was decided.
    pub options: Vec<FieldOption>,
    /// What is wrong with the choice.
    pub outcome_problem: Option<String>,
    /// The name of the reason.
    pub reason: String,
    /// The reason that was typed.
    pub reason_value: String,
    /// What is wrong with it.
    pub reason_problem: Option<String>,
}

/// The correction of an entry: `pages/council/correct.html`.
#[derive(Debug, Serialize)]
pub struct CouncilCorrect {
    /// The round.
    pub round: RoundHead,
    /// Where the form goes.
    pub url: String,
    /// The list.
    pub list_url: String,
    /// The project.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The title's language, when it is not the page's.
    #[serde(rename = "title_language")]
    pub language: Option<String>,
    /// What is saved.
    pub decision: Told,
    /// The version that is being corrected.
    pub version: i64,
    /// Whether somebody else has corrected it meanwhile.
    pub came_too_late: bool,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Date, paper, outcome, reason, and why it is corrected.
    pub fields: Vec<FieldView>,
    /// Why it is taken back.
    pub take_back: FieldView,
}

impl View for CouncilCorrect {
    const TEMPLATE: &'static str = "pages/council/correct.html";
}

/// Says that the council has decided: `pages/council/conclude.html`.
#[derive(Debug, Serialize)]
pub struct CouncilConclude {
    /// The round.
    pub round: RoundHead,
    /// Where the form goes.
    pub url: String,
    /// The list.
    pub list_url: String,
    /// Chosen projects without a decision; while there are some, there is no form.
    pub open: usize,
    /// How often each outcome was decided, in words.
    pub outcomes: Vec<OutcomeCount>,
}

impl View for CouncilConclude {
    const TEMPLATE: &'static str = "pages/council/conclude.html";
}

/// How often something was decided.
#[derive(Debug, Serialize)]
pub struct OutcomeCount {
    /// What.
    pub words: String,
    /// How often.
    pub count: String,
}

/// The result on paper, for the council: `pages/council/paper.html`.
#[derive(Debug, Serialize)]
pub struct CouncilPaper {
    /// The round.
    pub round: RoundHead,
    /// The organisation.
    pub organisation: String,
    /// The list of decisions.
    pub list_url: String,
    /// The public result, as people type it.
    pub result_url: String,
    /// The day of publication, with weekday.
    pub published_on: String,
    /// Whether the result binds.
    pub binding: bool,
    /// The rule in one sentence.
    pub rule: String,
    /// What is summed of the ballots.
    pub unit: Unit,
    /// The result.
    pub result: ResultInShort,
    /// Areas with few ballots.
    pub small_areas: Vec<String>,
    /// How many ballots an area needs not to be one of them.
    pub minimum: u64,
}

impl View for CouncilPaper {
    const TEMPLATE: &'static str = "pages/council/paper.html";
}
