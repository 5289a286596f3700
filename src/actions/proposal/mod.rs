//! What happens to a proposal: its author keeps a draft, sends it, takes it back; the office enters what came on paper,
//! corrects its own typing, shows, hides and restores it.

mod correct;
mod enter;
mod hide_name;
mod keep_draft;
mod moderate;
mod refusal;
mod renew_code;
mod submit;
mod take_in;
mod withdraw;

pub use correct::{correct_proposal, may_be_corrected};
pub use enter::{EnterProposal, Entered, enter_proposal};
pub use hide_name::{hide_name, may_hide_name, restore_name};
pub use keep_draft::{DRAFT_KEPT_FOR, discard_draft, keep_draft};
pub use moderate::{hide_proposal, restore_proposal, show_proposal};
pub use refusal::ProposalError;
pub use renew_code::renew_change_code;
pub use submit::submit_proposal;
pub use withdraw::withdraw_proposal;
