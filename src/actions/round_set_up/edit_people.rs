//! Changing who may propose, support and vote.

use super::part::{Edit, change_texts, edit_part};
use super::refusal::SetUpError;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::Actor;
use crate::domain::round::{Basis, Declared, Eligible};
use crate::domain::set_up::RoundPart;
use crate::domain::text::Prose;
use crate::store::Db;
use crate::store::set_up::{update_eligible, update_voters};
use crate::store::turnout::count_roll;

/// Who may do what, as it is to be.
#[derive(Debug, Clone)]
pub struct EditPeople {
    /// Who may propose.
    pub proposers: Eligible,
    /// Who may support.
    pub supporters: Eligible,
    /// By what people come to a ballot.
    pub basis: Basis,
    /// What people with an account declare.
    pub declared: Declared,
    /// The round's own words for that in each language; empty where the usual ones do.
    pub declaration: ByLanguage<Prose>,
    /// Who may vote, in the organisation's words in each language. Who really may stands on the roll.
    pub who_may_vote: ByLanguage<Prose>,
}

/// Changes who may do what.
///
/// # Errors
/// When codes were made that would lead nowhere, or the part cannot be changed as [`SetUpError`] says.
pub async fn edit_people(db: &Db, actor: Actor, edit: Edit, wanted: EditPeople) -> Result<(), SetUpError> {
    edit_part(db, actor, (RoundPart::People, edit), move |tx, set_up| {
        let round = set_up.round.id;
        if !wanted.basis.takes_codes() && count_roll(tx, round)? > 0 {
            return Err(SetUpError::CodesInLetters);
        }
        update_eligible(tx, round, (wanted.proposers, wanted.supporters))?;
        update_voters(tx, round, (wanted.basis, wanted.declared))?;
        let texts = wanted.who_may_vote.iter().map(|(language, who)| {
            let declaration = wanted.declaration.get(language).map(|prose| prose.as_str().to_owned());
            (language.clone(), (who.as_str().to_owned(), declaration.unwrap_or_default()))
        });
        Ok(change_texts(tx, set_up, &texts.collect(), |text, typed| {
            (text.who_may_vote, text.declaration) = typed.clone();
        })?)
    })
    .await
}
