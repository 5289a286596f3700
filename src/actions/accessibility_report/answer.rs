//! Answering a report of a barrier, once. The person reads the answer where the report is confirmed, and
//! gets it by mail where an address was named.

use super::refusal::AccessibilityReportError;
use crate::actions::steps::{Outgoing, RecordIds, append, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::ids::AccessibilityReportId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::Prose;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::{Act, Subject};
use crate::store::accessibility_reports::{find_accessibility_report, update_accessibility_report_answer};
use crate::store::{Db, Lock, StoreError};

/// Answers a report.
///
/// # Errors
/// When it is answered already, the actor may not, or the database fails.
pub async fn answer_accessibility_report(
    db: &Db,
    actor: Actor,
    id: AccessibilityReportId,
    answer: Prose,
) -> Result<(), AccessibilityReportError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::AnswerBarrierReport, Scope::Organisation)?;
        let now = tx.now;
        let report = find_accessibility_report(tx, id)?.ok_or(StoreError::NotFound)?;
        if !update_accessibility_report_answer(tx, id, &answer, now)? {
            return Err(AccessibilityReportError::AnsweredMeanwhile);
        }
        // None was typed, or one that later versions no longer take.
        if let Ok(recipient) = Email::parse_kept(&report.email) {
            let message =
                Message::AccessibilityReportAnswered { number: id.value(), answer: answer.as_str().to_owned() };
            let language = Language::from_code(&report.language).unwrap_or_default();
            enqueue(tx, &mails, 0, Outgoing::new(&message, &recipient, language))?;
        }
        let recorded = [
            ("report", id.value().into()),
            ("received", report.received_at.into()),
            ("answer_by", report.answer_by.into()),
        ];
        append(tx, &ids, actor, Act::AccessibilityReportAnswered, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}
