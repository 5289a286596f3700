//! Making a round public. A live round gets its key here, on the disk before the row that names it.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, round_of};
use crate::domain::ids::RoundId;
use crate::domain::job::Boundary;
use crate::domain::permission::{Actor, Permission};
use crate::domain::round::{Origin, Round};
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::record::{Act, Subject};
use crate::secrecy::KeyDirectory;
use crate::store::jobs::insert_or_update_transition;
use crate::store::rounds::{Fact, update_fact, update_key_fingerprint};
use crate::store::{Db, Lock, StoreError};

/// Makes a round public, from now on and for good.
///
/// # Errors
/// When it is public already, a live round has no window for voting with both ends, or something fails.
pub async fn publish_round(db: &Db, keys: &KeyDirectory, actor: Actor, round: &Round) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    let (id, public_id) = (round.id, round.public_id);
    let fingerprint = match round.origin {
        Origin::Live => Some(keys.create_round_key(&public_id)?.to_string()),
        Origin::Imported | Origin::Generated => None,
    };
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, actor, Permission::PublishRound)?;
        let round = round_of(tx, id)?;
        if round.facts.round_published_at.is_some() {
            return Err(RoundError::AlreadyPublished);
        }
        let now = tx.now;
        update_fact(tx, id, Fact::RoundPublished, now)?;
        if let Some(fingerprint) = &fingerprint {
            let span = round.schedule.span(Window::Voting).ok_or(RoundError::NoVotingWindow)?;
            let (Some(opens), Some(closes)) = (span.opens_at, span.closes_at) else {
                return Err(RoundError::NoVotingWindow);
            };
            update_key_fingerprint(tx, id, Some(fingerprint))?;
            schedule(tx, id, opens, closes)?;
        }
        let details = [("key", fingerprint.as_deref().into())];
        append(tx, &ids, actor, Act::RoundPublished, (Some(id), Subject::Round(public_id)), details)?;
        Ok(())
    })
    .await
}

fn schedule(tx: &mut crate::store::Tx<'_>, round: RoundId, opens: Instant, closes: Instant) -> Result<(), StoreError> {
    insert_or_update_transition(tx, round, Boundary::VotingOpens, opens)?;
    insert_or_update_transition(tx, round, Boundary::VotingCloses, closes)
}
