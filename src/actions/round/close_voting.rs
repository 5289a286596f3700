//! Ending the voting: by the clock, by an administrator's click before its time, or from the command line.
//!
//! Either way the round's exclusive lock is held once after the end, so that every cast that came in time is by then
//! committed or failed. Nothing reads the box before.

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, note_voting_closed, round_of, tell_administrators};
use crate::domain::ids::RoundId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::reason::PublicReason;
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::mail::{Message, MessageIds};
use crate::record::{Act, Subject};
use crate::store::rounds::update_window_end;
use crate::store::{Db, Lock};

/// Notes that voting has ended, once its time is over. Doing it again changes nothing.
///
/// # Errors
/// When voting is not over, the actor may not, or the database fails.
pub async fn close_voting(db: &Db, actor: Actor, round: RoundId) -> Result<(), RoundError> {
    let ids = RecordIds::draw()?;
    let message_ids = MessageIds::draw()?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::CloseVoting, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        if found.facts.voting_closed_at.is_some() {
            return Ok(());
        }
        if !found.schedule.over(Window::Voting, tx.now) {
            return Err(RoundError::VotingNotOver);
        }
        note_voting_closed(tx, &ids, actor, &found)?;
        tell_administrators(tx, &message_ids, &found, |slug, round| Message::VotingClosed { slug, round })?;
        Ok(())
    })
    .await
}

/// Ends the voting now, with a public reason.
///
/// # Errors
/// When voting is not open, the actor may not, or the database fails.
pub async fn close_voting_early(db: &Db, actor: Actor, round: RoundId, reason: PublicReason) -> Result<(), RoundError> {
    let shortened = RecordIds::draw()?;
    let closed = RecordIds::draw()?;
    let message_ids = MessageIds::draw()?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::CloseVotingEarly, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        // The fact counts too: the clock that closed may be ahead of this one.
        if found.facts.voting_closed_at.is_some() || !found.schedule.open(Window::Voting, tx.now) {
            return Err(RoundError::VotingNotOpen);
        }
        let before = found.schedule.span(Window::Voting).and_then(|span| span.closes_at);
        let now = tx.now;
        update_window_end(tx, round, Window::Voting, now)?;
        let details = [
            ("window", Window::Voting.as_str().into()),
            ("before", before.map(Instant::to_rfc3339).into()),
            ("after", now.into()),
            ("reason", reason.as_str().into()),
        ];
        append(tx, &shortened, actor, Act::WindowShortened, (Some(round), Subject::Round(found.public_id)), details)?;
        note_voting_closed(tx, &closed, actor, &found)?;
        tell_administrators(tx, &message_ids, &found, |slug, round| Message::VotingClosed { slug, round })?;
        Ok(())
    })
    .await
}
