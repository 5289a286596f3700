//! How much waits for somebody in the office. Nothing is counted beyond [`MOST`], so that the page on which it stands costs
//! the same however large a round is.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::conn::{Backend, Conn};
use super::error::StoreError;
use super::schema::{accessibility_reports, accounts, mails, office_roles, proposals, questions, second_factors};
use crate::domain::ids::RoundId;
use crate::domain::mail::MailState;
use crate::domain::proposal::ProposalState;
use crate::domain::question::QuestionState;
use crate::domain::role::Role;
use crate::domain::time::Instant;

/// More of anything is not counted.
pub const MOST: i64 = 1000;

fn many(rows: &[i64]) -> i64 {
    i64::try_from(rows.len()).unwrap_or(i64::MAX)
}

/// How many proposals of a round wait to be read before everybody can.
///
/// # Errors
/// When the database fails.
pub fn count_unchecked(conn: &mut Conn, round: RoundId) -> Result<i64, StoreError> {
    let rows = proposals::table
        .filter(proposals::round_id.eq(round.value()).and(proposals::state.eq(ProposalState::Unchecked.as_str())))
        .limit(MOST)
        .select(proposals::id)
        .load::<i64>(conn)?;
    Ok(many(&rows))
}

/// How many open questions to the office have their last day before a moment, and from another one on if one is named.
///
/// # Errors
/// When the database fails.
pub fn count_questions_due(conn: &mut Conn, (from, before): (Option<Instant>, Instant)) -> Result<i64, StoreError> {
    let mut due = questions::table
        .filter(questions::state.eq(QuestionState::Open.as_str()))
        .filter(questions::answer_by.assume_not_null().lt(before.to_utc()))
        .into_boxed::<Backend>();
    if let Some(from) = from {
        due = due.filter(questions::answer_by.assume_not_null().ge(from.to_utc()));
    }
    Ok(many(&due.limit(MOST).select(questions::id).load::<i64>(conn)?))
}

/// The same for reports of barriers that nobody has answered.
///
/// # Errors
/// When the database fails.
pub fn count_barriers_due(conn: &mut Conn, (from, before): (Option<Instant>, Instant)) -> Result<i64, StoreError> {
    let mut due = accessibility_reports::table
        .filter(accessibility_reports::answered_at.is_null())
        .filter(accessibility_reports::answer_by.lt(before.to_utc()))
        .into_boxed::<Backend>();
    if let Some(from) = from {
        due = due.filter(accessibility_reports::answer_by.ge(from.to_utc()));
    }
    Ok(many(&due.limit(MOST).select(accessibility_reports::id).load::<i64>(conn)?))
}

/// How many messages will never arrive.
///
/// # Errors
/// When the database fails.
pub fn count_mails_failed(conn: &mut Conn) -> Result<i64, StoreError> {
    let failed = mails::table.filter(mails::state.eq(MailState::Failed.as_str()));
    Ok(many(&failed.limit(MOST).select(mails::id).load::<i64>(conn)?))
}

/// How many messages wait that should have left so long ago.
///
/// # Errors
/// When the database fails.
pub fn count_mails_late(conn: &mut Conn, by: TimeDelta, now: Instant) -> Result<i64, StoreError> {
    let since = now.plus(-by).to_utc();
    let late = mails::table
        .filter(mails::state.eq(MailState::Waiting.as_str()))
        .filter(mails::created_at.lt(since).and(mails::run_after.lt(now.to_utc())));
    Ok(many(&late.limit(MOST).select(mails::id).load::<i64>(conn)?))
}

/// How many accounts administer something and have no telephone for codes, so that their role does not count yet.
///
/// # Errors
/// When the database fails.
pub fn count_administrators_without_telephone(conn: &mut Conn) -> Result<i64, StoreError> {
    let with_telephone = second_factors::table.select(second_factors::account_id);
    let administrators = office_roles::table
        .filter(office_roles::role.eq(Role::Administrator.as_str()).and(office_roles::taken_at.is_null()))
        .select(office_roles::account_id);
    let rows = accounts::table
        .filter(accounts::id.eq_any(administrators))
        .filter(accounts::id.ne_all(with_telephone))
        .filter(accounts::disabled_at.is_null())
        .limit(MOST)
        .select(accounts::id)
        .load::<i64>(conn)?;
    Ok(many(&rows))
}
