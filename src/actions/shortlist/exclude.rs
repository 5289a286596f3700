//! Leaving a proposal out of the ballot, with a reason that everybody reads; taking it in again; choosing its area.

use super::refusal::ShortlistError;
use super::selected::candidate;
use crate::actions::steps::{RecordIds, authorise, enter_on_proposal, tell_author, tell_followers};
use crate::domain::ids::{AreaId, ProposalNumber};
use crate::domain::news::NewsKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::reason::PublicReason;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::areas::list_areas;
use crate::store::proposals::{RoundOf, find_round_of};
use crate::store::shortlist::{update_area, update_excluded, update_included};
use crate::store::{Db, Lock};

/// Leaves a proposal out of the ballot. Its author is told the reason, where there is an address.
///
/// # Errors
/// [`ShortlistError::NoCandidate`], [`ShortlistError::Frozen`], [`ShortlistError::VotingBegan`]; when the actor may not, or
/// the database fails.
pub async fn exclude_proposal(
    db: &Db,
    actor: Actor,
    number: ProposalNumber,
    reason: PublicReason,
) -> Result<(), ShortlistError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    db.write(Lock::RoundShared(round), move |tx| {
        let ((round, candidate), now) = (candidate(tx, actor, number)?, tx.now);
        update_excluded(tx, candidate.proposal.id, Some(&reason), now)?;
        let why = [("reason", reason.as_str().into())];
        enter_on_proposal(tx, &ids, actor, (Act::ProposalExcluded, &round, number), why)?;
        tell_followers(tx, (round.id, Some(candidate.proposal.id)), NewsKind::LeftOut, "")?;
        let message = Message::ProposalExcluded {
            number: number.value(),
            slug: round.slug.as_str().to_owned(),
            reason: reason.as_str().to_owned(),
        };
        Ok(tell_author(tx, (&mails, 0), &candidate.proposal, &message)?)
    })
    .await
}

/// Takes a proposal in again that was left out.
///
/// # Errors
/// [`ShortlistError::NoCandidate`], [`ShortlistError::Frozen`], [`ShortlistError::VotingBegan`]; when the actor may not, or
/// the database fails.
pub async fn include_proposal(db: &Db, actor: Actor, number: ProposalNumber) -> Result<(), ShortlistError> {
    let ids = RecordIds::draw()?;
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    db.write(Lock::RoundShared(round), move |tx| {
        let ((round, candidate), now) = (candidate(tx, actor, number)?, tx.now);
        if candidate.excluded.is_none() {
            return Ok(());
        }
        update_excluded(tx, candidate.proposal.id, None, now)?;
        tell_followers(tx, (round.id, Some(candidate.proposal.id)), NewsKind::BackIn, "")?;
        Ok(enter_on_proposal(tx, &ids, actor, (Act::ProposalIncluded, &round, number), [])?)
    })
    .await
}

/// Puts a proposal onto the ballot although it has fewer supports than its area needs, with a reason that everybody reads.
///
/// # Errors
/// [`ShortlistError::NoCandidate`], also when it has enough; [`ShortlistError::Frozen`], [`ShortlistError::VotingBegan`];
/// when the actor may not, or the database fails.
pub async fn override_threshold(
    db: &Db,
    actor: Actor,
    number: ProposalNumber,
    reason: PublicReason,
) -> Result<(), ShortlistError> {
    let ids = RecordIds::draw()?;
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    db.write(Lock::RoundShared(round), move |tx| {
        authorise(tx, actor, Permission::OverrideThreshold, Scope::Round(round))?;
        let ((round, candidate), now) = (candidate(tx, actor, number)?, tx.now);
        if candidate.falls_short_of().is_none() {
            return Err(ShortlistError::NoCandidate);
        }
        update_included(tx, candidate.proposal.id, &reason, now)?;
        let why = [("reason", reason.as_str().into())];
        Ok(enter_on_proposal(tx, &ids, actor, (Act::ProposalIncluded, &round, number), why)?)
    })
    .await
}

/// Puts a proposal for the whole of the round onto the list of an area.
///
/// # Errors
/// [`ShortlistError::AreaGone`] also when the proposal has an area of its own; [`ShortlistError::NoCandidate`], [`ShortlistError::Frozen`],
/// [`ShortlistError::VotingBegan`]; when the actor may not, or the database fails.
pub async fn place_proposal(db: &Db, actor: Actor, number: ProposalNumber, area: AreaId) -> Result<(), ShortlistError> {
    let ids = RecordIds::draw()?;
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    db.write(Lock::RoundShared(round), move |tx| {
        let ((round, candidate), now) = (candidate(tx, actor, number)?, tx.now);
        let areas = list_areas(tx, round.id)?;
        let is_everywhere = candidate.proposal.area.is_none();
        let wanted = areas.iter().find(|one| is_everywhere && one.id == area).ok_or(ShortlistError::AreaGone)?;
        update_area(tx, candidate.proposal.id, area, now)?;
        let to = [("area", i64::from(wanted.number.value()).into())];
        Ok(enter_on_proposal(tx, &ids, actor, (Act::ProposalPlaced, &round, number), to)?)
    })
    .await
}
