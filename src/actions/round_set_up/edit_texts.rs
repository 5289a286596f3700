//! Changing what the round is about and what happens with its result.

use super::part::{Edit, change_texts, edit_part};
use super::refusal::SetUpError;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::set_up::RoundPart;
use crate::domain::text::Prose;
use crate::store::Db;

/// The texts in one language as they are to be.
#[derive(Debug, Clone)]
pub struct EditTexts {
    /// What the round is about.
    pub summary: Prose,
    /// What happens with the result.
    pub outcome: Prose,
}

/// Changes the texts.
///
/// # Errors
/// When the part cannot be changed as [`SetUpError`] says.
pub async fn edit_texts(db: &Db, actor: Actor, edit: Edit, wanted: ByLanguage<EditTexts>) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::Texts, edit), move |tx, set_up| {
        Ok(change_texts(tx, set_up, &wanted, |text, typed| {
            typed.summary.as_str().clone_into(&mut text.summary);
            typed.outcome.as_str().clone_into(&mut text.outcome);
        })?)
    })
    .await
}
