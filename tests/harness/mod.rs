//! What tests stand on.

pub(crate) mod app;
pub(crate) mod client;
#[macro_use]
pub(crate) mod databases;
pub(crate) mod line;
pub(crate) mod made_up;
pub(crate) mod people;
pub(crate) mod proposals;
pub(crate) mod rounds;
pub(crate) mod smtp;
pub(crate) mod sources;
pub(crate) mod statements;
pub(crate) mod voters;
