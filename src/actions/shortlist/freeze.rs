//! Freezing the shortlist: each proposal becomes a project with its number, and the cost of the verdict. Until somebody can
//! vote it can be opened again, with a public reason.

use std::sync::Arc;

use chrono_tz::UTC;

use super::refusal::ShortlistError;
use super::selected::{selected_round, selecting};
use crate::actions::steps::{RecordIds, append, enter_on_proposal, tell_author, tell_followers};
use crate::domain::ids::{AreaId, ProjectNumber, RoundId};
use crate::domain::news::NewsKind;
use crate::domain::permission::Actor;
use crate::domain::reason::PublicReason;
use crate::domain::round::{AreaLimit, Round};
use crate::domain::schedule::Window;
use crate::locale::{Arg, Catalogue, Language, Words};
use crate::mail::{Message, MessageIds};
use crate::record::{Act, Subject};
use crate::store::areas::list_areas;
use crate::store::ballots::count_ballots;
use crate::store::projects::{NewProject, insert_project, list_project_keys};
use crate::store::set_up::update_ballot_version;
use crate::store::shortlist::{
    Candidate, CandidatesOf, count_candidates, delete_frozen, find_frozen, find_only_area, insert_frozen,
    list_candidates, update_excluded,
};
use crate::store::texts::{ProjectText, insert_project_text};
use crate::store::{Conn, Db, Lock, StoreError, Tx};

/// Freezes the shortlist of a round. What is not decided yet does not come onto this ballot; what has fewer supports than its
/// area needs is left out with that as the public reason, in the language of the proposal, and its author is told.
///
/// # Errors
/// [`ShortlistError::Empty`], [`ShortlistError::WithoutArea`], [`ShortlistError::WithoutCost`], [`ShortlistError::Frozen`],
/// [`ShortlistError::GivenProjects`], [`ShortlistError::VotingBegan`]; when the actor may not, or the database fails.
pub async fn freeze_shortlist(
    db: &Db,
    catalogue: &Arc<Catalogue>,
    actor: Actor,
    round: RoundId,
) -> Result<(), ShortlistError> {
    match freeze_once(db, catalogue, actor, round).await {
        // Somebody took a support back at the same moment: by now one more has too few.
        Err(ShortlistError::Store(StoreError::Conflict)) => freeze_once(db, catalogue, actor, round).await,
        other => other,
    }
}

async fn freeze_once(db: &Db, catalogue: &Arc<Catalogue>, actor: Actor, round: RoundId) -> Result<(), ShortlistError> {
    let (ids, mails, catalogue) = (RecordIds::draw()?, MessageIds::draw()?, Arc::clone(catalogue));
    let short = db.read(move |conn| list_short(conn, round)).await?;
    let entries = short.iter().map(|_| RecordIds::draw()).collect::<Result<Vec<_>, _>>()?;
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
        leave_out_short(tx, (&found, actor), &catalogue, (&entries, &mails))?;
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

/// What would stand on the ballot if enough people supported it.
fn list_short(conn: &mut Conn, round: RoundId) -> Result<Vec<Candidate>, StoreError> {
    let excluded = list_candidates(conn, round, CandidatesOf::Excluded, (0, i64::MAX))?;
    Ok(excluded.into_iter().filter(|candidate| candidate.excluded.is_none()).collect())
}

fn leave_out_short(
    tx: &mut Tx<'_>,
    (round, actor): (&Round, Actor),
    catalogue: &Catalogue,
    (entries, mails): (&[RecordIds], &MessageIds),
) -> Result<(), ShortlistError> {
    let (short, now) = (list_short(tx, round.id)?, tx.now);
    if short.len() > entries.len() {
        return Err(StoreError::Conflict.into());
    }
    for (place, (candidate, ids)) in short.iter().zip(entries).enumerate() {
        let (proposal, needed) = (&candidate.proposal, candidate.needed.unwrap_or_default());
        let language = Language::from_code(&proposal.language).unwrap_or_default();
        let supports = [("count", Arg::Count(candidate.supports)), ("needed", Arg::Count(needed))];
        let why = Words::new(catalogue, language, UTC).text("shortlist-short-reason", &supports);
        // It goes where reasons go that somebody typed: without the signs that set a value apart on a page.
        let why = why.replace(['\u{2068}', '\u{2069}'], "");
        let reason =
            PublicReason::parse(&why).map_err(|_| StoreError::corrupt("shortlist", "excluded_reason", &why))?;
        update_excluded(tx, proposal.id, Some(&reason), now)?;
        tell_followers(tx, (round.id, Some(proposal.id)), NewsKind::LeftOut, "")?;
        let details = [("reason", reason.as_str().into())];
        enter_on_proposal(tx, ids, actor, (Act::ProposalExcluded, round, proposal.number), details)?;
        let message = Message::ProposalExcluded {
            number: proposal.number.value(),
            slug: round.slug.as_str().to_owned(),
            reason: reason.as_str().to_owned(),
        };
        tell_author(tx, (mails, place), proposal, &message)?;
    }
    Ok(())
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
