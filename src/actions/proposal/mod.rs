//! What happens to a proposal: its author keeps a draft, sends it, takes it back; the office shows, hides and restores it.

mod keep_draft;
mod moderate;
mod refusal;
mod submit;
mod withdraw;

pub use keep_draft::{DRAFT_KEPT_FOR, discard_draft, keep_draft};
pub use moderate::{hide_proposal, restore_proposal, show_proposal};
pub use refusal::ProposalError;
pub use submit::submit_proposal;
pub use withdraw::withdraw_proposal;
