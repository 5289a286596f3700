//! Bringing ballots in from outside: those of a `.pb` file, or of the generator. They have no roll, no key and no
//! certification, and every page that shows them says so.

use std::sync::Arc;

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, round_of, write_profile};
use crate::domain::ids::RoundId;
use crate::domain::job::JobKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::Origin;
use crate::record::{Act, Subject};
use crate::store::jobs::insert_job;
use crate::store::profile::ProfileBallot;
use crate::store::rounds::{Fact, update_fact};
use crate::store::{Db, Lock};

/// Makes `ballots` the profile of a round whose ballots are not cast here, and lets a job count it.
///
/// # Errors
/// When the round's ballots are cast here, the result is public, the actor may not, or something fails.
pub async fn replace_profile(
    db: &Db,
    actor: Actor,
    round: RoundId,
    ballots: Arc<[ProfileBallot]>,
    progress: impl FnMut(usize, usize),
) -> Result<(), RoundError> {
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::MakeRound, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        match (found.origin, found.facts.result_published_at) {
            (Origin::Live, _) => Err(RoundError::NotBroughtIn),
            (Origin::Imported | Origin::Generated, Some(_)) => Err(RoundError::AlreadyResult),
            (Origin::Imported | Origin::Generated, None) => Ok(()),
        }
    })
    .await?;
    let count = i64::try_from(ballots.len()).unwrap_or(i64::MAX);
    write_profile(db, round, ballots, progress).await?;
    let ids = RecordIds::draw()?;
    db.write(Lock::Round(round), move |tx| {
        let public_id = round_of(tx, round)?.public_id;
        let now = tx.now;
        update_fact(tx, round, Fact::VotingClosed, now)?;
        insert_job(tx, JobKind::CountRound, round, now)?;
        let details = [("ballots", count.into())];
        append(tx, &ids, actor, Act::BallotsOpened, (Some(round), Subject::Round(public_id)), details)?;
        Ok(())
    })
    .await
}
