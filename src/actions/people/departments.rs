//! Which departments a role can be for.

use super::PeopleError;
use crate::domain::role::{Departments, Mandate};
use crate::store::Conn;
use crate::store::departments::list_departments;

/// Lets a role pass whose departments are all at work.
pub(super) fn check_departments(conn: &mut Conn, mandate: &Mandate) -> Result<(), PeopleError> {
    let Departments::Only(ids) = &mandate.departments else { return Ok(()) };
    if ids.is_empty() {
        return Err(PeopleError::NoDepartment);
    }
    let all = list_departments(conn)?;
    let is_offered = |id| all.iter().any(|one| one.id == id && one.retired_at.is_none());
    if !mandate.grant.role.is_for_departments() || !ids.iter().copied().all(is_offered) {
        return Err(PeopleError::DepartmentNotOffered);
    }
    Ok(())
}
