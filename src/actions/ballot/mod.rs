//! What happens to a ballot, and how somebody with an account comes to one.

mod cast;
mod enter_with_account;
mod notice;

pub use cast::{CastBallot, CastBallotError, cast_ballot};
pub use enter_with_account::{Declared, EnterWithAccountError, enter_with_account};
