//! Deleting an account with everything that names the person. The record keeps the acts under a random name that leads to
//! nobody any more.

use super::enqueue::{Outgoing, enqueue};
use super::record::{RecordIds, account_subject, append};
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::secrecy::{AccountRefs, InstallationKeys};
use crate::store::accessibility_reports::update_reporters_forgotten;
use crate::store::accounts::{delete_account, delete_actor_ref, find_account};
use crate::store::address_changes::{delete_address_change, find_address_change};
use crate::store::api_tokens::delete_api_tokens;
use crate::store::follow_requests::delete_follow_requests_of;
use crate::store::followers::delete_follower;
use crate::store::invitations::delete_invitations_to;
use crate::store::mails::{delete_mails_named, delete_mails_to};
use crate::store::personnel::update_slip_forgets_account;
use crate::store::proposal_entries::update_entries_forget_account;
use crate::store::proposal_scans::update_scans_of_author_removed;
use crate::store::proposals::update_author_forgotten;
use crate::store::questions::update_askers_forgotten;
use crate::store::roles::{delete_grants, list_grants};
use crate::store::rounds::{list_round_ids, list_rounds};
use crate::store::second_factors::delete_second_factor;
use crate::store::sessions::delete_sessions_of;
use crate::store::sign_ins::delete_sign_ins_of;
use crate::store::supports::delete_supports_of;
use crate::store::{Db, StoreError, Tx};

/// Under which names an account stands on what it did, reckoned before the transaction that forgets them.
///
/// # Errors
/// When the database fails.
pub async fn refs_of(db: &Db, keys: &InstallationKeys, account: AccountId) -> Result<AccountRefs, StoreError> {
    let rounds = db.read(list_round_ids).await?;
    Ok(keys.account_refs(&rounds, account))
}

/// Enters the deletion, deletes the account and tells its address. Roles end with it, and what is written of those that
/// were taken goes as well: the record says which roles were held when, without a name.
///
/// # Errors
/// When the database fails.
pub fn forget_account(
    tx: &mut Tx<'_>,
    (ids, message_ids): (&RecordIds, &MessageIds),
    actor: Actor,
    (account, refs): (AccountId, &AccountRefs),
) -> Result<(), StoreError> {
    let Some(found) = find_account(tx, account)? else { return Ok(()) };
    let (grants, now) = (list_grants(tx, account)?, tx.now);
    let subject = account_subject(tx, ids, account)?;
    let roles = grants.iter().map(|grant| grant.role.as_str().into()).collect::<Vec<_>>();
    append(tx, ids, actor, Act::AccountDeleted, (None, subject), [("roles", roles.into())])?;
    delete_sessions_of(tx, account, None)?;
    delete_second_factor(tx, account)?;
    if let Some(change) = find_address_change(tx, account, now)? {
        // It may be somebody else's, whose own mails stay.
        delete_mails_named(tx, &change.email, Message::ConfirmAddress.name())?;
    }
    delete_address_change(tx, account)?;
    delete_grants(tx, account)?;
    delete_api_tokens(tx, account)?;
    update_slip_forgets_account(tx, account)?;
    update_entries_forget_account(tx, account)?;
    delete_actor_ref(tx, account)?;
    let taking = list_rounds(tx)?.into_iter().filter(|round| round.takes_supports(now)).map(|round| round.id);
    delete_supports_of(tx, refs, &taking.collect::<Vec<_>>())?;
    update_author_forgotten(tx, (found.email.as_ref(), refs))?;
    if let Some(email) = &found.email {
        delete_sign_ins_of(tx, email)?;
        delete_invitations_to(tx, email)?;
        delete_mails_to(tx, email)?;
        delete_follow_requests_of(tx, email)?;
        delete_follower(tx, email)?;
        update_scans_of_author_removed(tx, email, now)?;
        update_askers_forgotten(tx, email)?;
        update_reporters_forgotten(tx, email)?;
        // The last mail takes its address along as soon as it is sent.
        let language = Language::from_code(&found.language).unwrap_or_default();
        enqueue(tx, message_ids, 0, Outgoing::new(&Message::AccountDeleted, email, language))?;
    }
    delete_account(tx, account)
}
