//! Voting with a code: code, ballot, check, receipt.

pub mod problem;
pub mod view;
