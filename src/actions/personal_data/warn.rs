//! Warning somebody whose account nobody has used for long.

use chrono::NaiveDate;

use super::DeletePersonalDataError;
use crate::actions::steps::{Outgoing, authorise, enqueue};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::personal_data::account_deleted_on;
use crate::locale::{Language, first_moment};
use crate::mail::{Message, MessageIds};
use crate::store::accounts::{find_account, update_warned_on};
use crate::store::organisation::find_zone;
use crate::store::{Db, Lock};

/// Sends the warning with the day of the deletion, unless somebody signed in since `used_on` or was warned already. Whoever
/// cannot sign in, because the account is closed, is told whom to ask.
/// Answers whether it was sent. A warning that has not left by that day is of no use and never leaves; it does not count.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn warn_of_deletion(
    db: &Db,
    actor: Actor,
    (account, used_on): (AccountId, NaiveDate),
) -> Result<bool, DeletePersonalDataError> {
    let ids = MessageIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::DeletePersonalData, Scope::Organisation)?;
        let today = tx.now.to_utc().date();
        let Some(found) = find_account(tx, account)? else { return Ok(false) };
        let Some(email) = &found.email else { return Ok(false) };
        if !update_warned_on(tx, account, used_on, today)? {
            return Ok(false);
        }
        let deleted_on = account_deleted_on(used_on, today);
        let message = if found.disabled {
            Message::ClosedAccountUnused { deleted_on }
        } else {
            Message::AccountUnused { deleted_on }
        };
        let language = Language::from_code(&found.language).unwrap_or_default();
        let expires_at = first_moment(deleted_on, find_zone(tx)?);
        enqueue(tx, &ids, 0, Outgoing { expires_at: Some(expires_at), ..Outgoing::new(&message, email, language) })?;
        Ok(true)
    })
    .await
}
