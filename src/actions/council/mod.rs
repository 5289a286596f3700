//! The council and a published result: the office enters what it decided on each project, corrects an entry or takes it
//! back, and says that it has decided on all that was chosen. The result itself is never touched.

mod conclude;
mod correct;
mod enter;
mod refusal;
mod sitting;
mod take_back;

pub use conclude::conclude_decisions;
pub use correct::correct_decision;
pub use enter::enter_decisions;
pub use refusal::CouncilError;
pub use sitting::last_day_of_voting;
pub use take_back::take_back_decision;
