//! Who works in the office: inviting, giving and taking roles, closing accounts, resetting a telephone,
//! giving an account back.

mod accept_invitation;
mod change_departments;
mod close_account;
mod departments;
mod give_role;
mod invite;
mod refusal;
mod reopen_account;
mod reset_second_factor;
mod set_address;
mod take_role;
mod withdraw_invitation;

pub use accept_invitation::accept_invitation;
pub use change_departments::change_departments;
pub use close_account::close_account;
pub use give_role::give_role;
pub use invite::{GOOD_FOR, invite, invite_again};
pub use refusal::PeopleError;
pub use reopen_account::reopen_account;
pub use reset_second_factor::reset_second_factor;
pub use set_address::set_address;
pub use take_role::take_role;
pub use withdraw_invitation::withdraw_invitation;
