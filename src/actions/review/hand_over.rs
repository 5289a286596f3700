//! Handing a proposal to a department. Everybody sees which one has it.

use super::refusal::ReviewError;
use super::reviewed::{SeenVersion, active_department, reviewed};
use crate::actions::steps::RecordIds;
use crate::domain::ids::{DepartmentId, ProposalNumber};
use crate::domain::permission::Actor;
use crate::record::Act;
use crate::store::reviews::ReviewChange;
use crate::store::{Db, Lock};

/// Hands a proposal to a department; the form is kept as it was typed. When the answer is due stays as it was: who hands over late gives little time. Handed
/// to the one that has it, nothing but that happens.
///
/// # Errors
/// [`ReviewError::DepartmentGone`], [`ReviewError::ChangedMeanwhile`], [`ReviewError::NotReviewed`],
/// [`ReviewError::OtherDepartment`]; when the actor may not, or the database fails.
pub async fn hand_over(
    db: &Db,
    actor: Actor,
    (number, seen): (ProposalNumber, SeenVersion),
    (to, fields): (DepartmentId, String),
) -> Result<(), ReviewError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let found = reviewed(tx, actor, (number, seen))?;
        let department = active_department(tx, to)?;
        found.change(
            tx,
            ReviewChange { department: Some(department.id), fields: Some(fields.clone()), ..ReviewChange::default() },
        )?;
        if found.review.department == Some(department.id) {
            return Ok(());
        }
        found.enter(tx, (&ids, actor, Act::ProposalHandedOver), [("department", department.id.value().into())])
    })
    .await
}
