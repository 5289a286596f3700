//! Taking a report of a barrier from anybody. It is entered in the record only when it is answered: the record names who
//! acts, and whoever reports a barrier is nobody known.

use chrono::{Months, NaiveDate};

use super::refusal::AccessibilityReportError;
use crate::actions::steps::{Outgoing, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::AccessibilityReportId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::{Line, Prose};
use crate::locale::{Language, last_moment, local_day};
use crate::mail::{Message, MessageIds};
use crate::secrecy::ReportToken;
use crate::store::accessibility_reports::{NewAccessibilityReport, insert_accessibility_report};
use crate::store::organisation::find_zone;
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
/// [`crate::store::StoreError::Conflict`] when the same report was taken under the token before; or when the database fails.
pub async fn send_accessibility_report(
    db: &Db,
    actor: Actor,
    token: &ReportToken,
    report: SendAccessibilityReport,
) -> Result<AccessibilityReportId, AccessibilityReportError> {
    let (token_hash, ids) = (token.hash(), MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ReportBarrier, Scope::Organisation)?;
        let (now, zone, report) = (tx.now, find_zone(tx)?, report.clone());
        let last_day = a_month_after(local_day(now, zone));
        let new = NewAccessibilityReport {
            token_hash,
            language: report.language.written().to_owned(),
            page: report.page,
            problem: report.problem,
            email: report.email,
            answer_by: last_moment(last_day, zone),
        };
        let id = insert_accessibility_report(tx, &new, now)?;
        if let Some(recipient) = &new.email {
            let message = Message::AccessibilityReportReceived { number: id.value(), answer_until: last_day };
            enqueue(tx, &ids, 0, Outgoing::new(&message, recipient, report.language))?;
        }
        Ok(id)
    })
    .await
}

/// The same day of the next month, or its last one.
fn a_month_after(day: NaiveDate) -> NaiveDate {
    day.checked_add_months(Months::new(1)).unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_ends_with_its_last_day_at_the_latest() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();

        assert_eq!(a_month_after(day("2027-01-31")), day("2027-02-28"));
        assert_eq!(a_month_after(day("2027-12-05")), day("2028-01-05"));
    }
}
