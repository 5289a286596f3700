//! Work that runs beside requests: what the clock did, opening boxes, counting, sending mail, deleting what has had
//! its time.
//!
//! [`start`] runs it all on a thread of its own; [`run_until_idle`] does what is due and returns, for the command line
//! and for tests. Jobs are idempotent and leased: a worker that dies leaves its job to the next.

mod count_round;
mod delete_personal_data;
mod error;
mod news;
mod outbox;
mod remind;
mod send_mail;
mod transitions;
mod wait;
mod worker;

pub use delete_personal_data::delete_personal_data;
pub use error::JobError;
pub use worker::{Handle, run_until_idle, start};
