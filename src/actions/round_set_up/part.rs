//! What all edits of a round share: the check of permission, of what may still be changed, of the reason and of the
//! version, and the entry.

use super::refusal::SetUpError;
use crate::actions::steps::{RecordIds, append, authorise, languages_on_offer, round_of};
use crate::domain::ids::RoundId;
use crate::domain::organisation::ByLanguage;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::reason::PublicReason;
use crate::domain::round::{Origin, RoundText};
use crate::domain::set_up::{RoundPart, SetUp};
use crate::record::{Act, Subject};
use crate::store::set_up::{find_set_up, update_ballot_version, update_round_part};
use crate::store::texts::replace_round_text;
use crate::store::{Db, Lock, StoreError, Tx};

/// Which round is edited, upon which version of the part, and why.
#[derive(Debug, Clone)]
pub struct Edit {
    /// The round.
    pub round: RoundId,
    /// The version of the part that was seen when its form was opened; none when nobody had saved it.
    pub seen: Option<i64>,
    /// The public reason; a draft needs none.
    pub reason: Option<PublicReason>,
}

/// Changes one part of a round.
pub(super) async fn edit_part(
    db: &Db,
    actor: Actor,
    (part, edit): (RoundPart, Edit),
    change: impl Fn(&mut Tx<'_>, &SetUp) -> Result<(), SetUpError> + Send + 'static,
) -> Result<(), SetUpError> {
    let ids = RecordIds::draw()?;
    let Edit { round, seen, reason } = edit;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::SetUpRound, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        let set_up = find_set_up(tx, found)?;
        let now = tx.now;
        if set_up.round.origin != Origin::Live {
            return Err(SetUpError::NotLive);
        }
        if let Some(frozen) = set_up.frozen(part, now) {
            return Err(SetUpError::Frozen(frozen));
        }
        if set_up.is_public() && reason.is_none() {
            return Err(SetUpError::ReasonMissing);
        }
        if !update_round_part(tx, (round, part), seen, now)? {
            return Err(SetUpError::ChangedMeanwhile);
        }
        change(tx, &set_up)?;
        if set_up.is_public() {
            check_complete(tx, (round, part))?;
        }
        if matches!(part, RoundPart::Areas | RoundPart::Ballot) {
            update_ballot_version(tx, round)?;
        }
        let details = [
            ("part", part.as_str().into()),
            ("reason", reason.as_ref().filter(|_| set_up.is_public()).map(PublicReason::as_str).into()),
        ];
        let subject = (Some(round), Subject::Round(set_up.round.public_id));
        append(tx, &ids, actor, Act::RoundChanged, subject, details)?;
        Ok(())
    })
    .await
}

/// A public round never becomes one that nobody could count.
fn check_complete(tx: &mut Tx<'_>, (round, part): (RoundId, RoundPart)) -> Result<(), SetUpError> {
    let now = tx.now;
    let found = round_of(tx, round)?;
    let set_up = find_set_up(tx, found)?;
    let languages = languages_on_offer(tx)?;
    let lacks = set_up.lacks_in_public(part, &languages, now);
    if lacks.is_empty() { Ok(()) } else { Err(SetUpError::Incomplete(lacks)) }
}

/// Writes something of what the round says of itself, in each language in which it was typed; the rest stays.
pub(super) fn change_texts<T>(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    typed: &ByLanguage<T>,
    write: impl Fn(&mut RoundText, &T),
) -> Result<(), StoreError> {
    for (language, typed) in typed {
        let mut text = set_up.texts.get(language).cloned().unwrap_or_default();
        write(&mut text, typed);
        replace_round_text(tx, set_up.round.id, language, &text)?;
    }
    Ok(())
}
