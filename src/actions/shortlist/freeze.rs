//! Freezing the shortlist: each proposal becomes a project with its number, and the cost of the verdict. Until somebody can
//! vote it can be opened again, with a public reason.

use super::refusal::ShortlistError;
use super::selected::{selected_round, selecting};
use crate::actions::steps::{RecordIds, append, tell_followers};
use crate::domain::ids::{AreaId, ProjectNumber, RoundId};
use crate::domain::news::NewsKind;
use crate::domain::permission::Actor;
use crate::domain::reason::PublicReason;
use crate::domain::round::{AreaLimit, Round};
use crate::domain::schedule::Window;
use crate::record::{Act, Subject};
use crate::store::areas::list_areas;
use crate::store::ballots::count_ballots;
use crate::store::projects::{NewProject, insert_project, list_project_keys};
use crate::store::set_up::update_ballot_version;
use crate::store::shortlist::{
    Candidate, CandidatesOf, count_candidates, delete_frozen, find_frozen, find_only_area, insert_frozen,
    list_candidates,
};
use crate::store::texts::{ProjectText, insert_project_text};
use crate::store::{Db, Lock, Tx};

/// Freezes the shortlist of a round. What is not decided yet does not come onto this ballot.
///
/// # Errors
/// [`ShortlistError::Empty`], [`ShortlistError::WithoutArea`], [`ShortlistError::WithoutCost`], [`ShortlistError::Frozen`],
/// [`ShortlistError::GivenProjects`], [`ShortlistError::VotingBegan`]; when the actor may not, or the database fails.
pub async fn freeze_shortlist(db: &Db, actor: Actor, round: RoundId) -> Result<(), ShortlistError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Round(round), move |tx| {
        let (found, now) = (selected_round(tx, actor, round)?, tx.now);
        check_nobody_voted(tx, &found)?;
        if find_frozen(tx, round)?.is_some() {
            return Err(ShortlistError::Frozen);
        }
        if !list_project_keys(tx, round, None)?.is_empty() {
            return Err(ShortlistError::GivenProjects);
        }
        let only = find_only_area(tx, round)?;
        let without = count_candidates(tx, round, CandidatesOf::WithoutArea)?;
        if only.is_none() && without > 0 {
            return Err(ShortlistError::WithoutArea(without));
        }
        let candidates = list_candidates(tx, round, CandidatesOf::Ballot, (0, i64::MAX))?;
        if candidates.is_empty() {
            return Err(ShortlistError::Empty);
        }
        check_costs(tx, (round, only), &candidates)?;
        for candidate in &candidates {
            let Some(area) = candidate.area.or(only) else { return Err(ShortlistError::WithoutArea(1)) };
            put_on_ballot(tx, (round, area), candidate)?;
            tell_followers(tx, (round, Some(candidate.proposal.id)), NewsKind::OnBallot, "")?;
        }
        insert_frozen(tx, round, now)?;
        update_ballot_version(tx, round)?;
        let projects = i64::try_from(candidates.len()).unwrap_or(i64::MAX);
        let excluded = count_candidates(tx, round, CandidatesOf::Excluded)?;
        let details = [("projects", projects.into()), ("excluded", excluded.into())];
        let subject = (Some(round), Subject::Round(found.public_id));
        Ok(append(tx, &ids, actor, Act::ShortlistFrozen, subject, details)?)
    })
    .await
}

/// A shortlist that was forgotten can be frozen while voting is open, as long as no ballot is in the box: without it nobody
/// could vote on anything.
fn check_nobody_voted(tx: &mut Tx<'_>, round: &Round) -> Result<(), ShortlistError> {
    let is_over = round.facts.voting_closed_at.is_some() || round.schedule.over(Window::Voting, tx.now);
    let has_begun = round.voting_has_begun(tx.now);
    if is_over || (has_begun && count_ballots(tx, round.id)? > 0) { Err(ShortlistError::VotingBegan) } else { Ok(()) }
}

/// What is paid from money has a cost: the areas may have changed since the verdict.
fn check_costs(
    tx: &mut Tx<'_>,
    (round, only): (RoundId, Option<AreaId>),
    candidates: &[Candidate],
) -> Result<(), ShortlistError> {
    let areas = list_areas(tx, round)?;
    let takes_money = |area: Option<AreaId>| {
        areas.iter().any(|one| Some(one.id) == area && matches!(one.limit, AreaLimit::Ceiling(_)))
    };
    let has_cost = |candidate: &Candidate| candidate.cost.is_some_and(|cost| cost.minor() > 0);
    let without = candidates.iter().find(|one| takes_money(one.area.or(only)) && !has_cost(one));
    without.map_or(Ok(()), |one| Err(ShortlistError::WithoutCost(one.proposal.number)))
}

/// The project of a proposal, in the language that the proposal is written in.
fn put_on_ballot(
    tx: &mut Tx<'_>,
    (round, area): (RoundId, AreaId),
    candidate: &Candidate,
) -> Result<(), ShortlistError> {
    let proposal = &candidate.proposal;
    let external_id = proposal.number.padded();
    let new = NewProject {
        number: ProjectNumber::new(proposal.number.value()),
        external_id: &external_id,
        cost: candidate.cost,
        topic: None,
    };
    let id = insert_project(tx, round, area, &new)?;
    let text = ProjectText {
        title: proposal.title.clone(),
        summary: proposal.summary.clone(),
        description: proposal.body.clone(),
        place: proposal.place.clone(),
    };
    Ok(insert_project_text(tx, id, &proposal.language, &text)?)
}

/// Opens a frozen shortlist again.
///
/// # Errors
/// [`ShortlistError::NotFrozen`], [`ShortlistError::VotingBegan`]; when the actor may not, or the database fails.
pub async fn reopen_shortlist(
    db: &Db,
    actor: Actor,
    round: RoundId,
    reason: PublicReason,
) -> Result<(), ShortlistError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Round(round), move |tx| {
        let found = selecting(tx, actor, round)?;
        if find_frozen(tx, round)?.is_none() {
            return Err(ShortlistError::NotFrozen);
        }
        delete_frozen(tx, round)?;
        update_ballot_version(tx, round)?;
        let subject = (Some(round), Subject::Round(found.public_id));
        let details = [("reason", reason.as_str().into())];
        Ok(append(tx, &ids, actor, Act::ShortlistReopened, subject, details)?)
    })
    .await
}
