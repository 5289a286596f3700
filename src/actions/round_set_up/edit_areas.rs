//! Changing the areas with their money or places.

use super::part::{Edit, edit_part};
use super::refusal::SetUpError;
use crate::domain::ids::{AreaId, AreaNumber, RoundId};
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::round::AreaLimit;
use crate::domain::set_up::RoundPart;
use crate::domain::text::Line;
use crate::store::areas::{delete_area, insert_area, update_area, update_supports_needed};
use crate::store::shortlist::find_frozen;
use crate::store::texts::{delete_area_names, insert_area_name};
use crate::store::{Db, StoreError, Tx};

/// An area as it is to be.
#[derive(Debug, Clone)]
pub struct EditArea {
    /// Which one; none for a new one.
    pub id: Option<AreaId>,
    /// Its name in each language.
    pub names: ByLanguage<Line>,
    /// How much it can fund.
    pub limit: AreaLimit,
    /// Whether people vote here whichever area their row of the roll is bound to.
    pub for_everyone: bool,
    /// How many supports a proposal needs to reach its list on the ballot.
    pub supports_needed: Option<u32>,
}

/// Makes the areas what `wanted` is. Those that are not in it are removed; a new one gets the number after the highest,
/// for numbers stand on ballots and never change.
///
/// # Errors
/// When an area that goes has projects, one would change from money to places or back although the selection is frozen, or the part cannot be changed as [`SetUpError`] says.
pub async fn edit_areas(db: &Db, actor: Actor, edit: Edit, wanted: Vec<EditArea>) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::Areas, edit), move |tx, set_up| {
        let is_frozen = find_frozen(tx, set_up.round.id)?.is_some();
        let highest = set_up.areas.iter().map(|known| known.area.number.value()).max().unwrap_or(0);
        for known in &set_up.areas {
            if wanted.iter().all(|one| one.id != Some(known.area.id)) {
                remove(tx, known.area.id)?;
            }
        }
        let mut number = highest;
        for one in &wanted {
            match set_up.areas.iter().find(|known| one.id == Some(known.area.id)) {
                Some(known) => {
                    let area = known.area.id;
                    // What stands on the ballot has its cost there, or none.
                    if is_frozen && !is_alike(known.area.limit, one.limit) {
                        return Err(SetUpError::AreaFrozen(area));
                    }
                    update_area(tx, area, one.limit, one.for_everyone)?;
                    update_supports_needed(tx, area, one.supports_needed)?;
                    delete_area_names(tx, area)?;
                    write_names(tx, area, &known.names, &one.names)?;
                }
                // Somebody else removed it: it does not come back under another number.
                None if one.id.is_some() => {}
                None => {
                    number = number.saturating_add(1);
                    add(tx, set_up.round.id, AreaNumber::new(number), one)?;
                }
            }
        }
        Ok(())
    })
    .await
}

const fn is_alike(before: AreaLimit, after: AreaLimit) -> bool {
    matches!(
        (before, after),
        (AreaLimit::Ceiling(_), AreaLimit::Ceiling(_)) | (AreaLimit::Places(_), AreaLimit::Places(_))
    )
}

fn remove(tx: &mut Tx<'_>, area: AreaId) -> Result<(), SetUpError> {
    delete_area_names(tx, area)?;
    delete_area(tx, area).map_err(|error| match error {
        StoreError::Violation(_) => SetUpError::AreaInUse(area),
        other => other.into(),
    })
}

fn add(tx: &mut Tx<'_>, round: RoundId, number: AreaNumber, wanted: &EditArea) -> Result<(), StoreError> {
    let area = insert_area(tx, round, number, wanted.limit, wanted.for_everyone)?;
    update_supports_needed(tx, area, wanted.supports_needed)?;
    write_names(tx, area, &ByLanguage::new(), &wanted.names)
}

/// Names in languages that are not offered at present stay.
fn write_names(
    tx: &mut Tx<'_>,
    area: AreaId,
    known: &ByLanguage<String>,
    typed: &ByLanguage<Line>,
) -> Result<(), StoreError> {
    let kept = known.iter().filter(|(language, _)| !typed.contains_key(*language));
    let typed = typed.iter().map(|(language, name)| (language, name.as_str()));
    for (language, name) in kept.map(|(language, name)| (language, name.as_str())).chain(typed) {
        insert_area_name(tx, area, language, name)?;
    }
    Ok(())
}
