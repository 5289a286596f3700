//! Participatory-budgeting rules, counted exactly: instance + profile + rule → allocation with steps.
//!
//! * [`Instance`]: the projects in file order, their costs and the budget, in minor units.
//! * [`Profile`]: the ballots, each a list of (project, value), with the [`BallotKind`] that says what values mean.
//! * [`Rule`]: most votes first, the best N, or Equal Shares with a [`Satisfaction`] and a [`Completion`]; [`Ties`] say
//!   which of equal projects comes first.
//! * [`count()`] gives the [`Allocation`]: what is chosen, a [`Reason`] for every project, and the [`Step`]s.
//! * [`pabulib`] reads and writes the files in which real elections are published.
//!
//! Everything is plain and exact: whole numbers and [`Exact`] fractions decide, never a floating-point number. Nothing
//! here knows of a clock, a disk or chance.

mod allocation;
mod contest;
mod count;
mod equal_shares;
mod exact;
mod instance;
mod names;
pub mod pabulib;
mod profile;
mod ranking;
mod rule;
mod satisfaction;
mod ties;
mod top;

pub use allocation::{Allocation, Chosen, ChosenBy, Outcome, Reason, Step, Verdict};
pub use count::{CountError, Progress, Stage, count};
pub use exact::{Exact, ExactError};
pub use instance::{Instance, InstanceError, Project, WITHDRAWN_COST};
pub use names::UnknownName;
pub use profile::{BallotKind, Choice, MAX_VALUE, Profile, ProfileError};
pub use rule::{Completion, Rule, RuleName};
pub use satisfaction::Satisfaction;
pub use ties::{Tie, Ties};

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
