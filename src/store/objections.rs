//! What authors have against verdicts.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::objections;
use crate::domain::ids::ProposalId;
use crate::domain::text::Prose;
use crate::domain::time::Instant;

/// An objection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objection {
    /// What the author says.
    pub body: String,
    /// When.
    pub objected_at: Instant,
    /// Until when it is answered.
    pub due_at: Instant,
}

/// The objection to the verdict on a proposal; there is one at most.
///
/// # Errors
/// When the database fails.
pub fn find_objection(conn: &mut Conn, proposal: ProposalId) -> Result<Option<Objection>, StoreError> {
    let row = objections::table
        .find(proposal.value())
        .select((objections::body, objections::objected_at, objections::due_at))
        .first::<(String, NaiveDateTime, NaiveDateTime)>(conn)
        .optional()?;
    Ok(row.map(|(body, objected_at, due_at)| Objection {
        body,
        objected_at: Instant::from_utc(objected_at),
        due_at: Instant::from_utc(due_at),
    }))
}

/// Objects.
///
/// # Errors
/// [`StoreError::Conflict`] when there is an objection; or when the database fails.
pub fn insert_objection(
    conn: &mut Conn,
    proposal: ProposalId,
    body: &Prose,
    (now, due_at): (Instant, Instant),
) -> Result<(), StoreError> {
    diesel::insert_into(objections::table)
        .values((
            objections::proposal_id.eq(proposal.value()),
            objections::body.eq(body.as_str()),
            objections::objected_at.eq(now.to_utc()),
            objections::due_at.eq(due_at.to_utc()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Forgets the objection of somebody who took the proposal back.
///
/// # Errors
/// When the database fails.
pub(super) fn delete_objection(conn: &mut Conn, proposal: ProposalId) -> Result<(), StoreError> {
    diesel::delete(objections::table.find(proposal.value())).execute(conn)?;
    Ok(())
}
