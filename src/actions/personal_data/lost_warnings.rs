//! Taking back that somebody was warned whose warning never left.

use super::DeletePersonalDataError;
use crate::actions::steps::authorise;
use crate::domain::ids::MailId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::mail::Message;
use crate::store::accounts::update_lost_warnings;
use crate::store::personal_data::BATCH;
use crate::store::{Db, Lock};

/// Takes back the warnings that never left, so that their owners are warned anew; how often says
/// [`WARNINGS`](crate::domain::personal_data::WARNINGS). Looks at the next [`BATCH`] mails after one. Answers the last one
/// that it looked at, after which the next batch begins; nothing when there is none.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn forget_lost_warnings(
    db: &Db,
    actor: Actor,
    after: Option<MailId>,
) -> Result<Option<MailId>, DeletePersonalDataError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::DeletePersonalData, Scope::Organisation)?;
        let now = tx.now;
        Ok(update_lost_warnings(tx, now, &Message::DELETION_WARNINGS, (after, BATCH))?)
    })
    .await
}
