//! Correcting what somebody of the office mistyped, as long as nobody reviews the proposal. What it said before is kept.

use super::refusal::ProposalError;
use super::take_in::searched;
use crate::actions::steps::{RecordIds, authorise, enter_on_proposal, round_of, tell_author};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::{Correction, ProposalState, Wording};
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::proposal_entries::{find_entry_of_office, update_corrected, update_version};
use crate::store::proposal_words::replace_words;
use crate::store::proposals::{Proposal, find_proposal};
use crate::store::reviews::{Review, find_review};
use crate::store::{Db, Lock, StoreError};

/// Corrects a proposal that was entered by whoever corrects it, or by anybody when an administrator does. `seen` is the
/// version that was corrected. The author is told if there is an address. Without any change nothing is done.
///
/// # Errors
/// [`ProposalError::ChangedMeanwhile`], [`ProposalError::Standing`] when it is hidden, taken back or being reviewed;
/// [`StoreError::NotFound`] when the office did not enter it; when the actor may not, or the database fails.
pub async fn correct_proposal(
    db: &Db,
    actor: Actor,
    (number, seen): (ProposalNumber, i64),
    correction: Correction,
) -> Result<(), ProposalError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
        let scope = Scope::Round(proposal.round);
        authorise(tx, actor, Permission::EnterProposals, scope)?;
        let entry = find_entry_of_office(tx, proposal.id)?.ok_or(StoreError::NotFound)?;
        if entry.account.is_none() || entry.account != actor.account() {
            authorise(tx, actor, Permission::CorrectEnteredProposals, scope)?;
        }
        if !may_be_corrected(proposal.state, &find_review(tx, proposal.id)?) {
            return Err(ProposalError::Standing(proposal.state));
        }
        if entry.version != seen {
            return Err(ProposalError::ChangedMeanwhile);
        }
        let changed = changed_fields(&proposal, &correction);
        if changed.is_empty() {
            return Ok(());
        }
        if !update_version(tx, proposal.id, seen)? {
            return Err(ProposalError::ChangedMeanwhile);
        }
        let (round, now) = (round_of(tx, proposal.round)?, tx.now);
        if !update_corrected(tx, (&proposal, seen), &correction, now)? {
            return Err(ProposalError::Standing(proposal.state));
        }
        replace_words(tx, proposal.id, Some((round.id, &searched(&wording(&proposal, &correction)))))?;
        let fields = changed.into_iter().map(Into::into).collect::<Vec<_>>();
        enter_on_proposal(tx, &ids, actor, (Act::ProposalCorrected, &round, number), [("fields", fields.into())])?;
        let message = Message::ProposalCorrected { number: number.value(), slug: round.slug.as_str().to_owned() };
        Ok(tell_author(tx, (&mails, 0), &proposal, &message)?)
    })
    .await
}

/// Whether a proposal stands where mistakes in typing are still corrected: nobody has begun to review it.
#[must_use]
pub const fn may_be_corrected(state: ProposalState, review: &Review) -> bool {
    matches!(state, ProposalState::Unchecked | ProposalState::Received) && review.version == Review::NOT_BEGUN
}

fn changed_fields(before: &Proposal, after: &Correction) -> Vec<&'static str> {
    let fields = [
        ("title", before.title.as_str(), after.title.as_str()),
        ("body", &before.body, after.body.as_str()),
        ("summary", &before.summary, after.summary.as_str()),
        ("place", &before.place, after.place.as_str()),
        ("display_name", &before.display_name, after.display_name.as_str()),
    ];
    fields.into_iter().filter(|(_, before, after)| before != after).map(|(name, _, _)| name).collect()
}

fn wording(before: &Proposal, after: &Correction) -> Wording {
    Wording {
        language: before.language.clone(),
        title: after.title.clone(),
        body: after.body.clone(),
        summary: after.summary.clone(),
    }
}
