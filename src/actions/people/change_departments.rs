//! Changing the departments that somebody holds a role for. It holds with the next act that asks for it.

use super::PeopleError;
use super::departments::check_departments;
use crate::actions::steps::{self, RecordIds, authorise, tell_of_role};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::role::{Departments, Mandate};
use crate::mail::{Message, MessageIds};
use crate::store::accounts::find_account;
use crate::store::roles::{list_grants, lock_roles_of};
use crate::store::{Db, Lock, StoreError};

/// Changes the departments of a role from those that were `seen`, and tells the person by mail. Those that it is for
/// already are no change.
///
/// # Errors
/// When the person does not have the role, somebody else changed its departments meanwhile, or one is not offered; when
/// the actor may not, or the database fails.
pub async fn change_departments(
    db: &Db,
    actor: Actor,
    account: AccountId,
    (seen, mandate): (Departments, Mandate),
) -> Result<(), PeopleError> {
    let (entry, ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        check_departments(tx, &mandate)?;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        lock_roles_of(tx, account)?;
        // A closed account holds nothing before it is opened again.
        let held = list_grants(tx, account)?.mandates().iter().find(|held| held.grant == mandate.grant).cloned();
        let before = held.ok_or(PeopleError::NotHeld)?.departments;
        if before == mandate.departments {
            return Ok(());
        }
        if before != seen {
            return Err(PeopleError::ChangedMeanwhile);
        }
        steps::change_departments(tx, &entry, actor, account, &mandate)?;
        let message = |role, round, departments| Message::DepartmentsChanged { role, round, departments };
        Ok(tell_of_role(tx, &ids, &person, &mandate, message)?)
    })
    .await
}
