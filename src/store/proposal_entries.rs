//! What the office wrote down for somebody: when it came in, who entered it, and what it said before it was corrected.

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::proposals::{Proposal, list_proposals};
use super::reviews::Review;
use super::schema::{proposal_entries, proposal_versions, proposals, reviews};
use crate::domain::ids::{AccountId, ProposalId, RoundId};
use crate::domain::proposal::Correction;
use crate::domain::time::Instant;
use crate::secrecy::ChangeMac;

/// The version of a proposal that nobody has corrected, and the number of its first change code.
const FIRST: i64 = 1;

/// That the office entered a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ProposalEntry {
    /// Whoever did; none at the command line, and when the account is deleted.
    pub account: Option<AccountId>,
    /// The day on which it reached the office.
    pub came_in_on: NaiveDate,
    /// When it was entered.
    pub entered_at: Instant,
    /// Goes up by one with each correction, from 1.
    pub version: i64,
    /// Goes up by one with each change code, from 1.
    pub code_number: i64,
}

/// Notes that somebody of the office entered a proposal.
///
/// # Errors
/// When the database fails.
pub fn insert_entry_of_office(
    conn: &mut Conn,
    proposal: ProposalId,
    (account, came_in_on): (Option<AccountId>, NaiveDate),
    now: Instant,
) -> Result<(), StoreError> {
    diesel::insert_into(proposal_entries::table)
        .values((
            proposal_entries::proposal_id.eq(proposal.value()),
            proposal_entries::account_id.eq(account.map(AccountId::value)),
            proposal_entries::came_in_on.eq(came_in_on),
            proposal_entries::entered_at.eq(now.to_utc()),
            proposal_entries::version.eq(FIRST),
            proposal_entries::code_number.eq(FIRST),
        ))
        .execute(conn)?;
    Ok(())
}

/// How a proposal was entered; none when its author did so.
///
/// # Errors
/// When the database fails.
pub fn find_entry_of_office(conn: &mut Conn, proposal: ProposalId) -> Result<Option<ProposalEntry>, StoreError> {
    let row = proposal_entries::table.find(proposal.value()).select((
        proposal_entries::account_id,
        proposal_entries::came_in_on,
        proposal_entries::entered_at,
        proposal_entries::version,
        proposal_entries::code_number,
    ));
    let row: Option<(Option<i64>, NaiveDate, NaiveDateTime, i64, i64)> = row.first(conn).optional()?;
    Ok(row.map(|(account, came_in_on, entered_at, version, code_number)| ProposalEntry {
        account: account.map(AccountId::new),
        came_in_on,
        entered_at: Instant::from_utc(entered_at),
        version,
        code_number,
    }))
}

/// How many proposals of a round an account has entered since a moment, and the newest of them, at most `limit`.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_entered_by(
    conn: &mut Conn,
    (round, account): (RoundId, AccountId),
    since: Instant,
    limit: i64,
) -> Result<(i64, Vec<Proposal>), StoreError> {
    let own = proposal_entries::account_id
        .eq(account.value())
        .and(proposal_entries::entered_at.ge(since.to_utc()))
        .and(proposals::round_id.eq(round.value()));
    let entered = proposal_entries::table.inner_join(proposals::table).filter(own);
    let count = entered.count().get_result(conn)?;
    let newest = entered.order(proposals::number.desc()).limit(limit).select(proposals::id).load::<i64>(conn)?;
    let newest: Vec<ProposalId> = newest.into_iter().map(ProposalId::new).collect();
    Ok((count, list_proposals(conn, &newest)?))
}

/// Takes one more correction upon a version. Answers whether that was the latest one.
///
/// # Errors
/// When the database fails.
pub fn update_version(conn: &mut Conn, proposal: ProposalId, seen: i64) -> Result<bool, StoreError> {
    let row = proposal_entries::table.find(proposal.value()).filter(proposal_entries::version.eq(seen));
    let taken = diesel::update(row).set(proposal_entries::version.eq(seen.saturating_add(1))).execute(conn)?;
    Ok(taken == 1)
}

