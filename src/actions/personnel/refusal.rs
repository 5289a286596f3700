//! Why an act on personnel codes is refused, and what two of them look up.

use thiserror::Error;

use super::MAX_BATCH;
use crate::actions::steps::Forbidden;
use crate::domain::ids::{AccountId, PersonnelSerial};
use crate::secrecy::randomness::RandomnessError;
use crate::store::personnel::{Slip, find_slip};
use crate::store::{StoreError, Tx};

/// Why codes were not made, replaced or withdrawn. Nothing was changed.
#[derive(Debug, Error)]
pub enum PersonnelError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// None, or more than [`MAX_BATCH`].
    #[error("a batch has 1 to {MAX_BATCH} codes")]
    Size,
    /// The same form has made a batch before.
    #[error("these codes were made before")]
    MadeAlready,
    /// Somebody else replaced or withdrew the code meanwhile.
    #[error("somebody else changed this code meanwhile")]
    ChangedMeanwhile,
    /// Its owner has deleted the account.
    #[error("the account of this code was deleted")]
    AccountDeleted,
    /// The account is that of the last administrator and has no other way in.
    #[error("nobody would be left to administer everything")]
    LastAdministrator,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed, or there is no such code.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The slip with a number, and the account that its code opens.
pub(super) fn slip_with_account(tx: &mut Tx<'_>, serial: PersonnelSerial) -> Result<(Slip, AccountId), PersonnelError> {
    let slip = find_slip(tx, serial)?.ok_or(StoreError::NotFound)?;
    let account = slip.account.ok_or(PersonnelError::AccountDeleted)?;
    Ok((slip, account))
}
