//! The start page.

pub mod view;
