//! Changing the logo or what it says, or taking it away. The picture was made and stored before.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::organisation::{ByLanguage, Part};
use crate::domain::permission::Actor;
use crate::domain::text::Line;
use crate::store::Db;
use crate::store::organisation::Logo;
use crate::store::organisation_parts::{replace_logo, update_logo_words};

/// What becomes of the picture.
#[derive(Debug, Clone)]
pub enum LogoPicture {
    /// It stays as it is; only its words change.
    Kept,
    /// This one takes its place. Its bytes are on the disk.
    New(Logo),
    /// It goes.
    Removed,
}

/// Changes the logo and what it says to those who do not see it.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn edit_logo(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    (picture, words): (LogoPicture, ByLanguage<Line>),
) -> Result<(), EditOrganisationError> {
    let languages = words.keys().cloned().collect();
    edit_part(db, actor, (Part::Logo, seen), languages, move |tx| {
        match &picture {
            LogoPicture::Kept => {}
            LogoPicture::New(logo) => replace_logo(tx, Some(logo))?,
            LogoPicture::Removed => replace_logo(tx, None)?,
        }
        words.iter().try_for_each(|(language, words)| update_logo_words(tx, language, words))
    })
    .await
}
