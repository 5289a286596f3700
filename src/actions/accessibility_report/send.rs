//! Taking a report of a barrier from anybody. It is entered in the record only when it is answered: the record names who
//! acts, and whoever reports a barrier is nobody known.

use chrono::Months;

use super::refusal::AccessibilityReportError;
use crate::actions::steps::{Outgoing, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::AccessibilityReportId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::{Line, Prose};
use crate::domain::time::Instant;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::secrecy::ReportToken;
use crate::store::accessibility_reports::{NewAccessibilityReport, insert_accessibility_report};
use crate::store::organisation::find_day;
use crate::store::{Db, Lock};

/// A report as somebody sends it.
#[derive(Debug, Clone)]
pub struct SendAccessibilityReport {
    /// On which page the barrier is; may be empty.
    pub page: Line,
    /// What does not work.
    pub problem: Prose,
    /// Where the answer goes, if it is wanted by mail.
    pub email: Option<Email>,
    /// The language that it is written in.
    pub language: Language,
}

/// Takes a report; it can be read with the token. The answer is due within a month. Whoever named an address is told.
///
/// # Errors
/// When the database fails.
pub async fn send_accessibility_report(
    db: &Db,
    actor: Actor,
    token: &ReportToken,
    report: SendAccessibilityReport,
) -> Result<AccessibilityReportId, AccessibilityReportError> {
    let (token_hash, ids) = (token.hash(), MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ReportBarrier, Scope::Organisation)?;
        let now = tx.now;
        let report = report.clone();
        let new = NewAccessibilityReport {
            token_hash,
            language: report.language.written().to_owned(),
            page: report.page,
            problem: report.problem,
            email: report.email,
            answer_by: a_month_after(now),
        };
        let id = insert_accessibility_report(tx, &new, now)?;
        if let Some(recipient) = &new.email {
            let answer_until = find_day(tx, new.answer_by)?;
            let message = Message::AccessibilityReportReceived { number: id.value(), answer_until };
            enqueue(tx, &ids, 0, Outgoing::new(&message, recipient, report.language))?;
        }
        Ok(id)
    })
    .await
}

/// The same day of the next month, or its last one.
fn a_month_after(now: Instant) -> Instant {
    now.to_datetime().checked_add_months(Months::new(1)).map_or(now, Instant::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_with_its_last_day_at_the_latest() {
        let day = |text: &str| Instant::parse(&format!("{text}T10:00:00Z")).unwrap();

        assert_eq!(a_month_after(day("2027-01-31")), day("2027-02-28"));
        assert_eq!(a_month_after(day("2027-12-05")), day("2028-01-05"));
    }
}
