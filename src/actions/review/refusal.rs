//! Why something is not done with a review.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Fault, Stage};
use crate::domain::time::Instant;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why something was not done with a review. Nothing that was typed is lost: whoever asked shows it again.
#[derive(Debug, Error)]
pub enum ReviewError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Another department has it.
    #[error("another department has the proposal")]
    OtherDepartment,
    /// The proposal cannot be read by everybody: it was taken back, or it is hidden or not yet read.
    #[error("the proposal stands at {}", .0.as_str())]
    NotReviewed(ProposalState),
    /// Somebody else changed the review meanwhile.
    #[error("somebody changed the review meanwhile")]
    ChangedMeanwhile,
    /// This cannot happen at this stage.
    #[error("the review is at {}", .0.as_str())]
    Stage(Stage),
    /// The author was asked and may still answer until then.
    #[error("the author may answer until {}", .0.to_rfc3339())]
    AuthorIsAsked(Instant),
    /// The verdict does not say all that it must.
    #[error("the verdict has {} faults", .0.len())]
    Faults(Vec<Fault>),
    /// There is no such department, or it is retired.
    #[error("the department is gone")]
    DepartmentGone,
    /// The other proposal is not there, is this one, or is a duplicate itself.
    #[error("the other proposal cannot go on for this one")]
    NoOriginal,
    /// It stands on the ballot already.
    #[error("the proposal stands on the ballot")]
    OnTheBallot,
    /// The ballot is made, and nothing more goes onto it.
    #[error("the ballot is made")]
    BallotMade,
    /// Nobody can object now: the time is over, or there was an objection before.
    #[error("nobody can object now")]
    NoObjection,
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