/// Writes a correction over what a proposal says, and keeps what it said as the version with this number. Answers whether
/// the proposal still stood where it was and its review had not begun.
///
/// # Errors
/// When the database fails.
pub fn update_corrected(
    conn: &mut Conn,
    (before, number): (&Proposal, i64),
    after: &Correction,
    now: Instant,
) -> Result<bool, StoreError> {
    // Written before anything else, so that whoever takes it back, hides it or reviews it at the same time waits.
    let review = reviews::table.find(before.id.value()).filter(reviews::version.eq(Review::NOT_BEGUN));
    let row = proposals::table.find(before.id.value()).filter(proposals::state.eq(before.state.as_str()));
    if diesel::update(review).set(reviews::version.eq(Review::NOT_BEGUN)).execute(conn)? == 0 {
        return Ok(false);
    }
    let corrected = diesel::update(row)
        .set((
            proposals::title.eq(after.title.as_str()),
            proposals::body.eq(after.body.as_str()),
            proposals::summary.eq(after.summary.as_str()),
            proposals::place.eq(after.place.as_str()),
            proposals::display_name.eq(after.display_name.as_str()),
        ))
        .execute(conn)?;
    if corrected == 0 {
        return Ok(false);
    }
    diesel::insert_into(proposal_versions::table)
        .values((
            proposal_versions::proposal_id.eq(before.id.value()),
            proposal_versions::number.eq(number),
            proposal_versions::why.eq("correction"),
            proposal_versions::changed_at.eq(now.to_utc()),
            proposal_versions::language.eq(&before.language),
            proposal_versions::title.eq(&before.title),
            proposal_versions::body.eq(&before.body),
            proposal_versions::summary.eq(&before.summary),
            proposal_versions::place.eq(&before.place),
        ))
        .execute(conn)?;
    Ok(true)
}

/// What a proposal said before somebody changed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EarlierVersion {
    /// When it was changed.
    pub changed_at: Instant,
    /// Why, as the database carries it.
    pub why: String,
    /// The tag of its language.
    pub language: String,
    /// Its title.
    pub title: String,
    /// What was to change and for whom.
    pub body: String,
    /// The same in a sentence or two; may be empty.
    pub summary: String,
    /// Where; may be empty.
    pub place: String,
}

/// Whether a proposal said something else before.
///
/// # Errors
/// When the database fails.
pub fn has_versions(conn: &mut Conn, proposal: ProposalId) -> Result<bool, StoreError> {
    let own = proposal_versions::table.filter(proposal_versions::proposal_id.eq(proposal.value()));
    Ok(own.select(proposal_versions::number).first::<i64>(conn).optional()?.is_some())
}

/// What a proposal said before, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_versions(conn: &mut Conn, proposal: ProposalId) -> Result<Vec<EarlierVersion>, StoreError> {
    let own = proposal_versions::table.filter(proposal_versions::proposal_id.eq(proposal.value()));
    let rows = own.order(proposal_versions::number).select((
        proposal_versions::changed_at,
        proposal_versions::why,
        proposal_versions::language,
        proposal_versions::title,
        proposal_versions::body,
        proposal_versions::summary,
        proposal_versions::place,
    ));
    let rows: Vec<(NaiveDateTime, String, String, String, String, String, String)> = rows.load(conn)?;
    let version = |(changed_at, why, language, title, body, summary, place)| EarlierVersion {
        changed_at: Instant::from_utc(changed_at),
        why,
        language,
        title,
        body,
        summary,
        place,
    };
    Ok(rows.into_iter().map(version).collect())
}

/// Gives a proposal another change code in place of the one with the number that was `seen`, which leads to nothing any more.
/// Answers whether that was the latest one.
///
/// # Errors
/// When the code is taken or the database fails.
pub fn update_code(conn: &mut Conn, proposal: ProposalId, seen: i64, code: &ChangeMac) -> Result<bool, StoreError> {
    let entry = proposal_entries::table.find(proposal.value()).filter(proposal_entries::code_number.eq(seen));
    let next = proposal_entries::code_number.eq(seen.saturating_add(1));
    if diesel::update(entry).set(next).execute(conn)? == 0 {
        return Ok(false);
    }
    let row = proposals::table.find(proposal.value());
    diesel::update(row).set(proposals::code_mac.eq(code.as_bytes().as_slice())).execute(conn)?;
    Ok(true)
}

/// Deletes what a proposal said before it was corrected.
///
/// # Errors
/// When the database fails.
pub(super) fn delete_versions(conn: &mut Conn, proposal: ProposalId) -> Result<(), StoreError> {
    diesel::delete(proposal_versions::table.filter(proposal_versions::proposal_id.eq(proposal.value())))
        .execute(conn)?;
    Ok(())
}

/// Forgets who entered what: of an account that is deleted.
///
/// # Errors
/// When the database fails.
pub fn update_entries_forget_account(conn: &mut Conn, account: AccountId) -> Result<(), StoreError> {
    diesel::update(proposal_entries::table.filter(proposal_entries::account_id.eq(account.value())))
        .set(proposal_entries::account_id.eq(None::<i64>))
        .execute(conn)?;
    Ok(())
}
