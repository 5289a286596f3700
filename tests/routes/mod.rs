//! The service over HTTP, on a real server.

mod addresses;
mod errors;
mod forms;
mod headers;
mod health;
mod limits;
mod public;
mod sessions;
mod sign_in;
mod vote;
