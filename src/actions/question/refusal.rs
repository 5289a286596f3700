//! Why a question is not taken or not answered.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why a question was not taken or not answered.
#[derive(Debug, Error)]
pub enum QuestionError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Somebody else did something with it meanwhile.
    #[error("somebody else changed this question meanwhile")]
    ChangedMeanwhile,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
