//! The languages in which the organisation writes.

use crate::locale::{Language, Offer};
use crate::store::organisation::find_languages;
use crate::store::{StoreError, Tx};

/// The tags of the languages on offer; all of them until the organisation has chosen.
///
/// # Errors
/// When the database fails.
pub fn languages_on_offer(tx: &mut Tx<'_>) -> Result<Vec<&'static str>, StoreError> {
    let chosen: Vec<Language> = find_languages(tx)?.iter().filter_map(|tag| Language::from_code(tag)).collect();
    let offer = Offer::of(&chosen).unwrap_or_default();
    Ok(offer.languages().iter().map(|language| language.code()).collect())
}
