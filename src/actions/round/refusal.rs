//! Why an act on a round is refused.

use thiserror::Error;

use crate::actions::steps::Forbidden;
use crate::domain::set_up::{Lack, RoundPart};
use crate::secrecy::KeyError;
use crate::secrecy::randomness::RandomnessError;
use crate::store::StoreError;

/// Why an act on a round was not done. Nothing was changed.
#[derive(Debug, Error)]
pub enum RoundError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The name in addresses is taken.
    #[error("another round has this name in its address")]
    SlugTaken,
    /// Parts of its set-up lack something.
    #[error("the set-up of the round is not complete: {}", in_words(.0))]
    Incomplete(Vec<(RoundPart, Lack)>),
    /// The round is public already.
    #[error("the round is public already")]
    AlreadyPublished,
    /// Voting is not open, so its end cannot be moved.
    #[error("voting is not open")]
    VotingNotOpen,
    /// The new end is not later than the present end and than now.
    #[error("the new end is not later than the present one")]
    NotLater,
    /// Voting is not over yet.
    #[error("voting is not over yet")]
    VotingNotOver,
    /// Voting is not closed yet.
    #[error("voting has not been closed yet")]
    VotingNotClosed,
    /// The box does not hold one ballot for each person who took part, so nobody may sign for it.
    #[error("the box holds {ballots} ballots, but {people} people took part")]
    NotReconciled {
        /// Ballots in the box.
        ballots: i64,
        /// People who took part.
        people: i64,
    },
    /// Somebody certified the round before.
    #[error("the round is certified already")]
    AlreadyCertified,
    /// The count is not done.
    #[error("the count is not done yet")]
    NotCounted,
    /// The result is public already.
    #[error("the result is public already")]
    AlreadyResult,
    /// The round's ballots are cast here, so no others may be put in.
    #[error("this round's ballots are cast here, not brought in")]
    NotBroughtIn,
    /// The round's key cannot be made, used or destroyed.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

fn in_words(lacks: &[(RoundPart, Lack)]) -> String {
    let words: Vec<String> = lacks.iter().map(|(part, lack)| format!("{} {}", part.as_str(), lack.as_str())).collect();
    words.join(", ")
}
