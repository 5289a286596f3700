//! The audit record: entries and their canonical bodies.
//!
//! An entry says who did what to which round and when, with ids and figures only: personal text never goes in. Casting
//! a ballot makes no entry, because order and time would join the person with the ballot.

mod act;
pub mod canonical;
mod entry;
mod publicity;
mod reading;

pub use act::{Act, ActorRef, OfficeRef, Subject};
pub use canonical::Value;
pub use entry::{Entry, EntryDraft, EntryId};
pub use publicity::{Publicity, Topic};
pub use reading::Details;
