//! Changing the texts in easy language and the way to sign language.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::organisation::{ByLanguage, EasyTexts, Part};
use crate::domain::permission::Actor;
use crate::store::Db;
use crate::store::organisation_parts::update_easy_texts;

/// Changes the texts in easy language.
///
/// # Errors
/// When somebody else changed them meanwhile, the actor may not, or the database fails.
pub async fn edit_easy(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    texts: ByLanguage<EasyTexts>,
) -> Result<(), EditOrganisationError> {
    let languages = texts.keys().cloned().collect();
    edit_part(db, actor, (Part::Easy, seen), languages, move |tx| {
        texts.iter().try_for_each(|(language, text)| update_easy_texts(tx, language, text))
    })
    .await
}
