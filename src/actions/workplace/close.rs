//! Closing a workplace, and opening one again.

use super::refusal::WorkplaceError;
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::ids::WorkplaceId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::workplaces::{delete_sessions_at, update_workplace_closed};
use crate::store::{Db, Lock};

/// Closes a workplace: nobody enters there any more, and whoever is signed in there is signed out at once.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn close_workplace(
    db: &Db,
    actor: Actor,
    (id, seen_version): (WorkplaceId, i64),
) -> Result<(), WorkplaceError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        let now = tx.now;
        if !update_workplace_closed(tx, id, seen_version, Some(now))? {
            return Err(WorkplaceError::ChangedMeanwhile);
        }
        delete_sessions_at(tx, id)?;
        let recorded = [("workplace", id.value().into())];
        append(tx, &ids, actor, Act::WorkplaceClosed, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}

/// Opens a closed workplace again, at the address that it had.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn reopen_workplace(
    db: &Db,
    actor: Actor,
    (id, seen_version): (WorkplaceId, i64),
) -> Result<(), WorkplaceError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        if !update_workplace_closed(tx, id, seen_version, None)? {
            return Err(WorkplaceError::ChangedMeanwhile);
        }
        let recorded = [("workplace", id.value().into())];
        append(tx, &ids, actor, Act::WorkplaceReopened, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}
