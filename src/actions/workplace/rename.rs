//! Renaming a workplace. Its address stays.

use super::refusal::{WorkplaceError, check_name, taken};
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::ids::WorkplaceId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::text::Line;
use crate::record::{Act, Subject};
use crate::store::workplaces::update_workplace_name;
use crate::store::{Db, Lock};

/// Renames a workplace.
///
/// # Errors
/// When another one has the name, somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn rename_workplace(
    db: &Db,
    actor: Actor,
    (id, seen_version): (WorkplaceId, i64),
    name: Line,
) -> Result<(), WorkplaceError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        check_name(tx, Some(id), &name)?;
        if !update_workplace_name(tx, id, seen_version, &name).map_err(taken)? {
            return Err(WorkplaceError::ChangedMeanwhile);
        }
        let recorded = [("workplace", id.value().into())];
        append(tx, &ids, actor, Act::WorkplaceRenamed, (None, Subject::Settings), recorded)?;
        Ok(())
    })
    .await
}
