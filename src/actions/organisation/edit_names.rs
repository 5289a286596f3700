//! Changing the names of the organisation and of the service.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::organisation::{ByLanguage, Names, Part};
use crate::domain::permission::Actor;
use crate::store::Db;
use crate::store::organisation_parts::update_names;

/// Changes the names.
///
/// # Errors
/// When somebody else changed them meanwhile, the actor may not, or the database fails.
pub async fn edit_names(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    texts: ByLanguage<Names>,
) -> Result<(), EditOrganisationError> {
    let languages = texts.keys().cloned().collect();
    edit_part(db, actor, (Part::Name, seen), languages, move |tx| {
        texts.iter().try_for_each(|(language, text)| update_names(tx, language, text))
    })
    .await
}
