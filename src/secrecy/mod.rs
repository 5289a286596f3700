//! Keys, pseudonyms, seals, leaves, receipts.
//!
//! Who voted and what was voted meet only here: [`RoundKeys`] makes the pseudonym under which a sealed ballot lies and
//! opens the seal. All bytes and labels are frozen by the known answers in
//! `known_answers.rs`.
//! Randomness is an argument everywhere; [`randomness::draw`] takes it from the operating system at the edge.

mod account_refs;
mod ballot_content;
mod chosen_password;
mod csrf;
mod derivation;
mod entry;
mod envelope;
mod following;
mod key_directory;
mod leaf;
mod one_time;
mod opaque;
pub mod password;
mod person;
pub mod randomness;
mod receipt_code;
mod report_token;
mod secret_key;
mod session;
pub mod token;

pub use account_refs::{AccountRefs, AuthorRef, SupporterRef};
pub use ballot_content::{BallotContent, ContentError};
pub use chosen_password::{ChosenPassword, ChosenPasswordError};
pub use csrf::{CsrfToken, NotOurCsrfToken};
pub use derivation::{CodeMac, InstallationKeys, Pseudonym, RoundKeys};
pub use entry::{CarriedMac, ChangeMac, DigitsMac, PersonnelMac};
pub use envelope::{EnvelopeError, SealNonce};
pub use following::FollowerSeed;
pub use key_directory::{Fingerprint, Installation, KeyDirectory, KeyError};
pub use leaf::{Leaf, PendingLeafId};
pub use one_time::{OneTimeCheck, OneTimeSecret, RecoveryMac};
pub use person::{AccountKey, AccountMac, AddressMac, PersonRef, RollSubject, WaysOfAccount};
pub use receipt_code::{ReceiptCode, ReceiptCodeError};
pub use report_token::ReportToken;
pub use secret_key::SecretKey;
pub use session::{SessionToken, TokenHash};

#[cfg(test)]
mod known_answers;
