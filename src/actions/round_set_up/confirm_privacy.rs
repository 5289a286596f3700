//! Confirming what is kept of people, and whether proposals are read first.

use super::part::{Edit, edit_part};
use super::refusal::SetUpError;
use crate::domain::permission::Actor;
use crate::domain::set_up::RoundPart;
use crate::store::Db;
use crate::store::set_up::update_checked_first;

/// Says whether somebody of the office reads a proposal before everybody sees it. That the actor has looked at what is
/// kept of people is what the saved part stands for.
///
/// # Errors
/// When the part cannot be changed as [`SetUpError`] says.
pub async fn confirm_privacy(db: &Db, actor: Actor, edit: Edit, checked_first: bool) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::Privacy, edit), move |tx, set_up| {
        Ok(update_checked_first(tx, set_up.round.id, checked_first)?)
    })
    .await
}
