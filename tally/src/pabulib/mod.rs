//! Pabulib's `.pb` files, read and written.
//!
//! A file has three sections - META, PROJECTS, VOTES - of cells separated by semicolons. [`read()`] gives an
//! [`Election`] or every [`Fault`] with its line and column; what is merely odd has one documented reading and becomes
//! a [`Notice`]. [`write()`] gives the file back; [`Draft`] makes one of parts. The format is that of
//! <https://pabulib.org/format>; it was introduced by Piotr Faliszewski and others, *Participatory Budgeting: Data,
//! Tools, and Analysis*, IJCAI 2023.

mod amount;
mod ballots;
pub(crate) mod cells;
mod draft;
mod election;
mod fault;
mod ids;
mod layout;
mod meta;
pub(crate) mod parts;
mod read;
mod table;
mod voters;

pub use draft::{Draft, DraftBallot, DraftProject, Header};
pub use election::{COUNTING_RULE, COUNTING_TIES, Election};
pub use fault::{Fault, FaultKind, Notice, NoticeKind, Position, Section};
pub(crate) use layout::BYTE_ORDER_MARK;
pub use layout::write;
pub(crate) use meta::NONE;
pub use meta::VoteType;
pub use read::{read, read_owned};
