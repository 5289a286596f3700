//! The service over HTTP, on a real server.

mod account;
mod addresses;
mod employees;
mod errors;
mod forms;
mod headers;
mod health;
mod keys;
mod lapsed;
mod limits;
mod mailbox;
mod office;
mod office_mails;
mod organisation;
mod people;
mod permissions;
mod public;
mod record;
mod result;
mod reviewers;
mod sessions;
mod set_up;
mod shared;
mod sign_in;
pub(crate) mod stage;
mod tokens;
mod vote;
