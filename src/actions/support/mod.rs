//! Supporting a proposal before the vote, and taking that back.
//!
//! Neither is entered in the record: a support is no public act, and the order of entries would join a person with what
//! they support.

mod give;
mod hindrance;
mod refusal;
mod take_back;

pub use give::give_support;
pub use hindrance::{Hindrance, Supporter, find_fit, find_hindrance, hindrance_of_proposal};
pub use refusal::SupportError;
pub use take_back::take_back_support;
