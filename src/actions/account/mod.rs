//! What happens to an account: making it, entering, the second factor.

mod ask_to_sign_in;
mod create_administrator;
mod enter_by_mail;
mod note_new_device;
mod second_factor;

pub use ask_to_sign_in::{AskToSignInError, GOOD_FOR, ask_to_sign_in};
pub use create_administrator::{CreateAdministratorError, create_administrator};
pub use enter_by_mail::{EnterByMailError, Entry, Proof, enter_by_mail};
pub use note_new_device::note_new_device;
pub use second_factor::{
    SecondFactorError, Shown, TypedCode, begin_second_factor, confirm_second_factor, renew_recovery_codes,
    show_second_factor,
};
