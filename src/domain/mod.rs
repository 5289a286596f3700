//! Pure types and rules: no web, no database, no clock, no disk. Time and randomness are arguments.
//!
//! Words are those of the field: round, area, project, ballot, choice, profile, rule, allocation.

pub mod alphabet;
pub mod api_token;
pub mod ballot;
pub mod channel;
pub mod contest;
pub mod email;
pub mod format;
pub mod hex;
pub mod ids;
pub mod job;
pub mod letter_code;
pub mod mail;
pub mod money;
pub mod permission;
pub mod reason;
pub mod round;
pub mod rule;
pub mod schedule;
pub mod slug;
pub mod time;
