//! Writing down what a count came to. Counting itself is a job's work, outside of any transaction.

use std::sync::Arc;

use sha2::{Digest, Sha256};

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, round_of, tell_administrators};
use crate::domain::hex;
use crate::domain::ids::RoundId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::Origin;
use crate::mail::{Message, MessageIds};
use crate::record::{Act, Subject};
use crate::store::results::{AllocationRow, list_allocations, replace_allocation};
use crate::store::{Db, Lock};

/// Writes the allocations of all areas of a round down. A count that comes to what stands there changes nothing.
///
/// # Errors
/// When the result is public already, the actor may not, or something fails.
pub async fn record_count(db: &Db, round: RoundId, allocations: Arc<[AllocationRow]>) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    let message_ids = MessageIds::draw()?;
    let hash = allocations.iter().fold(Sha256::new(), |hash, row| hash.chain_update(row.body.as_bytes())).finalize();
    let hash = hex::encode(&hash);
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, Actor::System, Permission::CountRound, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        if found.facts.result_published_at.is_some() {
            return Err(RoundError::AlreadyResult);
        }
        // A worker that died between this and the note that its job is done: the next one counts again.
        if list_allocations(tx, round)? == *allocations {
            return Ok(());
        }
        let now = tx.now;
        for row in allocations.iter() {
            replace_allocation(tx, round, row, now)?;
        }
        let details = [("allocations", hash.as_str().into())];
        append(tx, &ids, Actor::System, Act::CountFinished, (Some(round), Subject::Round(found.public_id)), details)?;
        if found.origin == Origin::Live {
            tell_administrators(tx, &message_ids, &found, |slug, round| Message::ResultCounted { slug, round })?;
        }
        Ok(())
    })
    .await
}
