//! Changing a department.

use super::refusal::{DepartmentError, check_substitute};
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::department::DepartmentDetails;
use crate::domain::ids::DepartmentId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::departments::update_department;
use crate::store::{Db, Lock};

/// Changes a department.
///
/// # Errors
/// When somebody else changed it meanwhile, the one that is to take over cannot, the actor may not, or the database
/// fails.
pub async fn edit_department(
    db: &Db,
    actor: Actor,
    (id, seen_version): (DepartmentId, i64),
    details: DepartmentDetails,
) -> Result<(), DepartmentError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::EditOrganisation, Scope::Organisation)?;
        check_substitute(tx, Some(id), details.substitute)?;
        if !update_department(tx, id, seen_version, &details)? {
            return Err(DepartmentError::ChangedMeanwhile);
        }
        let recorded = [("department", id.value().into())];
        append(tx, &ids, actor, Act::DepartmentChanged, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}
