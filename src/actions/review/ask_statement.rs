//! Asking another department for a statement. Nobody outside the office reads question and answer.

use super::refusal::ReviewError;
use super::reviewed::{SeenVersion, active_department, reviewed};
use crate::actions::steps::RecordIds;
use crate::domain::ids::{DepartmentId, ProposalNumber};
use crate::domain::permission::Actor;
use crate::domain::review::STATEMENT;
use crate::domain::text::Prose;
use crate::record::Act;
use crate::store::reviews::ReviewChange;
use crate::store::statements::insert_statement;
use crate::store::{Db, Lock};

/// Asks a department for a statement within a week. The proposal stays where it is, and the form is kept as it
/// was typed.
///
/// # Errors
/// [`ReviewError::DepartmentGone`], [`ReviewError::ChangedMeanwhile`], [`ReviewError::NotReviewed`],
/// [`ReviewError::OtherDepartment`]; when the actor may not, or the database fails.
pub async fn ask_statement(
    db: &Db,
    actor: Actor,
    (number, seen): (ProposalNumber, SeenVersion),
    (of, question, fields): (DepartmentId, Prose, String),
) -> Result<(), ReviewError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let (found, now) = (reviewed(tx, actor, (number, seen))?, tx.now);
        let department = active_department(tx, of)?;
        insert_statement(tx, (found.proposal.id, department.id), &question, (now, now.plus(STATEMENT)))?;
        found.change(tx, ReviewChange { fields: Some(fields.clone()), ..ReviewChange::default() })?;
        found.enter(tx, (&ids, actor, Act::StatementAsked), [("department", department.id.value().into())])
    })
    .await
}
