//! The result of a round: an overview, a page for each area, and the page before there is a result.

pub mod explain;
pub mod reason;
pub mod view;
