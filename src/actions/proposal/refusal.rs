//! Why something is not done with a proposal.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::entering::EntryRefusal;
use crate::domain::proposal::ProposalState;
use crate::mail::MailSecretError;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why something was not done with a proposal. Nothing that was typed is lost: whoever asked keeps it as a draft.
#[derive(Debug, Error)]
pub enum ProposalError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Nobody proposes anything in this round, or not now.
    #[error("proposals are not collected now")]
    NotOpen,
    /// It cannot have come in on that day.
    #[error("nothing came in on that day")]
    NotThen(EntryRefusal),
    /// Employees alone propose in this round.
    #[error("only employees propose in this round")]
    NotEmployee,
    /// The area or the topic is none of this round any more.
    #[error("the area or the topic is gone")]
    PlaceGone,
    /// Another proposal or draft lies under the same change code.
    #[error("the change code is taken")]
    CodeTaken,
    /// Somebody else has corrected it meanwhile.
    #[error("the proposal was corrected meanwhile")]
    ChangedMeanwhile,
    /// It stands where this cannot be done.
    #[error("the proposal stands at {}", .0.as_str())]
    Standing(ProposalState),
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
