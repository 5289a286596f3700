//! Changing title, name in addresses, currency and effect.

use super::part::{Edit, change_texts, edit_part};
use super::refusal::SetUpError;
use crate::domain::money::Currency;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::round::Effect;
use crate::domain::set_up::RoundPart;
use crate::domain::slug::Slug;
use crate::domain::text::Line;
use crate::store::set_up::{delete_round_part, update_basics};
use crate::store::turnout::count_roll;
use crate::store::{Db, StoreError};

/// The basics of a round as they are to be.
#[derive(Debug, Clone)]
pub struct EditBasics {
    /// Its title in each language.
    pub titles: ByLanguage<Line>,
    /// Its name in addresses.
    pub slug: Slug,
    /// What it counts its money in.
    pub currency: Currency,
    /// What the result does.
    pub effect: Effect,
}

/// Changes the basics. Address and currency stay once the round is public.
///
/// # Errors
/// When the address is taken or stays, or the part cannot be changed as [`SetUpError`] says.
pub async fn edit_basics(db: &Db, actor: Actor, edit: Edit, wanted: EditBasics) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::Basics, edit), move |tx, set_up| {
        let round = &set_up.round;
        if set_up.is_public() && (round.slug != wanted.slug || round.currency != wanted.currency) {
            return Err(SetUpError::AddressAndCurrencyStay);
        }
        if round.slug != wanted.slug && count_roll(tx, round.id)? > 0 {
            return Err(SetUpError::SlugInLetters);
        }
        if round.currency != wanted.currency {
            // The amounts keep their digits and mean something else: somebody must look at them again.
            delete_round_part(tx, (round.id, RoundPart::Areas))?;
        }
        update_basics(tx, round.id, (&wanted.slug, &wanted.currency, wanted.effect)).map_err(|error| match error {
            StoreError::Conflict => SetUpError::SlugTaken,
            other => other.into(),
        })?;
        Ok(change_texts(tx, set_up, &wanted.titles, |text, title| title.as_str().clone_into(&mut text.title))?)
    })
    .await
}
