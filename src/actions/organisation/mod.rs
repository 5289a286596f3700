//! What happens to the organisation's settings.

mod edit;

pub use edit::{EditOrganisation, EditOrganisationError, edit_organisation};
