//! The demo: an invented district whose content lies under `assets/demo/`, filled in through the same actions as any
//! other, with ballots from a seeded generator.

mod content;
mod decisions;
mod directory;
mod employees;
mod fill;
mod followers;
mod generated;
mod generator;
mod organisation;
mod proposals;
mod questions;
mod read;
mod reviews;
mod supports;
mod timeline;
mod voters;

pub use directory::{DemoDirectory, DirectoryError, SignIn};
pub use fill::{DemoError, fill};
