//! What tests stand on.

#[macro_use]
pub(crate) mod databases;
pub(crate) mod rounds;
pub(crate) mod sources;
pub(crate) mod voters;
