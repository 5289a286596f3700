//! What follows when the clock passes the beginning of voting: the roll is noted as it is.
//!
//! Voting itself opens by the clock, whether or not this was done.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, read_roll, round_of};
use crate::domain::ids::RoundId;
use crate::domain::job::Boundary;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::jobs::update_transition_done;
use crate::store::{Db, Lock};

/// Notes the size and the hash of the roll at the beginning of voting. Doing it again changes nothing.
///
/// # Errors
/// When the actor may not, or the database fails.
pub async fn open_voting(db: &Db, actor: Actor, round: RoundId) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    let roll = read_roll(db, round).await?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::CloseVoting, Scope::Round(round))?;
        let public_id = round_of(tx, round)?.public_id;
        let now = tx.now;
        if !update_transition_done(tx, round, Boundary::VotingOpens, now)? {
            return Ok(());
        }
        let details = [("roll_size", roll.size.into()), ("roll_hash", roll.hash.as_str().into())];
        append(tx, &ids, actor, Act::VotingOpened, (Some(round), Subject::Round(public_id)), details)?;
        Ok(())
    })
    .await
}
