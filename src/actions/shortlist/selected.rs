//! What the acts on a shortlist have in common: it may still be changed, by whoever asks.

use super::refusal::ShortlistError;
use crate::actions::steps::{authorise, round_of};
use crate::domain::ids::{ProposalNumber, RoundId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::Round;
use crate::store::proposals::find_proposal;
use crate::store::shortlist::{Candidate, find_candidate, find_frozen};
use crate::store::{StoreError, Tx};

/// The round, for whoever makes its shortlist.
pub(super) fn selected_round(tx: &mut Tx<'_>, actor: Actor, round: RoundId) -> Result<Round, ShortlistError> {
    authorise(tx, actor, Permission::SelectProjects, Scope::Round(round))?;
    Ok(round_of(tx, round)?)
}

/// The round, for whoever makes its shortlist before anybody votes.
pub(super) fn selecting(tx: &mut Tx<'_>, actor: Actor, round: RoundId) -> Result<Round, ShortlistError> {
    let round = selected_round(tx, actor, round)?;
    if round.voting_has_begun(tx.now) { Err(ShortlistError::VotingBegan) } else { Ok(round) }
}

/// A candidate of a round whose shortlist can still be changed.
pub(super) fn candidate(
    tx: &mut Tx<'_>,
    actor: Actor,
    number: ProposalNumber,
) -> Result<(Round, Candidate), ShortlistError> {
    let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
    let round = selecting(tx, actor, proposal.round)?;
    if find_frozen(tx, round.id)?.is_some() {
        return Err(ShortlistError::Frozen);
    }
    let candidate = find_candidate(tx, round.id, proposal.id)?.ok_or(ShortlistError::NoCandidate)?;
    Ok((round, candidate))
}
