//! What people reported of proposals, and what became of it. The words stand in a table of their own, whose rows go when
//! their time is over; the counts stay.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use diesel::dsl::{count, count_star, min};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{proposal_reports, report_words};
use crate::domain::ids::{ProposalId, ReportId, RoundId};
use crate::domain::proposal::HidingRule;
use crate::domain::report::ReportOutcome;
use crate::domain::text::Prose;
use crate::domain::time::Instant;

/// A report to store.
#[derive(Debug, Clone)]
pub struct NewReport {
    /// The proposal.
    pub proposal: ProposalId,
    /// Its round.
    pub round: RoundId,
    /// The rule that it breaks.
    pub rule: HidingRule,
    /// Why, in the words of whoever reports it; may be empty.
    pub explanation: Prose,
    /// The SHA-256 of the token with which the report is read.
    pub token_hash: [u8; 32],
    /// By when somebody decides.
    pub decide_by: Instant,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// Its row.
    pub id: ReportId,
    /// The proposal.
    pub proposal: ProposalId,
    /// The rule that it breaks.
    pub rule: HidingRule,
    /// Why; may be empty.
    pub explanation: String,
    /// What the office noted; may be empty.
    pub note: String,
    /// When it came.
    pub received_at: Instant,
    /// By when somebody decides.
    pub decide_by: Instant,
    /// What became of it.
    pub outcome: Option<ReportOutcome>,
}

type Columns = (i64, i64, String, String, String, NaiveDateTime, NaiveDateTime, Option<String>);

const COLUMNS: (
    proposal_reports::id,
    proposal_reports::proposal_id,
    proposal_reports::rule,
    report_words::explanation,
    report_words::note,
    proposal_reports::received_at,
    proposal_reports::decide_by,
    proposal_reports::outcome,
) = (
    proposal_reports::id,
    proposal_reports::proposal_id,
    proposal_reports::rule,
    report_words::explanation,
    report_words::note,
    proposal_reports::received_at,
    proposal_reports::decide_by,
    proposal_reports::outcome,
);

fn corrupt(column: &'static str, value: &str) -> StoreError {
    StoreError::corrupt("proposal_reports", column, value)
}

fn read_rule(rule: &str) -> Result<HidingRule, StoreError> {
    HidingRule::parse(rule).ok_or_else(|| corrupt("rule", rule))
}

fn read((id, proposal, rule, explanation, note, received, by, outcome): Columns) -> Result<Report, StoreError> {
    let outcome = outcome.map(|text| ReportOutcome::parse(&text).ok_or_else(|| corrupt("outcome", &text)));
    Ok(Report {
        id: ReportId::new(id),
        proposal: ProposalId::new(proposal),
        rule: read_rule(&rule)?,
        explanation,
        note,
        received_at: Instant::from_utc(received),
        decide_by: Instant::from_utc(by),
        outcome: outcome.transpose()?,
    })
}

/// Stores a report.
///
/// # Errors
/// [`StoreError::Conflict`] when one lies under the token already; or when the database fails.
pub fn insert_report(conn: &mut Conn, report: &NewReport, now: Instant) -> Result<(), StoreError> {
    let id: i64 = diesel::insert_into(proposal_reports::table)
        .values((
            proposal_reports::proposal_id.eq(report.proposal.value()),
            proposal_reports::round_id.eq(report.round.value()),
            proposal_reports::rule.eq(report.rule.as_str()),
            proposal_reports::received_at.eq(now.to_utc()),
            proposal_reports::decide_by.eq(report.decide_by.to_utc()),
        ))
        .returning(proposal_reports::id)
        .get_result(conn)?;
    diesel::insert_into(report_words::table)
        .values((
            report_words::report_id.eq(id),
            report_words::token_hash.eq(report.token_hash.as_slice()),
            report_words::explanation.eq(report.explanation.as_str()),
            report_words::note.eq(""),
        ))
        .execute(conn)?;
    Ok(())
}

/// The report that a token belongs to.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_report_by_token(conn: &mut Conn, token_hash: &[u8; 32]) -> Result<Option<Report>, StoreError> {
    let row = report_words::table
        .inner_join(proposal_reports::table)
        .filter(report_words::token_hash.eq(token_hash.as_slice()))
        .select(COLUMNS)
        .first::<Columns>(conn);
    row.optional()?.map(read).transpose()
}

/// The newest reports of a proposal whose words are still kept, at most `limit`: those that wait, or those that are settled.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_reports(
    conn: &mut Conn,
    proposal: ProposalId,
    settled: bool,
    limit: i64,
) -> Result<Vec<Report>, StoreError> {
    let own = report_words::table
        .inner_join(proposal_reports::table)
        .filter(proposal_reports::proposal_id.eq(proposal.value()))
        .order(proposal_reports::id.desc())
        .limit(limit)
        .select(COLUMNS);
    let rows: Vec<Columns> = if settled {
        own.filter(proposal_reports::outcome.is_not_null()).load(conn)?
    } else {
        own.filter(proposal_reports::outcome.is_null()).load(conn)?
    };
    rows.into_iter().map(read).collect()
}

