//! The verdict on a proposal. It is public from then on; another one may follow it, and both stay to be read.

use chrono::TimeDelta;

use super::refusal::ReviewError;
use super::reviewed::{Reviewed, SeenVersion, reviewed};
use crate::actions::steps::{RecordIds, tell_author, tell_followers};
use crate::domain::ids::{DepartmentId, ProposalNumber};
use crate::domain::news::NewsKind;
use crate::domain::permission::Actor;
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Event, FIRST_ANSWER, Finding, Route, Stage, Verdict};
use crate::domain::round::{AreaLimit, Round};
use crate::locale::Language;
use crate::mail::{Message, MessageIds};
use crate::record::Act;
use crate::store::areas::list_areas;
use crate::store::objections::find_objection;
use crate::store::proposals::{Proposal, RoundOf, find_proposal, find_round_of};
use crate::store::reviews::{ReviewChange, find_review, update_joined_opened};
use crate::store::shortlist::{find_frozen, stands_on_ballot};
use crate::store::verdicts::insert_verdict;
use crate::store::{Db, Lock, StoreError, Tx};

/// What somebody decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// What was found; its original is set by this act.
    pub finding: Finding,
    /// The number of the proposal that says the same, where one is named.
    pub original: Option<ProposalNumber>,
    /// The language of what is in own words.
    pub language: Language,
}

/// Gives a verdict; the form stays as it was typed, without being asked for again. The author is told, and so is the
/// author of the proposal that goes on for both. Where it does not go on, those that were to go on with it come back into the
/// queue.
///
/// # Errors
/// [`ReviewError::Faults`] with all that the verdict lacks; [`ReviewError::NoOriginal`]; [`ReviewError::OnTheBallot`];
/// [`ReviewError::BallotMade`];
/// [`ReviewError::AuthorIsAsked`] while the author may still answer; [`ReviewError::ChangedMeanwhile`],
/// [`ReviewError::NotReviewed`], [`ReviewError::OtherDepartment`]; when the actor may not, or the database fails.
pub async fn decide_proposal(
    db: &Db,
    actor: Actor,
    (number, seen): (ProposalNumber, SeenVersion),
    (decision, fields): (Decision, String),
) -> Result<(), ReviewError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    // Alone in the round: the ballot is not made meanwhile, and no two proposals join each other.
    db.write(Lock::Round(round), move |tx| {
        let (found, now) = (reviewed(tx, actor, (number, seen))?, tx.now);
        let stage = found.after(Event::Decide)?;
        if found.review.stage == Stage::Asked && now < found.review.due_at {
            return Err(ReviewError::AuthorIsAsked(found.review.due_at));
        }
        let original = find_original(tx, &found, &decision)?;
        let finding = Finding { original: original.as_ref().map(|one| one.id), ..decision.finding.clone() };
        let verdict = Verdict::check(finding, counts_money(tx, &found)?).map_err(ReviewError::Faults)?;
        let (route, department) = (verdict.finding().route, found.review.department);
        check_ballot(tx, &found, route)?;
        insert_verdict(tx, (found.proposal.id, department), &verdict, (decision.language.written(), now))?;
        let days = now.since(found.proposal.submitted_at).max(TimeDelta::zero()).num_days();
        let change = ReviewChange {
            stage: Some((stage, now)),
            fields: Some(fields.clone()),
            decided: Some((route, now, days)),
            cost_once: verdict.finding().costs.once,
            ..ReviewChange::default()
        };
        found.change(tx, change)?;
        if !matches!(route, Route::Vote | Route::Direct | Route::Fund) {
            update_joined_opened(tx, found.proposal.id, now.plus(FIRST_ANSWER))?;
        }
        let by = department.map(DepartmentId::value).map_or(crate::record::Value::Null, Into::into);
        found.enter(tx, (&ids, actor, Act::ProposalDecided), [("route", route.as_str().into()), ("department", by)])?;
        let may_object = route.may_be_objected() && find_objection(tx, found.proposal.id)?.is_none();
        let message = told(&found, &verdict, (original.as_ref(), may_object));
        tell_author(tx, (&mails, 0), &found.proposal, &message)?;
        let (this, round) = (&found.proposal, found.round.id);
        match original {
            Some(original) => {
                tell_followers(tx, (round, Some(this.id)), NewsKind::Joined, &original.number.padded())?;
                tell_followers(tx, (round, Some(original.id)), NewsKind::Joined, &this.number.padded())?;
                let message = joined(&original, &found.proposal, &found.round);
                Ok(tell_author(tx, (&mails, 1), &original, &message)?)
            }
            None => Ok(tell_followers(tx, (round, Some(this.id)), NewsKind::Decided, route.as_str())?),
        }
    })
    .await
}

/// What stands on the ballot stays there, and nothing is sent to a ballot that is made.
fn check_ballot(tx: &mut Tx<'_>, found: &Reviewed, route: Route) -> Result<(), ReviewError> {
    if stands_on_ballot(tx, found.round.id, found.proposal.number)? {
        return Err(ReviewError::OnTheBallot);
    }
    if route == Route::Vote && (found.round.voting_has_begun(tx.now) || find_frozen(tx, found.round.id)?.is_some()) {
        return Err(ReviewError::BallotMade);
    }
    Ok(())
}

/// The proposal that goes on for this one: another one of the same round that everybody can read and that is no duplicate
/// itself, so that the way from one to the next ends.
fn find_original(tx: &mut Tx<'_>, found: &Reviewed, decision: &Decision) -> Result<Option<Proposal>, ReviewError> {
    let Some(number) = decision.original.filter(|_| decision.finding.route == Route::Duplicate) else {
        return Ok(None);
    };
    let original = find_proposal(tx, number)?.ok_or(ReviewError::NoOriginal)?;
    let is_other = original.id != found.proposal.id && original.round == found.round.id;
    if !is_other || original.state != ProposalState::Received {
        return Err(ReviewError::NoOriginal);
    }
    let is_duplicate = find_review(tx, original.id)?.route == Some(Route::Duplicate);
    if is_duplicate { Err(ReviewError::NoOriginal) } else { Ok(Some(original)) }
}

/// Whether the vote on it is about money: in its area, or anywhere in the round when it is for all of it.
fn counts_money(tx: &mut Tx<'_>, found: &Reviewed) -> Result<bool, StoreError> {
    let areas = list_areas(tx, found.round.id)?;
    let own = found.proposal.area;
    Ok(areas
        .iter()
        .filter(|area| own.is_none_or(|own| own == area.id))
        .any(|area| matches!(area.limit, AreaLimit::Ceiling(_))))
}

fn told(found: &Reviewed, verdict: &Verdict, (original, may_object): (Option<&Proposal>, bool)) -> Message {
    let finding = verdict.finding();
    Message::ProposalDecided {
        number: found.proposal.number.value(),
        slug: found.round.slug.as_str().to_owned(),
        route: finding.route,
        standard: finding.standard.map(|reason| reason.as_str().to_owned()),
        reason: finding.reason.as_str().to_owned(),
        referred_to: finding.referred_to.as_str().to_owned(),
        next_step: finding.next_step.as_str().to_owned(),
        original: original.map(|original| original.number.value()),
        may_object,
    }
}

fn joined(original: &Proposal, duplicate: &Proposal, round: &Round) -> Message {
    Message::ProposalJoined {
        number: original.number.value(),
        slug: round.slug.as_str().to_owned(),
        duplicate: duplicate.number.value(),
    }
}
