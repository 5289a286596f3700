//! Changing the colours, or going back to the program's own.

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::organisation::Part;
use crate::domain::permission::Actor;
use crate::domain::theme::Theme;
use crate::store::Db;
use crate::store::organisation_parts::replace_colours;

/// Changes the colours. Without a theme pages have the program's own.
///
/// # Errors
/// When somebody else changed them meanwhile, the actor may not, or the database fails.
pub async fn edit_colours(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    theme: Option<Theme>,
) -> Result<(), EditOrganisationError> {
    edit_part(db, actor, (Part::Colours, seen), Vec::new(), move |tx| replace_colours(tx, theme.as_ref())).await
}
