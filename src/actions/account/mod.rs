//! What happens to an account: making it, entering, changing and deleting it, the second factor.

mod ask_to_sign_in;
mod change_address;
mod change_profile;
mod create_administrator;
mod create_api_token;
mod delete_account;
mod enter_by_code;
mod enter_by_mail;
mod note_new_device;
mod revoke_api_token;
mod second_factor;
mod set_password;

pub use ask_to_sign_in::{AskToSignInError, GOOD_FOR, ask_to_sign_in};
pub use change_address::{
    ADDRESS_GOOD_FOR, AddressProof, ChangeAddressError, Confirmation, ask_for_address, confirm_address,
};
pub use change_profile::{ChangeAccountError, change_profile};
pub use create_administrator::{CreateAdministratorError, create_administrator};
pub use create_api_token::{ApiTokenError, CreateApiToken, create_api_token};
pub use delete_account::{DeleteAccountError, delete_account};
pub use enter_by_code::{EnterByCodeError, enter_by_code};
pub use enter_by_mail::{EnterByMailError, Entry, Proof, enter_by_mail};
pub use note_new_device::note_new_device;
pub use revoke_api_token::revoke_api_token;
pub use second_factor::{
    PENDING_FOR, SecondFactorError, Shown, TypedCode, begin_second_factor, confirm_second_factor, renew_recovery_codes,
    show_second_factor,
};
pub use set_password::set_password;
