//! Changing who may propose, support and vote.

use super::part::{Edit, change_texts, edit_part};
use super::refusal::SetUpError;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::round::Eligible;
use crate::domain::set_up::RoundPart;
use crate::domain::text::Prose;
use crate::store::Db;
use crate::store::set_up::update_eligible;

/// Who may do what, as it is to be.
#[derive(Debug, Clone)]
pub struct EditPeople {
    /// Who may propose.
    pub proposers: Eligible,
    /// Who may support.
    pub supporters: Eligible,
    /// Who may vote, in the organisation's words in each language. Who really may stands on the roll.
    pub who_may_vote: ByLanguage<Prose>,
}

/// Changes who may do what.
///
/// # Errors
/// When the part cannot be changed as [`SetUpError`] says.
pub async fn edit_people(db: &Db, actor: Actor, edit: Edit, wanted: EditPeople) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::People, edit), move |tx, set_up| {
        update_eligible(tx, set_up.round.id, (wanted.proposers, wanted.supporters))?;
        Ok(change_texts(tx, set_up, &wanted.who_may_vote, |text, who| who.as_str().clone_into(&mut text.who_may_vote))?)
    })
    .await
}
