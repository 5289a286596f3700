//! Which proposals go onto the ballot, and freezing that: from then on number, order and cost of each project stay.

mod exclude;
mod freeze;
mod refusal;
mod selected;

pub use exclude::{exclude_proposal, include_proposal, override_threshold, place_proposal};
pub use freeze::{freeze_shortlist, reopen_shortlist};
pub use refusal::ShortlistError;
