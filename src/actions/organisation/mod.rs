//! What happens to the organisation's settings.

mod edit;
mod send_test_mail;

pub use edit::{EditOrganisation, EditOrganisationError, edit_organisation};
pub use send_test_mail::{SendTestMailError, send_test_mail};
