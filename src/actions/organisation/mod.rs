//! What happens to the organisation's settings. Each edit is one part of them, with a version of its own.

mod edit_colours;
mod edit_easy;
mod edit_help;
mod edit_languages;
mod edit_logo;
mod edit_names;
mod edit_neighbourhoods;
mod edit_texts;
mod edit_words;
mod part;
mod send_test_mail;

pub use edit_colours::edit_colours;
pub use edit_easy::edit_easy;
pub use edit_help::{EditHelp, edit_help};
pub use edit_languages::edit_languages;
pub use edit_logo::{LogoPicture, edit_logo};
pub use edit_names::edit_names;
pub use edit_neighbourhoods::{EditNeighbourhood, edit_neighbourhoods};
pub use edit_texts::edit_texts;
pub use edit_words::edit_words;
pub use part::{EditOrganisationError, SeenVersion};
pub use send_test_mail::{SendTestMailError, send_test_mail};
