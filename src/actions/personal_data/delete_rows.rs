//! Deleting a few rows whose time is over, and counting them for the record.

use super::DeletePersonalDataError;
use crate::actions::steps::authorise;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::personal_data::Rule;
use crate::store::personal_data::{delete_overdue, insert_or_add_count};
use crate::store::{Db, Lock};

/// Deletes rows that a rule lets go, at most [`BATCH`](crate::store::personal_data::BATCH) of them. Answers how many.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn delete_rows(db: &Db, actor: Actor, rule: Rule) -> Result<usize, DeletePersonalDataError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::DeletePersonalData, Scope::Organisation)?;
        let now = tx.now;
        let deleted = delete_overdue(tx, rule, now)?;
        if deleted > 0 {
            insert_or_add_count(tx, rule, i64::try_from(deleted).unwrap_or(i64::MAX))?;
        }
        Ok(deleted)
    })
    .await
}
