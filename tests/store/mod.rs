//! The database core, on both databases.

mod open;
mod read;
mod scratch;
mod undone;
mod write;
