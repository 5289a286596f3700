//! Changing how people get help.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::email::Email;
use crate::domain::organisation::{ByLanguage, HelpWords, Part};
use crate::domain::permission::Actor;
use crate::domain::telephone::Telephone;
use crate::store::Db;
use crate::store::organisation_parts::{update_help, update_help_words};

/// How people get help.
#[derive(Debug, Clone)]
pub struct EditHelp {
    /// The telephone number.
    pub telephone: Option<Telephone>,
    /// The address to write to.
    pub email: Option<Email>,
    /// Hours and place.
    pub words: ByLanguage<HelpWords>,
}

/// Changes how people get help.
///
/// # Errors
/// When somebody else changed it meanwhile, the actor may not, or the database fails.
pub async fn edit_help(db: &Db, actor: Actor, seen: SeenVersion, edit: EditHelp) -> Result<(), EditOrganisationError> {
    let languages = edit.words.keys().cloned().collect();
    edit_part(db, actor, (Part::Help, seen), languages, move |tx| {
        update_help(tx, edit.telephone.as_ref(), edit.email.as_ref())?;
        edit.words.iter().try_for_each(|(language, words)| update_help_words(tx, language, words))
    })
    .await
}
