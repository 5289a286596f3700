//! Barriers: anybody reports one, and within a month the office answers. `public` is the form and the confirmation that
//! later shows the answer; `office` the list and the answering.

mod office;
mod public;
pub mod view;

use actix_web::web;

use self::view::{AnswerView, ReportView};
use super::routes::{path, shown};
use crate::domain::time::Instant;
use crate::locale::{Language, Words, is_day_over};
use crate::store::accessibility_reports::AccessibilityReport;

/// The addresses of this feature.
pub(super) fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::resource(path::REPORT_BARRIER).route(shown().to(public::show)).route(web::post().to(public::send)),
    )
    .service(web::resource(path::REPORTED_BARRIER).route(shown().to(public::sent)))
    .service(web::resource(path::ACCESSIBILITY_REPORTS).route(shown().to(office::list)))
    .service(
        web::resource(path::ACCESSIBILITY_REPORT).route(shown().to(office::show)).route(web::post().to(office::save)),
    );
}

fn report_view(report: &AccessibilityReport, words: &Words<'_>, now: Instant) -> ReportView {
    let filled = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    ReportView {
        number: report.id.to_string(),
        received: words.date(report.received_at),
        answer_by: words.date_with_weekday(report.answer_by),
        late: report.answer.is_none() && is_day_over(report.answer_by, now, words.zone()),
        page: filled(&report.page),
        problem: report.problem.clone(),
        email: filled(&report.email),
        language: Language::from_code(&report.language).unwrap_or_default().tag(),
        answer: report.answer.as_ref().map(|(text, at)| AnswerView { text: text.clone(), at: words.date(*at) }),
    }
}
