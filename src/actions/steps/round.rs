//! The round of an act, and the end of its voting.

use super::record::{RecordIds, append};
use crate::domain::ids::RoundId;
use crate::domain::job::Boundary;
use crate::domain::permission::Actor;
use crate::domain::round::Round;
use crate::domain::schedule::Span;
use crate::record::{Act, Subject};
use crate::store::jobs::{insert_or_update_transition, update_transition_done};
use crate::store::participations::count_participations;
use crate::store::rounds::{Fact, find_round, update_fact};
use crate::store::{StoreError, Tx};

/// The round as it is inside this transaction.
///
/// # Errors
/// [`StoreError::NotFound`] when there is none.
pub fn round_of(tx: &mut Tx<'_>, round: RoundId) -> Result<Round, StoreError> {
    find_round(tx, round)?.ok_or(StoreError::NotFound)
}

/// Notes that voting has ended; the caller holds the round's exclusive lock, after the end.
///
/// # Errors
/// When the database fails.
pub fn note_voting_closed(tx: &mut Tx<'_>, ids: &RecordIds, actor: Actor, round: &Round) -> Result<(), StoreError> {
    let now = tx.now;
    update_fact(tx, round.id, Fact::VotingClosed, now)?;
    update_transition_done(tx, round.id, Boundary::VotingCloses, now)?;
    let participants: i64 = count_participations(tx, round.id)?.iter().map(|(_, _, people)| people).sum();
    let details = [("participants", participants.into())];
    append(tx, ids, actor, Act::VotingClosed, (Some(round.id), Subject::Round(round.public_id)), details)
}

/// Says what follows from the two ends of a public round's voting, or moves it.
///
/// # Errors
/// When the database fails.
pub fn schedule_voting(tx: &mut Tx<'_>, round: RoundId, span: Span) -> Result<(), StoreError> {
    let ends = [(Boundary::VotingOpens, span.opens_at), (Boundary::VotingCloses, span.closes_at)];
    for (boundary, at) in ends {
        if let Some(at) = at {
            insert_or_update_transition(tx, round, boundary, at)?;
        }
    }
    Ok(())
}
