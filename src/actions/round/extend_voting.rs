//! Moving the end of voting to a later time, with a public reason. Only while voting is open.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, round_of};
use crate::domain::ids::RoundId;
use crate::domain::job::Boundary;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::reason::PublicReason;
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::record::{Act, Subject};
use crate::store::jobs::insert_or_update_transition;
use crate::store::rounds::update_window_end;
use crate::store::{Db, Lock};

/// Moves the end of voting to `closes_at`.
///
/// # Errors
/// When voting is not open, the new end is not later than the present one, or the actor may not.
pub async fn extend_voting(
    db: &Db,
    actor: Actor,
    round: RoundId,
    closes_at: Instant,
    reason: PublicReason,
) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::ExtendVoting, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        // The fact counts too: the clock that closed may be ahead of this one.
        if found.facts.voting_closed_at.is_some() || !found.schedule.open(Window::Voting, tx.now) {
            return Err(RoundError::VotingNotOpen);
        }
        let before = found.schedule.span(Window::Voting).and_then(|span| span.closes_at);
        if before.is_some_and(|present| closes_at <= present) || closes_at <= tx.now {
            return Err(RoundError::NotLater);
        }
        update_window_end(tx, round, Window::Voting, closes_at)?;
        insert_or_update_transition(tx, round, Boundary::VotingCloses, closes_at)?;
        let details = [
            ("window", Window::Voting.as_str().into()),
            ("before", before.map(Instant::to_rfc3339).into()),
            ("after", closes_at.into()),
            ("reason", reason.as_str().into()),
        ];
        append(tx, &ids, actor, Act::WindowExtended, (Some(round), Subject::Round(found.public_id)), details)?;
        Ok(())
    })
    .await
}
