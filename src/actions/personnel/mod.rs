//! What is done with the codes with which employees enter: one file for each act.

mod make_codes;
mod refusal;
mod replace_code;
mod withdraw_code;

pub use make_codes::{MAX_BATCH, WantedBatch, make_personnel_codes};
pub use refusal::PersonnelError;
pub use replace_code::{AddressAfter, ReplacedCode, replace_code};
pub use withdraw_code::withdraw_code;
