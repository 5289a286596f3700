//! The projects on a round's ballot: the list and the single project.

pub mod view;
