//! Participatory-budgeting rules, counted exactly: instance + profile + rule → allocation with steps.
//!
//! * [`Instance`]: the projects in file order, their costs and the budget, in minor units.
//! * [`Profile`]: the ballots, each a list of (project, value), with the [`BallotKind`] that says what values mean.
//! * [`Rule`]: most votes first, the best N, most satisfaction for the money, the best set, Phragmén, or Equal Shares
//!   with a [`Completion`]; [`Satisfaction`] measures what a project is worth, [`Ties`] say which of equal projects
//!   comes first, [`Constraints`] what an outcome must keep to beside the budget.
//! * [`count()`] gives the [`Allocation`]: what is chosen, a [`Reason`] for every project, and the [`Step`]s.
//! * [`pabulib`] reads and writes the files in which real elections are published; [`tables`] the same as CSV and JSON.
//!
//! Everything is exact: nothing is decided by rounding, and where bounds of doubles tell two numbers apart, whole
//! numbers of any size would as well. Nothing
//! here knows of a clock, a disk or chance.

mod allocation;
mod ballot;
mod beforehand;
mod comparison;
mod constraints;
mod contest;
mod count;
mod equal_shares;
mod exact;
mod fairness;
mod greedy;
mod groups;
mod guard;
mod increment;
mod instance;
mod names;
pub mod pabulib;
mod phragmen;
mod profile;
mod ranking;
mod rule;
mod satisfaction;
pub mod tables;
mod ties;
mod top;
mod welfare;
mod written;

pub use allocation::{Allocation, Chosen, ChosenBy, Outcome, Reason, Step, Verdict};
pub use ballot::{Ballot, Choice, Choices};
pub use comparison::{Compared, Comparison, Overlap, compare, side_by_side, usual_rules};
pub use constraints::{Ceiling, Constraints, ConstraintsError, Override};
pub use count::{CountError, Progress, Stage, count};
pub use exact::{Exact, ExactError};
pub use fairness::{Fairness, PassedOver, check_fairness};
pub use increment::{Increment, IncrementError};
pub use instance::{Instance, InstanceError, Project, WITHDRAWN_COST};
pub use names::UnknownName;
pub use profile::{BallotKind, MAX_VALUE, Profile, ProfileError};
pub use rule::{Completion, Rule, RuleName};
pub use satisfaction::Satisfaction;
pub use ties::{Tie, Ties, TiesError};
pub use written::RuleError;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
