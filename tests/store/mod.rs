//! The database core, on both databases.

mod open;
mod read;
mod record;
mod scratch;
mod undone;
mod write;
