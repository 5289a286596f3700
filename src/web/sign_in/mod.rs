//! Signing in and out of the office with an e-mail address and a password.

pub mod view;
