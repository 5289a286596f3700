//! Deleting rows whose time is over, few at a time, so that no ballot waits. Unused accounts take everything along that
//! belongs to them and are no affair of a single statement: `store::accounts` finds them.

use chrono::NaiveDateTime;
use diesel::dsl::{auto_type, exists, not};
use diesel::prelude::*;

use super::forgotten::Kept;
use crate::domain::mail::MailState;
use crate::domain::personal_data::Rule;
use crate::domain::time::Instant;
use crate::store::accounts::list_unused_accounts;
use crate::store::schema::{
    accessibility_reports, address_changes, api_tokens, declarations, follow_requests, followers, follows, invitations,
    limits, mails, participations, pending_second_factors, proposal_drafts, proposal_scans, proposals, report_words,
    roll, roll_keys, rounds, sessions, sign_ins, supports, windows,
};
use crate::store::{Conn, StoreError};

/// How many rows go in one transaction.
pub const BATCH: i64 = 500;

/// The rounds that were archived until then.
#[auto_type(no_type_alias)]
fn archived(until: NaiveDateTime) -> _ {
    let is_archived = rounds::archived_at.assume_not_null().le(until);
    rounds::table.filter(is_archived).select(rounds::id)
}

/// Rounds whose result was public by then.
#[auto_type(no_type_alias)]
fn concluded(until: NaiveDateTime) -> _ {
    rounds::table.filter(rounds::result_published_at.assume_not_null().le(until)).select(rounds::id)
}

/// Rounds that took no supports any more by then; a window that has closed is never opened again.
#[auto_type(no_type_alias)]
fn supported(until: NaiveDateTime) -> _ {
    let closed = windows::closes_at.assume_not_null().le(until);
    windows::table.filter(windows::kind.eq("supporting").and(closed)).select(windows::round_id)
}

/// Does something with the table of a rule, its key and the condition on which a row has had its time.
macro_rules! rows {
    ($rule:expr, $until:expr, $otherwise:expr, |$table:ident, $key:ident: $kind:ident, $over:ident| $body:expr) => {{
        let until = $until;
        macro_rules! with {
            ($name:ident, $column:ident: $type:ty, $condition:expr) => {{
                type $kind = $type;
                let ($table, $key, $over) = ($name::table, $name::$column, || $condition);
                $body
            }};
        }
        match $rule {
            Rule::Drafts => with!(proposal_drafts, code_mac: Vec<u8>, proposal_drafts::expires_at.le(until)),
            // Their files go first, which is the job's to do.
            Rule::Scans => {
                with!(proposal_scans, id: i64, proposal_scans::added_at.le(until).or(proposal_scans::removed_at.is_not_null()))
            }
            Rule::Sessions => with!(sessions, token_hash: Vec<u8>, sessions::expires_at.le(until)),
            Rule::SignIns => with!(sign_ins, id: i64, sign_ins::expires_at.le(until)),
            Rule::AddressChanges => with!(address_changes, account_id: i64, address_changes::expires_at.le(until)),
            Rule::PendingTelephones => {
                with!(pending_second_factors, account_id: i64, pending_second_factors::created_at.le(until))
            }
            Rule::Limits => with!(limits, bucket: String, limits::window_started_at.le(until)),
            Rule::Invitations => with!(invitations, id: i64, invitations::expires_at.le(until)),
            Rule::Mails => {
                let left = [MailState::Sent, MailState::Failed, MailState::Expired].map(MailState::as_str);
                with!(mails, id: i64, mails::created_at.le(until).and(mails::state.eq_any(left)))
            }
            // One that waits for its answer has no time of it, and is never older than anything.
            Rule::Reports => {
                with!(accessibility_reports, id: i64, accessibility_reports::answered_at.assume_not_null().le(until))
            }
            // A day, so that the hour of a vote stands nowhere.
            Rule::Declarations => with!(declarations, roll_id: i64, declarations::declared_on.le(until.date())),
            Rule::TextReports => {
                with!(report_words, report_id: i64, report_words::settled_at.assume_not_null().le(until))
            }
            Rule::Supports => with!(
                supports,
                supporter_ref: Vec<u8>,
                supports::proposal_id.eq_any(proposals::table.filter(proposals::round_id.eq_any(supported(until))).select(proposals::id))
            ),
            Rule::VoterCodes => with!(roll_keys, roll_id: i64, roll_keys::round_id.eq_any(concluded(until))),
            Rule::Participations => {
                with!(participations, person_ref: Vec<u8>, participations::round_id.eq_any(concluded(until)))
            }
            // Only what nothing leads to and nothing refers to.
            Rule::Roll => with!(
                roll,
                id: i64,
                roll::round_id
                    .eq_any(concluded(until))
                    .and(not(exists(roll_keys::table.filter(roll_keys::roll_id.eq(roll::id)))))
                    .and(not(exists(declarations::table.filter(declarations::roll_id.eq(roll::id)))))
                    .and(not(exists(sessions::table.filter(sessions::roll_id.eq(roll::id.nullable())))))
            ),
            Rule::Tokens => with!(
                api_tokens,
                jti: String,
                api_tokens::expires_at.le(until).or(api_tokens::revoked_at.assume_not_null().le(until))
            ),
            Rule::FollowRequests => with!(follow_requests, id: i64, follow_requests::expires_at.le(until)),
            Rule::Follows => with!(follows, id: i64, follows::round_id.eq_any(archived(until))),
            Rule::Followers => with!(followers, id: i64, not(exists(
                follows::table.filter(follows::follower_id.eq(followers::id))
            ))),
            Rule::QuestionAddresses | Rule::Questions | Rule::Authors | Rule::Accounts => $otherwise,
        }
    }};
}

/// Whether any row has had its time.
///
/// # Errors
/// When the database fails.
pub fn is_overdue(conn: &mut Conn, rule: Rule, now: Instant) -> Result<bool, StoreError> {
    let until = rule.used_until(now).to_utc();
    let otherwise = |conn: &mut Conn| match Kept::of(rule) {
        Some(kept) => kept.is_overdue(conn, until),
        None => Ok(!list_unused_accounts(conn, now, 1)?.is_empty()),
    };
    rows!(rule, until, otherwise(conn), |table, key: Key, over| {
        Ok(table.filter(over()).select(key).first::<Key>(conn).optional()?.is_some())
    })
}

/// Deletes rows that have had their time, at most [`BATCH`]. Answers how many. Of [`Rule::Accounts`] it deletes none:
/// each of those is an act of its own.
///
/// # Errors
/// When the database fails.
pub fn delete_overdue(conn: &mut Conn, rule: Rule, now: Instant) -> Result<usize, StoreError> {
    let until = rule.used_until(now).to_utc();
    let otherwise = |conn: &mut Conn| Kept::of(rule).map_or(Ok(0), |kept| kept.forget(conn, until));
    rows!(rule, until, otherwise(conn), |table, key: Key, over| {
        let keys = table.filter(over()).select(key).limit(BATCH).load::<Key>(conn)?;
        // The condition once more: a count against guessing may have begun anew meanwhile.
        Ok(diesel::delete(table.filter(key.eq_any(keys)).filter(over())).execute(conn)?)
    })
}
