//! Giving somebody who works in the office another role.

use super::PeopleError;
use super::departments::check_departments;
use crate::actions::steps::{self, RecordIds, authorise, tell_of_role};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::role::{Mandate, RoleWay};
use crate::mail::{Message, MessageIds};
use crate::store::accounts::find_account;
use crate::store::roles::list_grants;
use crate::store::{Db, Lock, StoreError};

/// Gives a role and tells the person by mail.
///
/// # Errors
/// When the person has it, the account is closed or a department is not offered; when the actor may not, or the database
/// fails.
pub async fn give_role(db: &Db, actor: Actor, account: AccountId, mandate: Mandate) -> Result<(), PeopleError> {
    let (entry, ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        if person.disabled {
            return Err(PeopleError::Closed);
        }
        if list_grants(tx, account)?.hold(&[mandate.grant.role], mandate.grant.round) {
            return Err(PeopleError::HeldAlready);
        }
        check_departments(tx, &mandate)?;
        steps::give_role(tx, &entry, actor, (account, &mandate), RoleWay::Given).map_err(|error| match error {
            StoreError::Conflict => PeopleError::HeldAlready,
            other => PeopleError::Store(other),
        })?;
        let message = |role, round, departments| Message::RoleGiven { role, round, departments };
        Ok(tell_of_role(tx, &ids, &person, &mandate, message)?)
    })
    .await
}
