//! Deleting the rows of scans whose files are gone, and counting them for the record.

use super::DeletePersonalDataError;
use crate::actions::steps::authorise;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::personal_data::Rule;
use crate::store::personal_data::insert_or_add_count;
use crate::store::proposal_scans::delete_scans as delete_rows_of_scans;
use crate::store::{Db, Lock};

/// Deletes the rows that named these files. Answers how many there were.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn delete_scans(db: &Db, actor: Actor, hashes: Vec<String>) -> Result<usize, DeletePersonalDataError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::DeletePersonalData, Scope::Organisation)?;
        let deleted = delete_rows_of_scans(tx, &hashes)?;
        if deleted > 0 {
            insert_or_add_count(tx, Rule::Scans, i64::try_from(deleted).unwrap_or(i64::MAX))?;
        }
        Ok(deleted)
    })
    .await
}
