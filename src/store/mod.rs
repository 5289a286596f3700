//! The only SQL of the house.

pub mod schema;
