//! Pure types and rules: no web, no database, no clock, no disk. Time and randomness are arguments.
//!
//! Words are those of the field: round, area, project, ballot, choice, profile, rule, allocation.

pub mod alphabet;
pub mod api_token;
pub mod ballot;
pub mod channel;
pub mod colour;
pub mod contest;
pub mod cost_band;
pub mod decision;
pub mod department;
pub mod difference;
pub mod email;
pub mod entering;
pub mod entry_key;
pub mod follow;
pub mod format;
pub mod hex;
pub mod ids;
pub mod job;
pub mod letter_code;
pub mod mail;
pub mod money;
pub mod news;
pub mod organisation;
pub mod permission;
pub mod personal_data;
pub mod plainness;
pub mod proposal;
pub mod question;
pub mod reason;
pub mod report;
pub mod review;
pub mod role;
pub mod round;
pub mod rule;
pub mod schedule;
pub mod search;
pub mod set_up;
pub mod six_digits;
pub mod slug;
pub mod telephone;
pub mod text;
pub mod theme;
pub mod time;
pub mod web_address;
