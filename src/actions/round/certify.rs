//! Certifying: an administrator signs that the box may be opened. What follows is a job's work.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, read_roll, round_of};
use crate::domain::ids::RoundId;
use crate::domain::job::JobKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::ballots::count_ballots;
use crate::store::jobs::insert_job;
use crate::store::participations::count_participations;
use crate::store::rounds::{Fact, update_fact};
use crate::store::turnout::insert_turnout;
use crate::store::{Db, Lock};

/// Certifies a round and lets a job open the box, destroy the round's key and count.
///
/// # Errors
/// When voting is not closed, somebody certified before, box and roll do not agree, or the actor may not.
pub async fn certify_round(db: &Db, actor: Actor, round: RoundId) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    // It may have grown since voting began: by codes that were made meanwhile, and by everybody who came with an account.
    let roll = read_roll(db, round).await?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::CertifyRound, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        if found.facts.voting_closed_at.is_none() {
            return Err(RoundError::VotingNotClosed);
        }
        if found.facts.certified_at.is_some() {
            return Err(RoundError::AlreadyCertified);
        }
        let now = tx.now;
        let ballots = count_ballots(tx, round)?;
        let turnout = count_participations(tx, round)?;
        let people = turnout.iter().map(|(_, _, people)| people).sum();
        if ballots != people {
            return Err(RoundError::NotReconciled { ballots, people });
        }
        insert_turnout(tx, round, &turnout, roll.size)?;
        update_fact(tx, round, Fact::Certified, now)?;
        insert_job(tx, JobKind::OpenBox, round, now)?;
        let details =
            [("ballots", ballots.into()), ("roll_size", roll.size.into()), ("roll_hash", roll.hash.as_str().into())];
        append(tx, &ids, actor, Act::RoundCertified, (Some(round), Subject::Round(found.public_id)), details)?;
        Ok(())
    })
    .await
}
