//! Pure types and rules: no web, no database, no clock, no disk. Time and randomness are arguments.
//!
//! Words are those of the field: round, area, project, ballot, choice, profile, rule, allocation.

pub mod alphabet;
pub mod ballot;
pub mod channel;
pub mod format;
pub mod hex;
pub mod ids;
pub mod letter_code;
pub mod money;
pub mod time;
