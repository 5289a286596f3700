//! Changing imprint, privacy text and accessibility statement.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::organisation::{ByLanguage, LegalTexts, Part};
use crate::domain::permission::Actor;
use crate::store::Db;
use crate::store::organisation_parts::update_legal_texts;

/// Changes the texts that every page links.
///
/// # Errors
/// When somebody else changed them meanwhile, the actor may not, or the database fails.
pub async fn edit_texts(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    texts: ByLanguage<LegalTexts>,
) -> Result<(), EditOrganisationError> {
    let languages = texts.keys().cloned().collect();
    edit_part(db, actor, (Part::Texts, seen), languages, move |tx| {
        texts.iter().try_for_each(|(language, text)| update_legal_texts(tx, language, text))
    })
    .await
}
