//! Taking somebody's second factor away who has lost the telephone and the paper. They set up another at the next sign-in.

use super::PeopleError;
use crate::actions::steps::{RecordIds, account_subject, append, authorise};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::Act;
use crate::store::second_factors::{delete_second_factor, find_second_factor};
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock};

/// Takes the second factor of an account away, with its codes on paper, and ends its sessions.
///
/// # Errors
/// When it has none, the actor may not, or the database fails.
pub async fn reset_second_factor(db: &Db, actor: Actor, account: AccountId) -> Result<(), PeopleError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        if find_second_factor(tx, account)?.is_none() {
            return Err(PeopleError::NoSecondFactor);
        }
        delete_second_factor(tx, account)?;
        delete_sessions_of(tx, account, None)?;
        let subject = account_subject(tx, &ids, account)?;
        Ok(append(tx, &ids, actor, Act::SecondFactorReset, (None, subject), [])?)
    })
    .await
}
