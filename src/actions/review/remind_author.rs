//! Reminding an author of the office's question: once, some days before the last day for the answer.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::refusal::ReviewError;
use crate::actions::steps::{Outgoing, authorise, enqueue, leaves_at};
use crate::domain::ids::ProposalId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::ProposalState;
use crate::domain::review::Stage;
use crate::domain::time::Instant;
use crate::locale::{Language, moment_at};
use crate::mail::{Message, MessageIds};
use crate::store::accounts::find_account_by_email;
use crate::store::author_questions::{AuthorQuestion, list_author_questions, take_due_reminder};
use crate::store::organisation::find_zone;
use crate::store::proposals::{find_author, list_proposals};
use crate::store::reviews::find_review;
use crate::store::{Db, Lock, StoreError, Tx};

/// Authors who are reminded in one transaction.
pub const REMINDED_AT_ONCE: i64 = 50;
/// How many days before the last day for the answer.
const DAYS_BEFORE: Days = Days::new(5);
/// The hour of the clock from which on mails leave.
const MORNING: u32 = 8;

/// Reminds the authors of these questions, unless they have answered, or cannot answer any more. A reminder that comes late,
/// because the service was down, says how many days are really left.
///
/// # Errors
/// When the actor may not, the database fails, or there is no randomness.
pub async fn remind_authors(db: &Db, actor: Actor, due: Vec<i64>) -> Result<(), ReviewError> {
    let ids = MessageIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::SendReminders, Scope::Organisation)?;
        let now = tx.now;
        for (place, id) in due.iter().enumerate() {
            let Some((question, proposal)) = take_due_reminder(tx, *id, now)? else { continue };
            remind(tx, (&ids, place), &question, proposal)?;
        }
        Ok(())
    })
    .await
}

fn remind(
    tx: &mut Tx<'_>,
    (ids, place): (&MessageIds, usize),
    question: &AuthorQuestion,
    proposal: ProposalId,
) -> Result<(), StoreError> {
    // At night it leaves in the morning, and counts from there.
    let leaves_at = leaves_at(tx)?;
    if leaves_at >= question.answer_by || !is_waited_for(tx, question, proposal)? {
        return Ok(());
    }
    let Some(recipient) = find_author(tx, proposal)? else { return Ok(()) };
    // The administration closed the account with this address.
    if find_account_by_email(tx, &recipient)?.is_some_and(|account| account.disabled) {
        return Ok(());
    }
    let Some(found) = list_proposals(tx, &[proposal])?.pop() else { return Ok(()) };
    if found.state != ProposalState::Received {
        return Ok(());
    }
    let zone = find_zone(tx)?;
    let last_day = last_day(question.answer_by, zone);
    let left = last_day.signed_duration_since(day_of(leaves_at, zone)).num_days();
    let message = Message::ProposalQuestionReminder {
        number: found.number.value(),
        question: question.question.clone(),
        answer_until: last_day,
        days: u32::try_from(left).unwrap_or(0),
    };
    let language = Language::from_code(&found.language).unwrap_or_default();
    let expires_at = Some(question.answer_by);
    enqueue(tx, ids, place, Outgoing { expires_at, ..Outgoing::new(&message, &recipient, language) })
}

/// Whether the office still waits for an answer to this question: not to a later one, and it has not gone on without.
fn is_waited_for(tx: &mut Tx<'_>, question: &AuthorQuestion, proposal: ProposalId) -> Result<bool, StoreError> {
    let last = list_author_questions(tx, proposal)?.into_iter().next();
    let is_open = question.answer.is_none() && last.is_some_and(|last| last.id == question.id);
    Ok(is_open && find_review(tx, proposal)?.stage == Stage::Asked)
}

/// When an author is reminded who is asked now: in the morning five days before the last day. Whoever has no more than
/// these days from the start is not: the question itself has just arrived.
pub(super) fn reminder_of((now, answer_by): (Instant, Instant), zone: Tz) -> Option<Instant> {
    let day = last_day(answer_by, zone).checked_sub_days(DAYS_BEFORE)?;
    let morning = NaiveTime::from_hms_opt(MORNING, 0, 0)?;
    (day_of(now, zone) < day).then(|| moment_at(day, morning, zone))
}

/// The last day for an answer, not the midnight that ends it.
fn last_day(answer_by: Instant, zone: Tz) -> NaiveDate {
    day_of(answer_by.plus(-TimeDelta::seconds(1)), zone)
}

fn day_of(at: Instant, zone: Tz) -> NaiveDate {
    at.to_datetime().with_timezone(&zone).date_naive()
}

#[cfg(test)]
mod tests {
    use chrono_tz::Europe::Berlin;
    use chrono_tz::Pacific::Honolulu;

    use super::*;

    #[test]
    fn a_reminder_comes_in_the_morning_five_days_before_the_last_day() {
        for (now, answer_by, zone, due) in [
            ("2027-05-01T12:00:00Z", "2027-05-11T22:00:00Z", Berlin, Some("2027-05-06T06:00:00Z")),
            // The last day is the 7th, the reminder's the 2nd: tomorrow.
            ("2027-05-01T12:00:00Z", "2027-05-07T22:00:00Z", Berlin, Some("2027-05-02T06:00:00Z")),
            // Five days and fewer.
            ("2027-05-01T12:00:00Z", "2027-05-06T22:00:00Z", Berlin, None),
            ("2027-05-01T12:00:00Z", "2027-05-02T22:00:00Z", Berlin, None),
            // It is the 2nd in Berlin already.
            ("2027-05-01T22:30:00Z", "2027-05-07T22:00:00Z", Berlin, None),
            // The clocks change between the reminder and the last day, forward and back.
            ("2027-03-01T12:00:00Z", "2027-03-30T22:00:00Z", Berlin, Some("2027-03-25T07:00:00Z")),
            ("2027-10-01T12:00:00Z", "2027-11-02T23:00:00Z", Berlin, Some("2027-10-28T06:00:00Z")),
            ("2027-05-01T12:00:00Z", "2027-05-12T10:00:00Z", Honolulu, Some("2027-05-06T18:00:00Z")),
        ] {
            let at = |text: &str| Instant::parse(text).unwrap();
            assert_eq!(reminder_of((at(now), at(answer_by)), zone), due.map(at), "{now} until {answer_by} in {zone}");
        }
    }
}
