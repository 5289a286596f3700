//! Taking somebody's second factor away who has lost the telephone and the paper. They set up another at the next sign-in.

use super::PeopleError;
use crate::actions::steps::{RecordIds, account_subject, append, authorise, tell_owner};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::second_factors::{delete_second_factor, find_second_factor};
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock};

/// Takes the second factor of an account away, with its codes on paper, ends its sessions and tells the person by mail.
///
/// # Errors
/// When it has none, the actor may not, or the database fails.
pub async fn reset_second_factor(db: &Db, actor: Actor, account: AccountId) -> Result<(), PeopleError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        if find_second_factor(tx, account)?.is_none() {
            return Err(PeopleError::NoSecondFactor);
        }
        delete_second_factor(tx, account)?;
        delete_sessions_of(tx, account, None)?;
        let subject = account_subject(tx, &ids, account)?;
        append(tx, &ids, actor, Act::SecondFactorReset, (None, subject), [])?;
        Ok(tell_owner(tx, &message_ids, account, &Message::SecondFactorReset)?)
    })
    .await
}