/// How many reports of some proposals wait, by rule; a proposal without any is left out.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn count_open_reports(
    conn: &mut Conn,
    of: &[ProposalId],
) -> Result<BTreeMap<ProposalId, Vec<(HidingRule, i64)>>, StoreError> {
    let rows = proposal_reports::table
        .filter(proposal_reports::proposal_id.eq_any(of.iter().map(|id| id.value())))
        .filter(proposal_reports::outcome.is_null())
        .group_by((proposal_reports::proposal_id, proposal_reports::rule))
        .select((proposal_reports::proposal_id, proposal_reports::rule, count_star()))
        .load::<(i64, String, i64)>(conn)?;
    let mut counts: BTreeMap<ProposalId, Vec<(HidingRule, i64)>> = BTreeMap::new();
    for (proposal, rule, count) in rows {
        counts.entry(ProposalId::new(proposal)).or_default().push((read_rule(&rule)?, count));
    }
    counts.values_mut().for_each(|rules| rules.sort_by_key(|(rule, count)| (-count, *rule)));
    Ok(counts)
}

/// How many proposals of a round have reports that wait.
///
/// # Errors
/// When the database fails.
pub fn count_reported(conn: &mut Conn, round: RoundId) -> Result<i64, StoreError> {
    let open = proposal_reports::table.filter(proposal_reports::round_id.eq(round.value()));
    let open = open.filter(proposal_reports::outcome.is_null());
    Ok(open.select(count(proposal_reports::proposal_id).aggregate_distinct()).get_result(conn)?)
}

/// A part of the proposals of a round that have reports which wait: the one that has waited longest first.
///
/// # Errors
/// When the database fails.
pub fn list_reported(
    conn: &mut Conn,
    round: RoundId,
    (skip, limit): (i64, i64),
) -> Result<Vec<ProposalId>, StoreError> {
    let rows = proposal_reports::table
        .filter(proposal_reports::round_id.eq(round.value()))
        .filter(proposal_reports::outcome.is_null())
        .group_by(proposal_reports::proposal_id)
        .order((min(proposal_reports::id), proposal_reports::proposal_id))
        .offset(skip)
        .limit(limit)
        .select(proposal_reports::proposal_id);
    Ok(rows.load::<i64>(conn)?.into_iter().map(ProposalId::new).collect())
}

/// Settles the reports of a proposal that wait, up to one of them. Answers how many. What the author took back was decided
/// by nobody, so that it counts for no figure of time.
///
/// # Errors
/// When the database fails.
pub fn update_reports_settled(
    conn: &mut Conn,
    (proposal, last): (ProposalId, Option<ReportId>),
    (outcome, note): (ReportOutcome, &str),
    now: Instant,
) -> Result<usize, StoreError> {
    let last = last.map_or(i64::MAX, ReportId::value);
    let open = proposal_reports::table
        .filter(proposal_reports::proposal_id.eq(proposal.value()))
        .filter(proposal_reports::outcome.is_null())
        .filter(proposal_reports::id.le(last))
        .select((proposal_reports::id, proposal_reports::received_at))
        .load::<(i64, NaiveDateTime)>(conn)?;
    let mut settled = 0_usize;
    for (id, received_at) in open {
        let waited = now.since(Instant::from_utc(received_at)).num_seconds().max(0);
        let seconds = (outcome != ReportOutcome::Withdrawn).then_some(waited);
        // The condition once more: somebody else may have settled it meanwhile.
        let row = proposal_reports::table.find(id).filter(proposal_reports::outcome.is_null());
        let own = diesel::update(row)
            .set((proposal_reports::outcome.eq(outcome.as_str()), proposal_reports::seconds.eq(seconds)))
            .execute(conn)?;
        if own == 1 {
            diesel::update(report_words::table.find(id))
                .set((report_words::note.eq(note), report_words::settled_at.eq(now.to_utc())))
                .execute(conn)?;
            settled = settled.saturating_add(1);
        }
    }
    Ok(settled)
}

/// How many reports there were about proposals of a round, by rule.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn count_reports(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<HidingRule, i64>, StoreError> {
    let rows = proposal_reports::table
        .filter(proposal_reports::round_id.eq(round.value()))
        .group_by(proposal_reports::rule)
        .select((proposal_reports::rule, count_star()))
        .load::<(String, i64)>(conn)?;
    rows.into_iter().map(|(rule, count)| Ok((read_rule(&rule)?, count))).collect()
}

/// How many reports of a round were decided, by one rule or by all of them, and how many seconds the middle one took.
///
/// # Errors
/// When the database fails.
pub fn find_middle_time(
    conn: &mut Conn,
    round: RoundId,
    rule: Option<HidingRule>,
) -> Result<(i64, Option<i64>), StoreError> {
    let decided = || {
        let all = proposal_reports::table
            .filter(proposal_reports::round_id.eq(round.value()))
            .filter(proposal_reports::seconds.is_not_null())
            .into_boxed();
        match rule {
            Some(rule) => all.filter(proposal_reports::rule.eq(rule.as_str())),
            None => all,
        }
    };
    let count: i64 = decided().count().get_result(conn)?;
    let middle = decided()
        .order(proposal_reports::seconds)
        .offset(count.saturating_sub(1).max(0) / 2)
        .limit(1)
        .select(proposal_reports::seconds)
        .first::<Option<i64>>(conn)
        .optional()?;
    Ok((count, middle.flatten()))
}
