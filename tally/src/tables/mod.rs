//! Elections as tables and as JSON, for those who have no `.pb` file.
//!
//! [`read_csv()`] takes a table of projects and one of ballots, as a spreadsheet saves them; [`read_json()`] takes one
//! document with the same content. Both are held to the rules of [`pabulib`](crate::pabulib) and give an
//! [`Election`](crate::pabulib::Election), which can be counted, and written in any of the three forms.
//! [`read_constraints()`] takes conditions beside the budget, for which no form has a place.

mod constraints;
mod csv;
mod json;

pub use constraints::read_constraints;
pub use csv::{Csv, Table, TableFault, read_csv, write_csv};
pub use json::{JsonFault, read_json, write_json};
