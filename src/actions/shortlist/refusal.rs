//! Why the shortlist of a round is not changed.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::ids::ProposalNumber;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why something was not done with a shortlist.
#[derive(Debug, Error)]
pub enum ShortlistError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The verdict on the proposal does not lead to the vote, or it was taken back or hidden.
    #[error("the proposal does not go to the vote")]
    NoCandidate,
    /// The shortlist is frozen.
    #[error("the shortlist is frozen")]
    Frozen,
    /// The shortlist is not frozen, so it cannot be opened again.
    #[error("the shortlist is not frozen")]
    NotFrozen,
    /// People vote, or have voted.
    #[error("voting has begun")]
    VotingBegan,
    /// The projects of the round did not come from its proposals.
    #[error("the round was given its projects")]
    GivenProjects,
    /// So many proposals have no area yet.
    #[error("{0} proposals have no area")]
    WithoutArea(i64),
    /// A proposal has no cost, although its area gives money.
    #[error("proposal {0} has no cost")]
    WithoutCost(ProposalNumber),
    /// No proposal goes onto the ballot.
    #[error("nothing goes onto the ballot")]
    Empty,
    /// The area is none of the round.
    #[error("the area is gone")]
    AreaGone,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
