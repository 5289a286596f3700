//! Hiding the name that stands with a proposal, and showing it again. The text stays; the author is told of both.

use super::moderate::moderated;
use super::refusal::ProposalError;
use crate::actions::steps::{RecordIds, enter_on_proposal, tell_author};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::Actor;
use crate::domain::proposal::{HidingRule, ProposalState};
use crate::domain::reason::PublicReason;
use crate::domain::report::HiddenPart;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::hidings::{insert_hiding, update_hiding_restored};
use crate::store::proposals::{Proposal, update_name_hidden};
use crate::store::{Db, Lock, Tx};

/// Hides the name that stands with a proposal, with a rule and a public reason.
///
/// # Errors
/// [`ProposalError::Standing`] when there is no name, it is hidden already, or the proposal was taken back; when the actor
/// may not, or the database fails.
pub async fn hide_name(
    db: &Db,
    actor: Actor,
    number: ProposalNumber,
    rule: HidingRule,
    reason: PublicReason,
) -> Result<(), ProposalError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let (proposal, round) = moderated(tx, actor, number)?;
        if !may_hide_name(&proposal) {
            return Err(ProposalError::Standing(proposal.state));
        }
        change(tx, &proposal, Some((rule, &reason)))?;
        let now = tx.now;
        insert_hiding(tx, &proposal, (HiddenPart::Name, rule), now)?;
        let why = [("rule", rule.as_str().into()), ("reason", reason.as_str().into())];
        enter_on_proposal(tx, &ids, actor, (Act::ProposalNameHidden, &round, number), why)?;
        let (number, slug, reason) = (number.value(), round.slug.as_str().to_owned(), reason.as_str().to_owned());
        Ok(tell_author(tx, (&mails, 0), &proposal, &Message::ProposalNameHidden { number, slug, rule, reason })?)
    })
    .await
}

/// Shows a hidden name again.
///
/// # Errors
/// [`ProposalError::Standing`] when it is not hidden; when the actor may not, or the database fails.
pub async fn restore_name(db: &Db, actor: Actor, number: ProposalNumber) -> Result<(), ProposalError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let (proposal, round) = moderated(tx, actor, number)?;
        change(tx, &proposal, None)?;
        let now = tx.now;
        update_hiding_restored(tx, &proposal, HiddenPart::Name, now)?;
        enter_on_proposal(tx, &ids, actor, (Act::ProposalNameRestored, &round, number), [])?;
        let (number, slug) = (number.value(), round.slug.as_str().to_owned());
        Ok(tell_author(tx, (&mails, 0), &proposal, &Message::ProposalNameRestored { number, slug })?)
    })
    .await
}

/// Whether there is a name that can be hidden.
#[must_use]
pub fn may_hide_name(proposal: &Proposal) -> bool {
    proposal.state != ProposalState::Withdrawn && !proposal.shown_name().trim().is_empty()
}

fn change(
    tx: &mut Tx<'_>,
    proposal: &Proposal,
    hidden: Option<(HidingRule, &PublicReason)>,
) -> Result<(), ProposalError> {
    if update_name_hidden(tx, proposal.id, hidden)? { Ok(()) } else { Err(ProposalError::Standing(proposal.state)) }
}
