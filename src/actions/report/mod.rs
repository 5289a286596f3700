//! Reports about proposals: anybody sends one, and the office lets the text stand. Hiding it, which settles them as well, is
//! `actions::proposal`'s.

mod dismiss;
mod refusal;
mod send;

pub use dismiss::dismiss_reports;
pub use refusal::ReportError;
pub use send::{SendReport, send_report};
