//! Bytes to typed rows with line and column, and back; never the database.

pub mod csv;
pub mod pabulib;
