//! What the pages about reports show.

use serde::Serialize;

use crate::web::parts::Problem;
use crate::web::settings::view::FieldView;
use crate::web::templates::View;

/// The form of a report: `pages/reports/form.html`.
#[derive(Debug, Serialize)]
pub struct ReportForm {
    /// The round's title.
    pub round_title: String,
    /// The number of the proposal.
    pub number: String,
    /// Its title, where everybody can read it.
    pub title: Option<String>,
    /// The language that it is written in.
    #[serde(rename = "title_language")]
    pub language: String,
    /// Its page.
    pub proposal_url: String,
    /// Where everything else is asked.
    pub ask_url: String,
    /// Where it stands, as the database carries it.
    pub state: &'static str,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// Where the form goes.
    pub url: String,
    /// By what a second click is known.
    pub token: String,
    /// What was typed for what can no longer be reported.
    pub kept: Option<String>,
    /// The rule and the explanation; none where there is nothing to report.
    pub fields: Vec<FieldView>,
}

impl View for ReportForm {
    const TEMPLATE: &'static str = "pages/reports/form.html";
}

/// The confirmation of a report: `pages/reports/sent.html`.
#[derive(Debug, Serialize)]
pub struct ReportSent {
    /// The round's title.
    pub round_title: String,
    /// The number of the proposal.
    pub number: String,
    /// Its page.
    pub proposal_url: String,
    /// `hidden`, `kept` or `withdrawn`; none while it waits.
    pub outcome: Option<&'static str>,
    /// By when somebody decides.
    pub decide_by: String,
    /// Whether that day is over.
    pub late: bool,
    /// When it came.
    pub received: String,
    /// The rule that was chosen.
    pub rule: String,
    /// What was written, paragraph by paragraph.
    pub explanation: Vec<String>,
    /// The whole address of this page.
    pub address: String,
}

impl View for ReportSent {
    const TEMPLATE: &'static str = "pages/reports/sent.html";
}

/// How often texts were reported and hidden: `pages/reports/figures.html`.
#[derive(Debug, Serialize)]
pub struct ModerationFigures {
    /// The round's title.
    pub round_title: String,
    /// Its page.
    pub round_url: String,
    /// What was done in the round.
    pub record_url: String,
    /// Within how many days somebody decides.
    pub days: i64,
    /// Rule by rule; none where nothing was reported or hidden.
    pub rows: Vec<FiguresRow>,
    /// All rules together.
    pub all: Option<FiguresRow>,
}

impl View for ModerationFigures {
    const TEMPLATE: &'static str = "pages/reports/figures.html";
}

/// The figures of a rule.
#[derive(Debug, Serialize)]
pub struct FiguresRow {
    /// The rule.
    pub rule: String,
    /// Reports, texts hidden, names hidden, shown again.
    pub counts: Vec<String>,
    /// How long the middle decision took.
    pub time: String,
}
