//! The page of a round.

pub mod view;
