//! What the pages about barriers show.

use serde::Serialize;

use crate::web::parts::{Pager, Problem};
use crate::web::settings::view::FieldView;
use crate::web::templates::View;

/// The form: `pages/accessibility_reports/form.html`.
#[derive(Debug, Serialize)]
pub struct BarrierForm {
    /// Where the form goes.
    pub url: String,
    /// The accessibility statement.
    pub statement_url: String,
    /// What names the form, so that sending it twice reports once.
    pub form_key: String,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// What does not work, where, and an address for the answer.
    pub fields: Vec<FieldView>,
}

impl View for BarrierForm {
    const TEMPLATE: &'static str = "pages/accessibility_reports/form.html";
}

/// The confirmation, which later shows the answer: `pages/accessibility_reports/sent.html`.
#[derive(Debug, Serialize)]
pub struct BarrierSent {
    /// The report.
    pub report: ReportView,
    /// The accessibility statement.
    pub statement_url: String,
    /// This page's whole address, to be written down.
    pub address: String,
}

impl View for BarrierSent {
    const TEMPLATE: &'static str = "pages/accessibility_reports/sent.html";
}

/// A report.
#[derive(Debug, Serialize)]
pub struct ReportView {
    /// Its number.
    pub number: String,
    /// When it came.
    pub received: String,
    /// By when it is answered at the latest.
    pub answer_by: String,
    /// Whether that is over without an answer.
    pub late: bool,
    /// Where the barrier is.
    pub page: Option<String>,
    /// What does not work.
    pub problem: String,
    /// Where the answer goes; only those who answer see it.
    pub email: Option<String>,
    /// The language that it is written in.
    pub language: &'static str,
    /// What the office answered, and when.
    pub answer: Option<AnswerView>,
}

/// An answer.
#[derive(Debug, Serialize)]
pub struct AnswerView {
    /// What the office wrote.
    pub text: String,
    /// When.
    pub at: String,
}

/// The office's list: `pages/accessibility_reports/list.html`.
#[derive(Debug, Serialize)]
pub struct BarrierList {
    /// What has just happened.
    pub answered_now: bool,
    /// How many wait.
    pub waiting: i64,
    /// How many are answered.
    pub answered: i64,
    /// Whether the answered ones are shown.
    pub shows_answered: bool,
    /// Those that wait.
    pub waiting_url: String,
    /// Those that are answered.
    pub answered_url: String,
    /// The reports of this page.
    pub rows: Vec<BarrierRow>,
    /// The pages.
    pub pager: Pager,
}

impl View for BarrierList {
    const TEMPLATE: &'static str = "pages/accessibility_reports/list.html";
}

/// A report in the office's list.
#[derive(Debug, Serialize)]
pub struct BarrierRow {
    /// The report.
    pub report: ReportView,
    /// Where it is answered.
    pub url: String,
}

/// A report in the office: `pages/accessibility_reports/answer.html`.
#[derive(Debug, Serialize)]
pub struct BarrierAnswer {
    /// The report.
    pub report: ReportView,
    /// Where the form goes.
    pub url: String,
    /// The list.
    pub list_url: String,
    /// Whether somebody else answered while this answer was written, which is kept in its field.
    pub answered_meanwhile: bool,
    /// All that is wrong.
    pub problems: Vec<Problem>,
    /// The answer; none when there is one already and none was typed, and for those who only read.
    pub field: Option<FieldView>,
}

impl View for BarrierAnswer {
    const TEMPLATE: &'static str = "pages/accessibility_reports/answer.html";
}
