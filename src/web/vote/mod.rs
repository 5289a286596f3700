//! Voting with a code: code, ballot, check, receipt.

pub mod code_problem;
pub mod problem;
pub mod view;
