//! Links to the settings of the organisation and to what rests on them.

use super::{home, path};
use crate::domain::ids::{AccessibilityReportId, DepartmentId};
use crate::locale::Language;
use crate::secrecy::ReportToken;

/// The overview of the organisation's settings.
#[must_use]
pub fn organisation(language: Language) -> String {
    format!("{}{}", home(language), path::ORGANISATION)
}

/// A part of the organisation's settings, by its word.
#[must_use]
pub fn organisation_part(language: Language, part: &str) -> String {
    format!("{}/{part}", organisation(language))
}

/// The departments.
#[must_use]
pub fn departments(language: Language) -> String {
    format!("{}{}", home(language), path::DEPARTMENTS)
}

/// Adds a department.
#[must_use]
pub fn department_new(language: Language) -> String {
    format!("{}{}", home(language), path::DEPARTMENT_NEW)
}

/// A department.
#[must_use]
pub fn department(language: Language, id: DepartmentId) -> String {
    format!("{}/{id}", departments(language))
}

/// Retires a department, or brings it back.
#[must_use]
pub fn department_retire(language: Language, id: DepartmentId) -> String {
    format!("{}/retire", department(language, id))
}

/// Reports of barriers.
#[must_use]
pub fn accessibility_reports(language: Language) -> String {
    format!("{}{}", home(language), path::ACCESSIBILITY_REPORTS)
}

/// A report of a barrier.
#[must_use]
pub fn accessibility_report(language: Language, id: AccessibilityReportId) -> String {
    format!("{}/{id}", accessibility_reports(language))
}

/// Reports a barrier.
#[must_use]
pub fn report_barrier(language: Language) -> String {
    format!("{}{}", home(language), path::REPORT_BARRIER)
}

/// Reports a barrier on a page.
#[must_use]
pub fn report_barrier_on(language: Language, page: &str) -> String {
    let page: String = url::form_urlencoded::byte_serialize(page.as_bytes()).collect();
    format!("{}?page={page}", report_barrier(language))
}

/// A report with its answer, for whoever sent it.
#[must_use]
pub fn reported_barrier(language: Language, token: &ReportToken) -> String {
    format!("{}/{}", report_barrier(language), token.to_address().as_str())
}

/// Texts in easy language.
#[must_use]
pub fn easy(language: Language) -> String {
    format!("{}{}", home(language), path::EASY)
}

/// How mails leave.
#[must_use]
pub fn office_mails(language: Language) -> String {
    format!("{}{}", home(language), path::OFFICE_MAILS)
}

/// Sends a mail to whoever asks.
#[must_use]
pub fn test_mail(language: Language) -> String {
    format!("{}{}", home(language), path::TEST_MAIL)
}

/// Mails that will not arrive.
#[must_use]
pub fn failed_mails(language: Language) -> String {
    format!("{}{}", home(language), path::FAILED_MAILS)
}
