//! Making a round public. A live round gets its key here, on the disk before the row that names it.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, round_of};
use crate::domain::ids::RoundId;
use crate::domain::job::Boundary;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::{Origin, Round};
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::record::{Act, Subject};
use crate::secrecy::KeyDirectory;
use crate::store::jobs::insert_or_update_transition;
use crate::store::rounds::{Fact, update_fact, update_key_fingerprint};
use crate::store::{Db, Lock, StoreError, Tx};

/// Makes a round public, from now on and for good.
///
/// # Errors
/// When it is public already, a live round has no window for voting with both ends, or something fails.
pub async fn publish_round(db: &Db, keys: &KeyDirectory, actor: Actor, round: &Round) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    let (id, public_id) = (round.id, round.public_id);
    // Asked before the key is made: otherwise whoever may not publish would leave a key, or bring a destroyed one back.
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, actor, Permission::PublishRound, Scope::Round(id))?;
        ready(&round_of(tx, id)?).map(drop)
    })
    .await?;
    let fingerprint = match round.origin {
        Origin::Live => Some(keys.create_round_key(&public_id)?.to_string()),
        Origin::Imported | Origin::Generated => None,
    };
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, actor, Permission::PublishRound, Scope::Round(id))?;
        let voting = ready(&round_of(tx, id)?)?;
        let now = tx.now;
        update_fact(tx, id, Fact::RoundPublished, now)?;
        if let (Some(fingerprint), Some((opens, closes))) = (&fingerprint, voting) {
            update_key_fingerprint(tx, id, Some(fingerprint))?;
            schedule(tx, id, opens, closes)?;
        }
        let details = [("key", fingerprint.as_deref().into())];
        append(tx, &ids, actor, Act::RoundPublished, (Some(id), Subject::Round(public_id)), details)?;
        Ok(())
    })
    .await
}

/// Both ends of a live round's voting, if the round may become public.
fn ready(round: &Round) -> Result<Option<(Instant, Instant)>, RoundError> {
    if round.facts.round_published_at.is_some() {
        return Err(RoundError::AlreadyPublished);
    }
    let span = round.schedule.span(Window::Voting).unwrap_or_default();
    match (round.origin, span.opens_at.zip(span.closes_at)) {
        (Origin::Imported | Origin::Generated, _) => Ok(None),
        (Origin::Live, Some(ends)) => Ok(Some(ends)),
        (Origin::Live, None) => Err(RoundError::NoVotingWindow),
    }
}

fn schedule(tx: &mut Tx<'_>, round: RoundId, opens: Instant, closes: Instant) -> Result<(), StoreError> {
    insert_or_update_transition(tx, round, Boundary::VotingOpens, opens)?;
    insert_or_update_transition(tx, round, Boundary::VotingCloses, closes)
}
