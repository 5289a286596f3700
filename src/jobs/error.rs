//! Why a piece of work failed.

use allmende_tally::{CountError, InstanceError, ProfileError};
use thiserror::Error;

use crate::actions::follow::FollowError;
use crate::actions::personal_data::DeletePersonalDataError;
use crate::actions::review::ReviewError;
use crate::actions::round::{OpenBoxError, RoundError};
use crate::domain::ids::AreaId;
use crate::store::StoreError;

/// Why a piece of work failed; it is tried again.
#[derive(Debug, Error)]
pub enum JobError {
    /// An act on a round is refused or fails.
    #[error(transparent)]
    Round(#[from] RoundError),
    /// A box cannot be opened.
    #[error(transparent)]
    OpenBox(#[from] OpenBoxError),
    /// The round's rule cannot count an area with a ceiling.
    #[error("the area {0} has a ceiling of money, which the round's rule does not use")]
    RuleNeedsPlaces(AreaId),
    /// The projects of an area do not make an instance.
    #[error("the projects cannot be counted: {0}")]
    Instance(#[from] InstanceError),
    /// The ballots of an area do not make a profile.
    #[error("the ballots cannot be counted: {0}")]
    Profile(#[from] ProfileError),
    /// The rule cannot count these.
    #[error("the rule cannot count this: {0}")]
    Count(#[from] CountError),
    /// The result of a count cannot be written down; a mistake of ours.
    #[error("the count cannot be written down: {0}")]
    Json(#[from] serde_json::Error),
    /// Personal data whose time is over cannot be deleted.
    #[error(transparent)]
    PersonalData(#[from] DeletePersonalDataError),
    /// Followers cannot be told what happened.
    #[error(transparent)]
    Follow(#[from] FollowError),
    /// Somebody cannot be reminded.
    #[error(transparent)]
    Review(#[from] ReviewError),
    /// The work panicked; a mistake of ours.
    #[error("a fault in the program ended the work")]
    Panicked,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}
