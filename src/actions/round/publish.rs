//! Making a round public. A live round gets its key here, on the disk before the row that names it.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, languages_on_offer, round_of, schedule_voting};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::{Origin, Round};
use crate::domain::schedule::{Span, Window};
use crate::record::{Act, Subject};
use crate::secrecy::KeyDirectory;
use crate::store::rounds::{Fact, update_fact, update_key_fingerprint};
use crate::store::set_up::find_set_up;
use crate::store::{Db, Lock, Tx};

/// Makes a round public, from now on and for good.
///
/// # Errors
/// When it is public already, a part of a live round's set-up is incomplete, or something fails.
pub async fn publish_round(db: &Db, keys: &KeyDirectory, actor: Actor, round: &Round) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    let (id, public_id) = (round.id, round.public_id);
    // Asked before the key is made: otherwise whoever may not publish would leave a key, or bring a destroyed one back.
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, actor, Permission::PublishRound, Scope::Round(id))?;
        let found = round_of(tx, id)?;
        ready(tx, found).map(drop)
    })
    .await?;
    let fingerprint = match round.origin {
        Origin::Live => Some(keys.create_round_key(&public_id)?.to_string()),
        Origin::Imported | Origin::Generated => None,
    };
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, actor, Permission::PublishRound, Scope::Round(id))?;
        let found = round_of(tx, id)?;
        let voting = ready(tx, found)?;
        let now = tx.now;
        update_fact(tx, id, Fact::RoundPublished, now)?;
        if let (Some(fingerprint), Some(voting)) = (&fingerprint, voting) {
            update_key_fingerprint(tx, id, Some(fingerprint))?;
            schedule_voting(tx, id, voting)?;
        }
        let details = [("key", fingerprint.as_deref().into())];
        append(tx, &ids, actor, Act::RoundPublished, (Some(id), Subject::Round(public_id)), details)?;
        Ok(())
    })
    .await
}

/// The span of a live round's voting, if the round may become public.
fn ready(tx: &mut Tx<'_>, round: Round) -> Result<Option<Span>, RoundError> {
    if round.facts.round_published_at.is_some() {
        return Err(RoundError::AlreadyPublished);
    }
    match round.origin {
        Origin::Imported | Origin::Generated => Ok(None),
        Origin::Live => {
            let set_up = find_set_up(tx, round)?;
            let languages = languages_on_offer(tx)?;
            let lacks = set_up.all_lacks(&languages, tx.now);
            if lacks.is_empty() {
                Ok(set_up.round.schedule.span(Window::Voting))
            } else {
                Err(RoundError::Incomplete(lacks))
            }
        }
    }
}
