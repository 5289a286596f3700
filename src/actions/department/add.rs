//! Adding a department.

use super::refusal::{DepartmentError, check_substitute};
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::department::DepartmentDetails;
use crate::domain::ids::DepartmentId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::departments::insert_department;
use crate::store::{Db, Lock};

/// Adds a department.
///
/// # Errors
/// When the one that is to take over cannot, the actor may not, or the database fails.
pub async fn add_department(
    db: &Db,
    actor: Actor,
    details: DepartmentDetails,
) -> Result<DepartmentId, DepartmentError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::EditOrganisation, Scope::Organisation)?;
        check_substitute(tx, None, details.substitute)?;
        let id = insert_department(tx, &details)?;
        let recorded = [("department", id.value().into())];
        append(tx, &ids, actor, Act::DepartmentAdded, (None, Subject::Settings), recorded)?;
        Ok(id)
    })
    .await
}
