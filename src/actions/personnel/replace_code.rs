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
use crate::store::accounts::{find_account, update_address_removed, update_disabled};
use crate::store::address_changes::delete_address_change;
use crate::store::personnel::{is_closed_with_code, update_code, update_slip_replaced};
use crate::store::sessions::delete_sessions_of;
use crate::store::{Db, Lock, StoreError};

/// A code in the place of another.
#[derive(Debug)]
pub struct ReplacedCode {
    /// The code, which is kept nowhere.
    pub code: LetterCode,
    /// Whether the account is closed, so that the code works only once it is opened again.
    pub account_closed: bool,
}

/// What becomes of the address with which the account can be entered as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressAfter {
    /// It stays.
    Kept,
    /// It goes, and the password with it: whoever found the slip may have added it.
    Removed,
}

/// Gives the account of a slip another code, which is answered once. The old code and the sessions of the account end at
/// once, and a mail tells the owner who has an address. An account that withdrawing closed opens again; one that was closed
/// for another reason stays closed, and nobody is told.
///
/// # Errors
/// When its owner deleted the account, somebody else changed the code meanwhile, the actor may not, or the database fails.
pub async fn replace_code(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    (serial, seen_version): (PersonnelSerial, i64),
    address: AddressAfter,
) -> Result<ReplacedCode, PersonnelError> {
    let (ids, message_ids) = (RecordIds::draw()?, MessageIds::draw()?);
    let code = LetterCode::from_random(draw()?);
    let mac = keys.personnel_mac(&code);
    let write = db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        let (slip, account) = slip_with_account(tx, serial)?;
        let now = tx.now;
        let opens = is_closed_with_code(tx, account)?;
        if !update_slip_replaced(tx, &slip, seen_version, now)? {
            return Err(PersonnelError::ChangedMeanwhile);
        }
        update_code(tx, account, Some(&mac))?;
        let person = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        if opens {
            update_disabled(tx, account, None)?;
        }
        let account_closed = person.disabled && !opens;
        delete_sessions_of(tx, account, None)?;
        let is_removed = address == AddressAfter::Removed && person.email.is_some();
        let serial = ("serial", i64::from(serial.value()).into());
        let details = [serial].into_iter().chain(is_removed.then(|| ("address_removed", true.into())));
        append(tx, &ids, actor, Act::PersonnelCodeReplaced, (None, Subject::Settings), details)?;
        if !account_closed {
            tell_owner(tx, &message_ids, account, &Message::PersonnelCodeReplaced)?;
        }
        // Only now, for the mail goes to the address that is removed.
        if is_removed {
            update_address_removed(tx, account)?;
            delete_address_change(tx, account)?;
        }
        Ok(account_closed)
    });
    let account_closed = write.await?;
    Ok(ReplacedCode { code, account_closed })
}
