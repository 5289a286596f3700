//! Why a report is not taken or not settled.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::proposal::ProposalState;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why a report was not taken or not settled.
#[derive(Debug, Error)]
pub enum ReportError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Nobody can read the text any more.
    #[error("the proposal stands at {}", .0.as_str())]
    NotPublic(ProposalState),
    /// Somebody else settled them meanwhile.
    #[error("no report waits any more")]
    SettledMeanwhile,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
