//! The pages for everything that went wrong.

pub mod view;
