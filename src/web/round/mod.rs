//! The page of a round.

pub mod phases;
pub mod view;
