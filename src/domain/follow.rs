//! What people follow.

use super::ids::{ProposalId, RoundId};

/// A round, or one of its proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Followed {
    /// The round.
    pub round: RoundId,
    /// The proposal; without one the whole of the round.
    pub proposal: Option<ProposalId>,
}
