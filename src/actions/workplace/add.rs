//! Adding a workplace.

use super::refusal::{WorkplaceError, check_name, taken};
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::entry_key::EntryKey;
use crate::domain::ids::WorkplaceId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::Line;
use crate::record::{Act, Subject};
use crate::secrecy::randomness::draw;
use crate::store::workplaces::insert_workplace;
use crate::store::{Db, Lock};

/// Adds a workplace with an address of its own.
///
/// # Errors
/// When another one has the name, the actor may not, or the database fails.
pub async fn add_workplace(db: &Db, actor: Actor, name: Line) -> Result<WorkplaceId, WorkplaceError> {
    let (ids, key) = (RecordIds::draw()?, EntryKey::from_random(draw()?));
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        check_name(tx, None, &name)?;
        let now = tx.now;
        let id = insert_workplace(tx, &key, &name, now).map_err(taken)?;
        let recorded = [("workplace", id.value().into())];
        append(tx, &ids, actor, Act::WorkplaceAdded, (None, Subject::Settings), recorded)?;
        Ok(id)
    })
    .await
}
