//! Why something is not done with what the council decided.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::decision::SittingDayError;
use crate::domain::ids::ProjectNumber;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why something was not done with what the council decided. Nothing was changed.
#[derive(Debug, Error)]
pub enum CouncilError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// There is no public result to decide on.
    #[error("the result is not public yet")]
    ResultNotPublished,
    /// No decision was given.
    #[error("no decision was given")]
    Nothing,
    /// Somebody has entered decisions on these projects meanwhile.
    #[error("some of these projects have a decision already")]
    Entered(Vec<ProjectNumber>),
    /// Somebody else has corrected the entry meanwhile.
    #[error("somebody else has corrected the entry meanwhile")]
    ChangedMeanwhile,
    /// The correction says what stands there already.
    #[error("the entry says this already")]
    Unchanged,
    /// No sitting can have been on that day.
    #[error(transparent)]
    Day(#[from] SittingDayError),
    /// So many chosen projects have no decision yet.
    #[error("{0} chosen projects have no decision yet")]
    Open(usize),
    /// It was said before that the council has decided.
    #[error("the council is known to have decided")]
    AlreadyDecided,
    /// What was counted cannot be read.
    #[error("the count cannot be read: {0}")]
    Json(#[from] serde_json::Error),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
