//! The public verdicts on proposals. None is ever changed: another one follows it.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::proposals::{Proposal, Row as ProposalRow, read_number};
use super::schema::{proposal_words, proposals, reviews, rounds, verdicts};
use crate::domain::ids::{DepartmentId, ProposalId, ProposalNumber};
use crate::domain::money::Money;
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Competence, Costs, Feasibility, Finding, Route, StandardReason, Verdict};
use crate::domain::text::{Line, Prose};
use crate::domain::time::Instant;

/// A verdict as it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Given {
    /// What it says.
    pub finding: Finding,
    /// The number of the proposal that says the same.
    pub original: Option<ProposalNumber>,
    /// Which department gave it.
    pub department: Option<DepartmentId>,
    /// The tag of the language of what is in own words.
    pub language: String,
    /// When.
    pub decided_at: Instant,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = verdicts)]
struct Row {
    department_id: Option<i64>,
    route: String,
    competence: String,
    feasibility: String,
    cost_once: Option<i64>,
    cost_yearly: Option<i64>,
    cost_source: String,
    upkeep: String,
    standard: Option<String>,
    reason: String,
    referred_to: String,
    next_step: String,
    original_id: Option<i64>,
    language: String,
    decided_at: NaiveDateTime,
}

fn corrupt(column: &'static str, value: &str) -> StoreError {
    StoreError::corrupt("verdicts", column, value)
}

fn line(column: &'static str, text: &str) -> Result<Line, StoreError> {
    Line::parse(text).map_err(|_| corrupt(column, text))
}

fn read(row: Row, original: Option<i64>) -> Result<Given, StoreError> {
    let standard = |reason: String| StandardReason::parse(&reason).ok_or_else(|| corrupt("standard", &reason));
    let finding = Finding {
        route: Route::parse(&row.route).ok_or_else(|| corrupt("route", &row.route))?,
        competence: Competence::parse(&row.competence).ok_or_else(|| corrupt("competence", &row.competence))?,
        feasibility: Feasibility::parse(&row.feasibility).ok_or_else(|| corrupt("feasibility", &row.feasibility))?,
        costs: Costs {
            once: row.cost_once.map(Money::from_minor),
            yearly: row.cost_yearly.map(Money::from_minor),
            source: line("cost_source", &row.cost_source)?,
            upkeep: line("upkeep", &row.upkeep)?,
        },
        standard: row.standard.map(standard).transpose()?,
        reason: Prose::parse(&row.reason).map_err(|_| corrupt("reason", &row.reason))?,
        referred_to: line("referred_to", &row.referred_to)?,
        next_step: line("next_step", &row.next_step)?,
        original: row.original_id.map(ProposalId::new),
    };
    Ok(Given {
        finding,
        original: original.map(read_number).transpose()?,
        department: row.department_id.map(DepartmentId::new),
        language: row.language,
        decided_at: Instant::from_utc(row.decided_at),
    })
}

/// Gives a verdict.
///
/// # Errors
/// When the database fails.
pub fn insert_verdict(
    conn: &mut Conn,
    (proposal, department): (ProposalId, Option<DepartmentId>),
    verdict: &Verdict,
    (language, now): (&str, Instant),
) -> Result<(), StoreError> {
    let Finding { route, competence, feasibility, costs, standard, reason, referred_to, next_step, original } =
        verdict.finding();
    diesel::insert_into(verdicts::table)
        .values((
            (
                verdicts::proposal_id.eq(proposal.value()),
                verdicts::department_id.eq(department.map(DepartmentId::value)),
                verdicts::route.eq(route.as_str()),
                verdicts::competence.eq(competence.as_str()),
                verdicts::feasibility.eq(feasibility.as_str()),
                verdicts::cost_once.eq(costs.once.map(Money::minor)),
                verdicts::cost_yearly.eq(costs.yearly.map(Money::minor)),
                verdicts::cost_source.eq(costs.source.as_str()),
            ),
            (
                verdicts::upkeep.eq(costs.upkeep.as_str()),
                verdicts::standard.eq(standard.map(StandardReason::as_str)),
                verdicts::reason.eq(reason.as_str()),
                verdicts::referred_to.eq(referred_to.as_str()),
                verdicts::next_step.eq(next_step.as_str()),
                verdicts::original_id.eq(original.map(ProposalId::value)),
                verdicts::language.eq(language),
                verdicts::decided_at.eq(now.to_utc()),
            ),
        ))
        .execute(conn)?;
    Ok(())
}

/// All verdicts on a proposal, the one that holds first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_verdicts(conn: &mut Conn, proposal: ProposalId) -> Result<Vec<Given>, StoreError> {
    let rows = verdicts::table
        .left_join(proposals::table.on(verdicts::original_id.eq(proposals::id.nullable())))
        .filter(verdicts::proposal_id.eq(proposal.value()))
        .order(verdicts::id.desc())
        .select((Row::as_select(), proposals::number.nullable()))
        .load::<(Row, Option<i64>)>(conn)?;
    rows.into_iter().map(|(row, original)| read(row, original)).collect()
}

/// The proposals of all rounds, apart from one, that share at least `least` of these words and on which there is a verdict,
/// with its way, those that share most coming first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_precedents(
    conn: &mut Conn,
    apart: ProposalId,
    words: &BTreeSet<String>,
    (least, limit): (i64, i64),
) -> Result<Vec<(Proposal, Route)>, StoreError> {
    let ids = proposal_words::table
        .inner_join(proposals::table.inner_join(reviews::table))
        .filter(proposal_words::round_id.eq_any(rounds::table.select(rounds::id)))
        .filter(proposal_words::word.eq_any(words).and(proposal_words::proposal_id.ne(apart.value())))
        .filter(proposals::state.eq(ProposalState::Received.as_str()).and(reviews::route.is_not_null()))
        .group_by(proposal_words::proposal_id)
        .having(count_star().ge(least))
        .order((count_star().desc(), proposal_words::proposal_id))
        .limit(limit)
        .select(proposal_words::proposal_id)
        .load::<i64>(conn)?;
    list_decided(conn, &ids.into_iter().map(ProposalId::new).collect::<Vec<_>>())
}

/// Those out of these proposals on which there is a verdict, in the order in which they are asked for.
fn list_decided(conn: &mut Conn, ids: &[ProposalId]) -> Result<Vec<(Proposal, Route)>, StoreError> {
    let rows = reviews::table
        .inner_join(proposals::table)
        .filter(proposals::id.eq_any(ids.iter().map(|id| id.value())))
        .filter(reviews::route.is_not_null())
        .select((ProposalRow::as_select(), reviews::route.assume_not_null()))
        .load::<(ProposalRow, String)>(conn)?;
    let mut found = rows
        .into_iter()
        .map(|(row, route)| {
            let route = Route::parse(&route).ok_or_else(|| StoreError::corrupt("reviews", "route", &route))?;
            Ok((Proposal::try_from(row)?, route))
        })
        .collect::<Result<Vec<_>, StoreError>>()?;
    found.sort_by_key(|(proposal, _)| ids.iter().position(|id| *id == proposal.id));
    Ok(found)
}
