//! Ending a run of the deletion, with its line in the record.

use super::DeletePersonalDataError;
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::time::Instant;
use crate::record::{Act, Subject};
use crate::store::personal_data::{delete_counts, update_deletion_done};
use crate::store::{Db, Lock};

/// Enters how much of each kind was deleted, also by a run that came to no end, and says when the deletion is due again.
/// One line for a whole run, so one a day; none when nothing was deleted.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn enter_deletions(db: &Db, actor: Actor, due_at: Instant) -> Result<(), DeletePersonalDataError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::DeletePersonalData, Scope::Organisation)?;
        let (now, counts) = (tx.now, delete_counts(tx)?);
        if !counts.is_empty() {
            let details = counts.iter().map(|(rule, deleted)| (rule.as_str(), (*deleted).into()));
            append(tx, &ids, actor, Act::PersonalDataDeleted, (None, Subject::Settings), details)?;
        }
        Ok(update_deletion_done(tx, now, due_at)?)
    })
    .await
}
