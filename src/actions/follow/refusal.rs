//! Why somebody does not follow something.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::mail::MailSecretError;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why somebody does not follow something, or does not stop.
#[derive(Debug, Error)]
pub enum FollowError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The link has run out, or never was.
    #[error("this link is not good any more")]
    NotGood,
    /// The account has no address to write to.
    #[error("the account has no e-mail address")]
    NoAddress,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The secret of the mail cannot be sealed.
    #[error(transparent)]
    Secret(#[from] MailSecretError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
