//! Changing what council, neighbourhood and fund are called.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::organisation::{ByLanguage, OwnWords, Part};
use crate::domain::permission::Actor;
use crate::store::Db;
use crate::store::organisation_parts::update_own_words;

/// Changes what things are called.
///
/// # Errors
/// When somebody else changed them meanwhile, the actor may not, or the database fails.
pub async fn edit_words(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    texts: ByLanguage<OwnWords>,
) -> Result<(), EditOrganisationError> {
    let languages = texts.keys().cloned().collect();
    edit_part(db, actor, (Part::Words, seen), languages, move |tx| {
        texts.iter().try_for_each(|(language, text)| update_own_words(tx, language, text))
    })
    .await
}
