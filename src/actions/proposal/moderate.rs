//! Showing, hiding and restoring proposals. Nothing is ever deleted: what is hidden names the rule and the reason, the
//! author is told both, and it can be restored.

use super::refusal::ProposalError;
use crate::actions::steps::{RecordIds, authorise, enter_on_proposal, round_of, take_off_ballot, tell_author};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::{HidingRule, ProposalState};
use crate::domain::reason::PublicReason;
use crate::domain::report::{HiddenPart, ReportOutcome};
use crate::domain::round::Round;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::hidings::{insert_hiding, update_hiding_restored};
use crate::store::proposal_reports::update_reports_settled;
use crate::store::proposals::{Proposal, RoundOf, find_proposal, find_round_of, update_state};
use crate::store::{Db, Lock, StoreError, Tx};

/// Shows a proposal to everybody that was read before.
///
/// # Errors
/// [`ProposalError::Standing`] when it does not wait to be read; when the actor may not, or the database fails.
pub async fn show_proposal(db: &Db, actor: Actor, number: ProposalNumber) -> Result<(), ProposalError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let (proposal, round) = moderated(tx, actor, number)?;
        change(tx, &proposal, (ProposalState::Unchecked, ProposalState::Received), None)?;
        Ok(enter_on_proposal(tx, &ids, actor, (Act::ProposalShown, &round, number), [])?)
    })
    .await
}

/// Hides a proposal; its author is told the rule and the reason, and reports about it are settled.
///
/// # Errors
/// [`ProposalError::Standing`] when it is hidden already or was taken back; when the actor may not, or the database fails.
pub async fn hide_proposal(
    db: &Db,
    actor: Actor,
    number: ProposalNumber,
    rule: HidingRule,
    reason: PublicReason,
) -> Result<(), ProposalError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    db.write(Lock::RoundShared(round), move |tx| {
        let (proposal, round) = moderated(tx, actor, number)?;
        match proposal.state {
            ProposalState::Unchecked | ProposalState::Received => {}
            other => return Err(ProposalError::Standing(other)),
        }
        change(tx, &proposal, (proposal.state, ProposalState::Hidden), Some((rule, &reason)))?;
        let now = tx.now;
        insert_hiding(tx, &proposal, (HiddenPart::Text, rule), now)?;
        update_reports_settled(tx, (proposal.id, None), (ReportOutcome::Hidden, ""), now)?;
        take_off_ballot(tx, &round, number)?;
        let why = [("rule", rule.as_str().into()), ("reason", reason.as_str().into())];
        enter_on_proposal(tx, &ids, actor, (Act::ProposalHidden, &round, number), why)?;
        let (number, slug, reason) = (number.value(), round.slug.as_str().to_owned(), reason.as_str().to_owned());
        Ok(tell_author(tx, (&mails, 0), &proposal, &Message::ProposalHidden { number, slug, rule, reason })?)
    })
    .await
}

/// Shows a hidden proposal again; its author is told.
///
/// # Errors
/// [`ProposalError::Standing`] when it is not hidden; when the actor may not, or the database fails.
pub async fn restore_proposal(db: &Db, actor: Actor, number: ProposalNumber) -> Result<(), ProposalError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Nothing, move |tx| {
        let (proposal, round) = moderated(tx, actor, number)?;
        change(tx, &proposal, (ProposalState::Hidden, ProposalState::Received), None)?;
        let now = tx.now;
        update_hiding_restored(tx, &proposal, HiddenPart::Text, now)?;
        enter_on_proposal(tx, &ids, actor, (Act::ProposalRestored, &round, number), [])?;
        let (number, slug) = (number.value(), round.slug.as_str().to_owned());
        Ok(tell_author(tx, (&mails, 0), &proposal, &Message::ProposalRestored { number, slug })?)
    })
    .await
}

/// The proposal with its round, for whoever may moderate there.
pub(super) fn moderated(
    tx: &mut Tx<'_>,
    actor: Actor,
    number: ProposalNumber,
) -> Result<(Proposal, Round), ProposalError> {
    let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
    authorise(tx, actor, Permission::ModerateProposals, Scope::Round(proposal.round))?;
    let round = round_of(tx, proposal.round)?;
    Ok((proposal, round))
}

/// Moves a proposal from the state in which it must stand.
pub(super) fn change(
    tx: &mut Tx<'_>,
    proposal: &Proposal,
    (from, to): (ProposalState, ProposalState),
    hidden: Option<(HidingRule, &PublicReason)>,
) -> Result<(), ProposalError> {
    let now = tx.now;
    if proposal.state == from && update_state(tx, proposal.id, (from, to), hidden, now)? {
        Ok(())
    } else {
        Err(ProposalError::Standing(proposal.state))
    }
}
