//! Why a support is not taken.

use thiserror::Error;

use super::hindrance::Hindrance;
use crate::actions::steps::Forbidden;
use crate::store::StoreError;

/// Why a support was not given or taken back.
#[derive(Debug, Error)]
pub enum SupportError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Something stands against it, which the proposal's page tells.
    #[error("the support is not taken: {0:?}")]
    Hindered(Hindrance),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
