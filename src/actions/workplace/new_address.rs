//! Giving a workplace another address, when the poster was photographed or the old one went where it should not.

use super::refusal::WorkplaceError;
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::entry_key::EntryKey;
use crate::domain::ids::WorkplaceId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::secrecy::randomness::draw;
use crate::store::workplaces::{delete_sessions_at, update_workplace_key};
use crate::store::{Db, Lock};

/// Gives a workplace another address. The old one leads nowhere at once, and whoever came in by it is signed out.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn give_new_address(
    db: &Db,
    actor: Actor,
    (id, seen_version): (WorkplaceId, i64),
) -> Result<(), WorkplaceError> {
    let (ids, key) = (RecordIds::draw()?, EntryKey::from_random(draw()?));
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        if !update_workplace_key(tx, id, seen_version, &key)? {
            return Err(WorkplaceError::ChangedMeanwhile);
        }
        delete_sessions_at(tx, id)?;
        let recorded = [("workplace", id.value().into())];
        append(tx, &ids, actor, Act::WorkplaceAddressChanged, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}
