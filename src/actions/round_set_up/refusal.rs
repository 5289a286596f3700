//! Why the set-up of a round was not changed.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::ids::{AreaId, TopicId};
use crate::domain::schedule::Window;
use crate::domain::set_up::{Frozen, Lack, SpanFault};
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why a round was not started or a part of it not changed. Nothing was changed.
#[derive(Debug, Error)]
pub enum SetUpError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The round's ballots are not cast here, so that nothing is set up.
    #[error("this round's ballots were brought in; there is nothing to set up")]
    NotLive,
    /// Somebody else changed the part meanwhile.
    #[error("somebody else changed this part of the round meanwhile")]
    ChangedMeanwhile,
    /// The part can no longer be changed.
    #[error("this part of the round can no longer be changed")]
    Frozen(Frozen),
    /// The round is public, and nobody said why it is changed.
    #[error("the round is public: a change needs a public reason")]
    ReasonMissing,
    /// The round is public, and the change would leave it without what it needs.
    #[error("the round is public and must stay complete: {}", .0.iter().map(|lack| lack.as_str()).collect::<Vec<_>>().join(", "))]
    Incomplete(Vec<Lack>),
    /// Codes were made, so the name in addresses stands in letters.
    #[error("codes were made for this round: its name in addresses stays")]
    SlugInLetters,
    /// Codes were made, and without them their letters would lead nowhere.
    #[error("codes were made for this round: people can vote with them")]
    CodesInLetters,
    /// The name in addresses is taken.
    #[error("another round has this name in its address")]
    SlugTaken,
    /// The round is public: its name in addresses stands in letters, and its currency in published sums.
    #[error("the round is public: its address and its currency stay")]
    AddressAndCurrencyStay,
    /// An area has projects or codes and cannot go.
    #[error("an area has projects or codes and cannot be removed")]
    AreaInUse(AreaId),
    /// The projects of an area are frozen, so that it keeps its money or its places.
    #[error("the selection is frozen; an area cannot change from money to places or back")]
    AreaFrozen(AreaId),
    /// A topic is used and cannot go.
    #[error("a topic is used and cannot be removed")]
    TopicInUse(TopicId),
    /// A window cannot have these ends.
    #[error("the window {} cannot have these ends", .0.as_str())]
    Span(Window, SpanFault),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed, or there is no such round.
    #[error(transparent)]
    Store(#[from] StoreError),
}
