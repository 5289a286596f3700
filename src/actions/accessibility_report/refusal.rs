//! Why a report is not taken or not answered.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why a report was not taken or not answered.
#[derive(Debug, Error)]
pub enum AccessibilityReportError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Somebody else answered it meanwhile.
    #[error("somebody else answered this report meanwhile")]
    AnsweredMeanwhile,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
