//! The pages for everything that went wrong.

pub(super) mod answer;
pub(super) mod trouble;
pub mod view;
mod written;
