//! Pabulib's `.pb` files: a file read as a round in the making, and an area of a round written as a file.

mod export;
mod import;

pub use export::{AreaFile, ExportError, write_area};
pub use import::{ImportError, ImportedBallot, ImportedElection, ImportedProject, read_election};
