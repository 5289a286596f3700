//! Why an act on a workplace is refused, and what all of them check.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::ids::WorkplaceId;
use crate::domain::text::Line;
use crate::secrecy::randomness::RandomnessError;
use crate::store::workplaces::list_workplaces;
use crate::store::{StoreError, Tx};

/// Why a workplace was not changed.
#[derive(Debug, Error)]
pub enum WorkplaceError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Another one has the name; two posters with the same name would be mixed up.
    #[error("another workplace has this name")]
    NameTaken,
    /// Somebody else changed it meanwhile.
    #[error("somebody else changed this workplace meanwhile")]
    ChangedMeanwhile,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Makes sure that no other workplace has the name, whatever the case of its letters.
pub(super) fn check_name(tx: &mut Tx<'_>, own: Option<WorkplaceId>, name: &Line) -> Result<(), WorkplaceError> {
    let wanted = name.as_str().to_lowercase();
    let is_taken = list_workplaces(tx)?.iter().any(|one| own != Some(one.id) && one.name.to_lowercase() == wanted);
    if is_taken { Err(WorkplaceError::NameTaken) } else { Ok(()) }
}

/// The database holds the name as well, for two who come at the same moment.
pub(super) fn taken(error: StoreError) -> WorkplaceError {
    match error {
        StoreError::Conflict => WorkplaceError::NameTaken,
        other => other.into(),
    }
}
