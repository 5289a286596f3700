//! Appending to the record, in the transaction of the act.

use crate::domain::ids::{AccountId, RoundId};
use crate::domain::permission::Actor;
use crate::record::canonical::Value;
use crate::record::{Act, ActorRef, EntryDraft, EntryId, OfficeRef, Subject};
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::store::accounts::{find_actor_ref, insert_actor_ref};
use crate::store::entries::insert_entry;
use crate::store::{StoreError, Tx};

/// The random ids of an entry, drawn before the transaction.
#[derive(Debug, Clone, Copy)]
pub struct RecordIds {
    entry: EntryId,
    actor: OfficeRef,
    subject: OfficeRef,
}

impl RecordIds {
    /// Draws the ids of an entry, and of the accounts that act and are acted on in case that they have none yet.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn draw() -> Result<Self, RandomnessError> {
        Ok(Self { entry: EntryId::new(draw()?), actor: OfficeRef::new(draw()?), subject: OfficeRef::new(draw()?) })
    }
}

/// Under which name an actor stands in the record. An account gets a random one at its first act.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn actor_ref(tx: &mut Tx<'_>, ids: &RecordIds, actor: Actor) -> Result<ActorRef, StoreError> {
    match actor {
        Actor::Member(account) | Actor::Office(account) => office_ref(tx, account, ids.actor).map(ActorRef::Office),
        Actor::CommandLine => Ok(ActorRef::CommandLine),
        Actor::Anonymous => Ok(ActorRef::Public),
        // No voter passes the check of permission for an act that is entered.
        Actor::System | Actor::Voter(_) => Ok(ActorRef::System),
    }
}

/// Under which name an account stands in the record as what is acted on.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn account_subject(tx: &mut Tx<'_>, ids: &RecordIds, account: AccountId) -> Result<Subject, StoreError> {
    office_ref(tx, account, ids.subject).map(Subject::Office)
}

/// The name that an account has, or the fresh one.
fn office_ref(tx: &mut Tx<'_>, account: AccountId, fresh: OfficeRef) -> Result<OfficeRef, StoreError> {
    match find_actor_ref(tx, account)? {
        Some(text) => OfficeRef::parse(&text).ok_or_else(|| StoreError::corrupt("actors", "actor_ref", &text)),
        None => {
            insert_actor_ref(tx, account, &fresh.to_string())?;
            Ok(fresh)
        }
    }
}

/// Appends an entry.
///
/// # Errors
/// When the database fails.
pub fn append(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    act: Act,
    (round, subject): (Option<RoundId>, Subject),
    details: impl IntoIterator<Item = (&'static str, Value)>,
) -> Result<(), StoreError> {
    let actor = actor_ref(tx, ids, actor)?;
    let draft = EntryDraft::new(ids.entry, act, actor, subject);
    let entry = details.into_iter().fold(draft, |draft, (name, value)| draft.with(name, value)).at(tx.now);
    insert_entry(tx, round, &entry)
}
