//! The pages for everything that went wrong.

pub(super) mod answer;
pub mod view;
