//! Setting up a round: starting one, and editing it a part at a time. While it is a draft only the office sees it; once
//! it is public, every edit carries a public reason.

mod confirm_privacy;
mod edit_areas;
mod edit_ballot;
mod edit_basics;
mod edit_dates;
mod edit_people;
mod edit_texts;
mod edit_topics;
mod part;
mod refusal;
mod start;

pub use confirm_privacy::confirm_privacy;
pub use edit_areas::{EditArea, edit_areas};
pub use edit_ballot::{EditBallot, edit_ballot};
pub use edit_basics::{EditBasics, edit_basics};
pub use edit_dates::{EditDates, edit_dates};
pub use edit_people::{EditPeople, edit_people};
pub use edit_texts::{EditTexts, edit_texts};
pub use edit_topics::{EditTopic, edit_topics};
pub use part::Edit;
pub use refusal::SetUpError;
pub use start::{NewDraft, Pattern, start_round};
