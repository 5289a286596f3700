//! Changing the list of neighbourhoods: names, order, new ones, and those that go.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::ids::NeighbourhoodId;
use crate::domain::organisation::{ByLanguage, Part};
use crate::domain::permission::Actor;
use crate::domain::text::Line;
use crate::store::Db;
use crate::store::neighbourhoods::{
    delete_neighbourhood, insert_neighbourhood, list_neighbourhoods, update_neighbourhood,
};

/// A neighbourhood as it is to be.
#[derive(Debug, Clone)]
pub struct EditNeighbourhood {
    /// Which one; none for a new one.
    pub id: Option<NeighbourhoodId>,
    /// Its name in each language.
    pub names: ByLanguage<Line>,
}

/// Makes the list what `wanted` is, in its order; those that are not in it are removed.
///
/// # Errors
/// When somebody else changed the list meanwhile, the actor may not, or the database fails.
pub async fn edit_neighbourhoods(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    wanted: Vec<EditNeighbourhood>,
) -> Result<(), EditOrganisationError> {
    edit_part(db, actor, (Part::Neighbourhoods, seen), Vec::new(), move |tx| {
        for gone in
            list_neighbourhoods(tx)?.into_iter().filter(|known| wanted.iter().all(|one| one.id != Some(known.id)))
        {
            delete_neighbourhood(tx, gone.id)?;
        }
        for (position, one) in (0_i64..).zip(&wanted) {
            let is_there = match one.id {
                Some(id) => update_neighbourhood(tx, id, position, &one.names)?,
                None => false,
            };
            if !is_there {
                insert_neighbourhood(tx, position, &one.names)?;
            }
        }
        Ok(())
    })
    .await
}
