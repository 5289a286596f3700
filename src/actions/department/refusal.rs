//! Why an act on a department is refused, and what all of them check.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::ids::DepartmentId;
use crate::secrecy::randomness::RandomnessError;
use crate::store::departments::list_departments;
use crate::store::{StoreError, Tx};

/// Why a department was not changed.
#[derive(Debug, Error)]
pub enum DepartmentError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Somebody else changed it meanwhile.
    #[error("somebody else changed this department meanwhile")]
    ChangedMeanwhile,
    /// The department that is to take over is not there, is retired, or is this one.
    #[error("this department cannot take over")]
    CannotTakeOver,
    /// Others name it as the one that takes over.
    #[error("another department names this one as the one that takes over")]
    TakesOver,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes sure that the one that is to take over is another one, and at work.
pub(super) fn check_substitute(
    tx: &mut Tx<'_>,
    own: Option<DepartmentId>,
    substitute: Option<DepartmentId>,
) -> Result<(), DepartmentError> {
    let Some(substitute) = substitute else { return Ok(()) };
    let known = list_departments(tx)?;
    let holds = known.iter().any(|one| one.id == substitute && one.retired_at.is_none() && own != Some(one.id));
    if holds { Ok(()) } else { Err(DepartmentError::CannotTakeOver) }
}
