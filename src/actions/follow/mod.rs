//! Following a round or a proposal: somebody types an address, its mailbox confirms; whoever is signed in needs only ask.
//! Nothing of it is entered in the record, which names what the office does.

mod ask;
mod confirm;
mod refusal;
mod settle;
mod spread;
mod take_up;

pub use ask::{AskToFollow, CONFIRM_WITHIN, ask_to_follow};
pub use confirm::confirm_follow;
pub use refusal::FollowError;
pub use settle::{FollowerProof, choose_language, stop_all, stop_following};
pub use spread::{BATCH, LAST_DAYS, PAUSE, spread_news, tell_of_last_days, write_to_followers};
pub use take_up::follow_signed_in;
