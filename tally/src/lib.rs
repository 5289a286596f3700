//! Participatory-budgeting rules, counted exactly.

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
