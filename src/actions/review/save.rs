//! Saving the form of a review without a verdict. Nobody but the office sees it.

use super::refusal::ReviewError;
use super::reviewed::{SeenVersion, reviewed};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::Actor;
use crate::store::reviews::ReviewChange;
use crate::store::{Db, Lock};

/// Keeps the form as it was typed, whatever is in it.
///
/// # Errors
/// [`ReviewError::ChangedMeanwhile`], [`ReviewError::NotReviewed`], [`ReviewError::OtherDepartment`]; when the actor may
/// not, or the database fails.
pub async fn save_review(
    db: &Db,
    actor: Actor,
    (number, seen): (ProposalNumber, SeenVersion),
    fields: String,
) -> Result<(), ReviewError> {
    db.write(Lock::Nothing, move |tx| {
        let found = reviewed(tx, actor, (number, seen))?;
        found.change(tx, ReviewChange { fields: Some(fields.clone()), ..ReviewChange::default() })
    })
    .await
}
