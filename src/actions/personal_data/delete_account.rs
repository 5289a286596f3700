//! Deleting an account that nobody uses, as its owner would.

use super::DeletePersonalDataError;
use crate::actions::steps::{RecordIds, authorise, forget_account, refs_of};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::personal_data::Rule;
use crate::mail::MessageIds;
use crate::secrecy::InstallationKeys;
use crate::store::accounts::lock_unused_account;
use crate::store::personal_data::insert_or_add_count;
use crate::store::{Db, Lock};

/// Deletes an account if its time is over in this very transaction: unused for its period, warned if it can be, without a
/// role. So no administrator ever goes this way. Answers whether it was deleted.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn delete_unused_account(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    account: AccountId,
) -> Result<bool, DeletePersonalDataError> {
    let refs = refs_of(db, keys, account).await?;
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::DeletePersonalData, Scope::Organisation)?;
        let now = tx.now;
        if !lock_unused_account(tx, account, now)? {
            return Ok(false);
        }
        forget_account(tx, (&ids, &message_ids), actor, (account, &refs))?;
        insert_or_add_count(tx, Rule::Accounts, 1)?;
        Ok(true)
    })
    .await
}
