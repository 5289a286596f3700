//! Imprint, privacy and accessibility statement.

pub mod view;
