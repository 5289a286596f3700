//! Letting personal data go when its time is over. The job that goes through all of it calls these once a day.

mod delete_account;
mod delete_rows;
mod delete_scans;
mod enter;
mod lost_warnings;
mod warn;

pub use delete_account::delete_unused_account;
pub use delete_rows::delete_rows;
pub use delete_scans::delete_scans;
pub use enter::enter_deletions;
pub use lost_warnings::forget_lost_warnings;
pub use warn::warn_of_deletion;

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why nothing was deleted.
#[derive(Debug, Error)]
pub enum DeletePersonalDataError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
