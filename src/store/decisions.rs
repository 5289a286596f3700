//! What the council decided on projects.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::{council_decisions, projects};
use crate::domain::decision::{CouncilDecision, CouncilOutcome, PaperNumber};
use crate::domain::ids::{ProjectId, RoundId};
use crate::domain::reason::PublicReason;
use crate::domain::time::Instant;

/// A decision as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnteredDecision {
    /// The project.
    pub project: ProjectId,
    /// What the council decided.
    pub decision: CouncilDecision,
    /// When it was first entered.
    pub entered_at: Instant,
    /// Grows with each correction, from 1.
    pub version: i64,
}

type Row = (i64, String, NaiveDate, String, Option<String>, NaiveDateTime, i64);

fn read(row: Row) -> Result<EnteredDecision, StoreError> {
    let corrupt = |column, value: &str| StoreError::corrupt("council_decisions", column, value);
    let (project, outcome, decided_on, paper, reason, entered_at, version) = row;
    let what = CouncilOutcome::parse(&outcome).ok_or_else(|| corrupt("outcome", &outcome))?;
    let number = PaperNumber::parse(&paper).map_err(|_| corrupt("paper", &paper))?;
    let reason = reason.map(|text| PublicReason::parse(&text).map_err(|_| corrupt("reason", &text))).transpose()?;
    Ok(EnteredDecision {
        project: ProjectId::new(project),
        decision: CouncilDecision::new(what, (decided_on, number), reason).map_err(|_| corrupt("reason", ""))?,
        entered_at: Instant::from_utc(entered_at),
        version,
    })
}

/// The decisions on the projects of a round.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_decisions(conn: &mut Conn, round: RoundId) -> Result<BTreeMap<ProjectId, EnteredDecision>, StoreError> {
    let of_round = projects::table.filter(projects::round_id.eq(round.value())).select(projects::id);
    let rows = council_decisions::table.filter(council_decisions::project_id.eq_any(of_round)).load::<Row>(conn)?;
    rows.into_iter().map(|row| read(row).map(|entered| (entered.project, entered))).collect()
}

/// The decision on a project, if there is one.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_decision(conn: &mut Conn, project: ProjectId) -> Result<Option<EnteredDecision>, StoreError> {
    council_decisions::table.find(project.value()).first::<Row>(conn).optional()?.map(read).transpose()
}

/// Enters a decision.
///
/// # Errors
/// When the project has one already or the database fails.
pub fn insert_decision(
    conn: &mut Conn,
    project: ProjectId,
    decision: &CouncilDecision,
    now: Instant,
) -> Result<(), StoreError> {
    diesel::insert_into(council_decisions::table)
        .values((
            council_decisions::project_id.eq(project.value()),
            council_decisions::outcome.eq(decision.outcome().as_str()),
            council_decisions::decided_on.eq(decision.decided_on()),
            council_decisions::paper.eq(decision.paper()),
            council_decisions::reason.eq(decision.reason()),
            council_decisions::entered_at.eq(now.to_utc()),
            council_decisions::version.eq(1),
        ))
        .execute(conn)?;
    Ok(())
}

/// Corrects a decision that still has the version that was seen. Answers whether it had.
///
/// # Errors
/// When the database fails.
pub fn update_decision(
    conn: &mut Conn,
    project: ProjectId,
    seen: i64,
    decision: &CouncilDecision,
) -> Result<bool, StoreError> {
    let row = council_decisions::table.find(project.value()).filter(council_decisions::version.eq(seen));
    let changed = diesel::update(row)
        .set((
            council_decisions::outcome.eq(decision.outcome().as_str()),
            council_decisions::decided_on.eq(decision.decided_on()),
            council_decisions::paper.eq(decision.paper()),
            council_decisions::reason.eq(decision.reason()),
            council_decisions::version.eq(council_decisions::version + 1),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Takes a decision away that still has the version that was seen. Answers whether it had.
///
/// # Errors
/// When the database fails.
pub fn delete_decision(conn: &mut Conn, project: ProjectId, seen: i64) -> Result<bool, StoreError> {
    let row = council_decisions::table.find(project.value()).filter(council_decisions::version.eq(seen));
    Ok(diesel::delete(row).execute(conn)? == 1)
}
