//! What acts on people's accounts share: their name in the record, and giving a role.

use super::record::{RecordIds, actor_ref, append};
use super::round::round_of;
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::domain::role::Grant;
use crate::record::canonical::Value;
use crate::record::{Act, ActorRef, Subject};
use crate::store::roles::insert_grant;
use crate::store::{StoreError, Tx};

/// Under which name an account stands in the record as what is acted on.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn account_subject(tx: &mut Tx<'_>, ids: &RecordIds, account: AccountId) -> Result<Subject, StoreError> {
    Ok(match actor_ref(tx, ids, Actor::Member(account))? {
        ActorRef::Office(office) => Subject::Office(office),
        ActorRef::System | ActorRef::CommandLine | ActorRef::Import => Subject::Settings,
    })
}

/// What an entry says of a role: which, and for which round if it is for one.
///
/// # Errors
/// When there is no such round or the database fails.
pub fn grant_details(tx: &mut Tx<'_>, grant: Grant) -> Result<Vec<(&'static str, Value)>, StoreError> {
    let mut details = vec![("role", grant.role.as_str().into())];
    if let Some(round) = grant.round {
        details.push(("round", round_of(tx, round)?.public_id.to_string().into()));
    }
    Ok(details)
}

/// Entrusts an account with a role and enters it. An account that holds the role answers [`StoreError::Conflict`].
///
/// # Errors
/// When the account holds the role or the database fails.
pub fn give_role(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    account: AccountId,
    grant: Grant,
) -> Result<(), StoreError> {
    let now = tx.now;
    insert_grant(tx, account, grant, now)?;
    let subject = account_subject(tx, ids, account)?;
    let details = grant_details(tx, grant)?;
    append(tx, ids, actor, Act::RoleGiven, (None, subject), details)
}
