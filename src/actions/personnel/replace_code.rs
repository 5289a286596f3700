//! Replacing the code of a slip that was lost. The account stays the same.

use super::refusal::{PersonnelError, slip_with_account};
use crate::actions::steps::{RecordIds, append, authorise, tell_owner};
use crate::domain::ids::PersonnelSerial;
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::mail::{Message, MessageIds};
use crate::record::{Act, Subject};
use crate::secrecy::InstallationKeys;
use crate::secrecy::randomness::draw;
use crate::store::accounts::{find_account, update_disabled};
use crate::store::personnel::{update_code, update_slip_replaced};
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock, StoreError};

/// Gives the account of a slip another code, which is answered once and kept nowhere. The old code and the sessions of the
/// account end at once, and a mail tells the owner who has an address. An account that withdrawing closed opens again.
///
/// # Errors
/// When its owner deleted the account, somebody else changed the code meanwhile, the actor may not, or the database fails.
pub async fn replace_code(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    (serial, seen_version): (PersonnelSerial, i64),
) -> Result<LetterCode, PersonnelError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    let code = LetterCode::from_random(draw()?);
    let mac = keys.personnel_mac(&code);
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        let (slip, account) = slip_with_account(tx, serial)?;
        let now = tx.now;
        if !update_slip_replaced(tx, &slip, seen_version, now)? {
            return Err(PersonnelError::ChangedMeanwhile);
        }
        update_code(tx, account, Some(&mac))?;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        // Only what withdrawing closed is opened again.
        if slip.withdrawn_at.is_some() && person.email.is_none() {
            update_disabled(tx, account, None)?;
        }
        delete_sessions_of(tx, account, None)?;
        let details = [("serial", i64::from(serial.value()).into())];
        append(tx, &ids, actor, Act::PersonnelCodeReplaced, (None, Subject::Settings), details)?;
        Ok(tell_owner(tx, &message_ids, account, &Message::PersonnelCodeReplaced)?)
    })
    .await?;
    Ok(code)
}
