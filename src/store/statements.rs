//! What departments ask each other about proposals. It is read in the office alone.

use std::collections::BTreeSet;

use chrono::NaiveDateTime;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::conn::{Backend, Conn};
use super::error::StoreError;
use super::proposals::{Proposal, Row as ProposalRow};
use super::schema::{proposals, statements};
use crate::domain::ids::{DepartmentId, ProposalId, RoundId, StatementId};
use crate::domain::proposal::ProposalState;
use crate::domain::text::Prose;
use crate::domain::time::Instant;

/// A statement that was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Its row.
    pub id: StatementId,
    /// On which proposal.
    pub proposal: ProposalId,
    /// Who is to give it.
    pub department: DepartmentId,
    /// What is asked.
    pub question: String,
    /// When it was asked for.
    pub asked_at: Instant,
    /// Until when it is wanted.
    pub due_at: Instant,
    /// What was said, and when.
    pub given: Option<(String, Instant)>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = statements)]
struct Row {
    id: i64,
    proposal_id: i64,
    department_id: i64,
    question: String,
    asked_at: NaiveDateTime,
    due_at: NaiveDateTime,
    body: Option<String>,
    given_at: Option<NaiveDateTime>,
}

impl From<Row> for Statement {
    fn from(row: Row) -> Self {
        Self {
            id: StatementId::new(row.id),
            proposal: ProposalId::new(row.proposal_id),
            department: DepartmentId::new(row.department_id),
            question: row.question,
            asked_at: Instant::from_utc(row.asked_at),
            due_at: Instant::from_utc(row.due_at),
            given: row.body.zip(row.given_at.map(Instant::from_utc)),
        }
    }
}

/// The statements on a proposal, in the order in which they were asked for.
///
/// # Errors
/// When the database fails.
pub fn list_statements(conn: &mut Conn, proposal: ProposalId) -> Result<Vec<Statement>, StoreError> {
    let rows = statements::table.filter(statements::proposal_id.eq(proposal.value())).order(statements::id);
    Ok(rows.select(Row::as_select()).load(conn)?.into_iter().map(Statement::from).collect())
}

/// The statement with an id, if it is one on this proposal.
///
/// # Errors
/// When the database fails.
pub fn find_statement(conn: &mut Conn, proposal: ProposalId, id: StatementId) -> Result<Option<Statement>, StoreError> {
    let row = statements::table.find(id.value()).filter(statements::proposal_id.eq(proposal.value()));
    Ok(row.select(Row::as_select()).first(conn).optional()?.map(Statement::from))
}

/// Asks for a statement.
///
/// # Errors
/// When the database fails.
pub fn insert_statement(
    conn: &mut Conn,
    (proposal, department): (ProposalId, DepartmentId),
    question: &Prose,
    (now, due_at): (Instant, Instant),
) -> Result<(), StoreError> {
    diesel::insert_into(statements::table)
        .values((
            statements::proposal_id.eq(proposal.value()),
            statements::department_id.eq(department.value()),
            statements::question.eq(question.as_str()),
            statements::asked_at.eq(now.to_utc()),
            statements::due_at.eq(due_at.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Gives a statement, once. Answers whether none was given before.
///
/// # Errors
/// When the database fails.
pub fn update_statement_given(
    conn: &mut Conn,
    id: StatementId,
    body: &Prose,
    now: Instant,
) -> Result<bool, StoreError> {
    let open = statements::table.find(id.value()).filter(statements::given_at.is_null());
    let set = (statements::body.eq(body.as_str()), statements::given_at.eq(now.to_utc()));
    Ok(diesel::update(open).set(set).execute(conn)? == 1)
}

type Joined = diesel::dsl::InnerJoin<statements::table, proposals::table>;

fn wanted(round: RoundId, of: Option<&BTreeSet<DepartmentId>>) -> diesel::dsl::IntoBoxed<'static, Joined, Backend> {
    let query = statements::table.inner_join(proposals::table).into_boxed();
    let query = query
        .filter(proposals::round_id.eq(round.value()).and(statements::given_at.is_null()))
        .filter(proposals::state.eq(ProposalState::Received.as_str()));
    match of {
        Some(ids) => {
            query.filter(statements::department_id.eq_any(ids.iter().map(|id| id.value()).collect::<Vec<_>>()))
        }
        None => query,
    }
}

/// How many statements some departments, or all of them, have yet to give in a round.
///
/// # Errors
/// When the database fails.
pub fn count_statements_wanted(
    conn: &mut Conn,
    round: RoundId,
    of: Option<&BTreeSet<DepartmentId>>,
) -> Result<i64, StoreError> {
    Ok(wanted(round, of).select(count_star()).first(conn)?)
}

/// How many of those were wanted before a moment, and from another one on if one is named.
///
/// # Errors
/// When the database fails.
pub fn count_statements_due(
    conn: &mut Conn,
    round: RoundId,
    of: Option<&BTreeSet<DepartmentId>>,
    (from, before): (Option<Instant>, Instant),
) -> Result<i64, StoreError> {
    let mut due = wanted(round, of).filter(statements::due_at.lt(before.to_utc()));
    if let Some(from) = from {
        due = due.filter(statements::due_at.ge(from.to_utc()));
    }
    Ok(due.select(count_star()).first(conn)?)
}

/// The departments that have a statement to give in a round, each once.
///
/// # Errors
/// When the database fails.
pub fn list_stating_departments(conn: &mut Conn, round: RoundId) -> Result<BTreeSet<DepartmentId>, StoreError> {
    let ids = wanted(round, None).select(statements::department_id).distinct();
    Ok(ids.load::<i64>(conn)?.into_iter().map(DepartmentId::new).collect())
}

/// A part of those, what is due first coming first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_statements_wanted(
    conn: &mut Conn,
    round: RoundId,
    of: Option<&BTreeSet<DepartmentId>>,
    (skip, limit): (i64, i64),
) -> Result<Vec<(Statement, Proposal)>, StoreError> {
    let rows = wanted(round, of)
        .order((statements::due_at, statements::id))
        .offset(skip)
        .limit(limit)
        .select((Row::as_select(), ProposalRow::as_select()))
        .load::<(Row, ProposalRow)>(conn)?;
    rows.into_iter().map(|(row, proposal)| Ok((row.into(), proposal.try_into()?))).collect()
}
