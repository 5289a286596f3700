//! Retiring a department, and bringing one back. What points at it goes on doing so.

use super::refusal::DepartmentError;
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::ids::DepartmentId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::departments::{list_departments, update_department_retired};
use crate::store::{Db, Lock};

/// Retires a department: it is offered nowhere any more.
///
/// # Errors
/// When another one names it as the one that takes over, somebody else changed it meanwhile, the actor may not, or the
/// database fails.
pub async fn retire_department(
    db: &Db,
    actor: Actor,
    (id, seen_version): (DepartmentId, i64),
) -> Result<(), DepartmentError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::EditOrganisation, Scope::Organisation)?;
        let names_it =
            |other: &crate::store::departments::Department| other.substitute == Some(id) && other.retired_at.is_none();
        if list_departments(tx)?.iter().any(names_it) {
            return Err(DepartmentError::TakesOver);
        }
        let now = tx.now;
        if !update_department_retired(tx, id, seen_version, Some(now))? {
            return Err(DepartmentError::ChangedMeanwhile);
        }
        let recorded = [("department", id.value().into())];
        append(tx, &ids, actor, Act::DepartmentRetired, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}

/// Brings a retired department back.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn bring_back_department(
    db: &Db,
    actor: Actor,
    (id, seen_version): (DepartmentId, i64),
) -> Result<(), DepartmentError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::EditOrganisation, Scope::Organisation)?;
        if !update_department_retired(tx, id, seen_version, None)? {
            return Err(DepartmentError::ChangedMeanwhile);
        }
        let recorded = [("department", id.value().into())];
        append(tx, &ids, actor, Act::DepartmentBroughtBack, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}
