//! What tests stand on.

#[macro_use]
pub(crate) mod databases;
