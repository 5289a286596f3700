//! What happens to a proposal in the office, from its arrival to the verdict, and what its author does about it. The author
//! comes with the change code, everybody else with a role.

mod answer_question;
mod ask_author;
mod ask_statement;
mod decide;
mod give_statement;
mod hand_over;
mod object;
mod refusal;
mod remind_author;
mod reviewed;
mod save;

pub use answer_question::answer_question;
pub use ask_author::{Asking, ask_author};
pub use ask_statement::ask_statement;
pub use decide::{Decision, decide_proposal};
pub use give_statement::give_statement;
pub use hand_over::hand_over;
pub use object::{may_object, object_to_verdict};
pub use refusal::ReviewError;
pub use remind_author::{REMINDED_AT_ONCE, remind_authors};
pub use reviewed::SeenVersion;
pub use save::save_review;
