//! What happens to a ballot.

mod cast;

pub use cast::{CastBallot, CastBallotError, cast_ballot};
