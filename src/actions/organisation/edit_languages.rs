//! Changing the languages on offer and the time zone.

use chrono_tz::Tz;

use super::part::{EditOrganisationError, SeenVersion, edit_part};
use crate::domain::organisation::Part;
use crate::domain::permission::Actor;
use crate::locale::Offer;
use crate::store::Db;
use crate::store::organisation_parts::update_languages;

/// Changes the languages on offer and the time zone.
///
/// # Errors
/// When somebody else changed them meanwhile, the actor may not, or the database fails.
pub async fn edit_languages(
    db: &Db,
    actor: Actor,
    seen: SeenVersion,
    (zone, offer): (Tz, Offer),
) -> Result<(), EditOrganisationError> {
    edit_part(db, actor, (Part::Languages, seen), Vec::new(), move |tx| {
        let tags: Vec<&str> = offer.languages().iter().map(|language| language.code()).collect();
        update_languages(tx, zone.name(), &tags)
    })
    .await
}
