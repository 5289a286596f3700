//! What entering and correcting have in common: the round whose result is public, the day of a sitting, and the mail to the
//! author.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::refusal::CouncilError;
use crate::actions::steps::{Outgoing, enqueue, round_of, tell_followers};
use crate::domain::decision::{CouncilDecision, check_sitting_day};
use crate::domain::ids::{ProjectNumber, ProposalNumber, RoundId};
use crate::domain::news::NewsKind;
use crate::domain::round::{Origin, Round};
use crate::domain::schedule::Window;
use crate::locale::{Language, local_day};
use crate::mail::{Message, MessageIds};
use crate::store::Tx;
use crate::store::organisation::{find_organisation, find_zone};
use crate::store::proposals::{find_author, find_proposal};

/// The round, once its result is public.
pub(super) fn decided_round(tx: &mut Tx<'_>, round: RoundId) -> Result<Round, CouncilError> {
    let found = round_of(tx, round)?;
    if found.facts.result_published_at.is_none() {
        return Err(CouncilError::ResultNotPublished);
    }
    Ok(found)
}

/// The last day on which people voted. Where ballots came from elsewhere, nobody knows it.
#[must_use]
pub fn last_day_of_voting(round: &Round, zone: Tz) -> Option<NaiveDate> {
    let end = match round.origin {
        Origin::Live => round.schedule.span(Window::Voting)?.closes_at?,
        Origin::Imported | Origin::Generated => return None,
    };
    Some(local_day(end.plus(TimeDelta::milliseconds(-1)), zone))
}

/// Checks the day on which a decision is said to have been made.
pub(super) fn check_day(tx: &mut Tx<'_>, round: &Round, decision: &CouncilDecision) -> Result<(), CouncilError> {
    let zone = find_zone(tx)?;
    let (today, voted_until) = (local_day(tx.now, zone), last_day_of_voting(round, zone));
    Ok(check_sitting_day(decision.decided_on(), today, voted_until)?)
}

/// Tells the followers and the author of the proposal that a project was made of, if it was made of one and the author is known. A project
/// keeps the number of its proposal.
pub(super) fn tell_of_decision(
    tx: &mut Tx<'_>,
    (ids, place): (&MessageIds, usize),
    (round, number): (&Round, ProjectNumber),
    decision: &CouncilDecision,
    corrected: bool,
) -> Result<(), CouncilError> {
    let proposal = match round.origin {
        Origin::Live => find_proposal(tx, ProposalNumber::new(number.value()))?,
        Origin::Imported | Origin::Generated => None,
    };
    let Some(proposal) = proposal.filter(|proposal| proposal.round == round.id) else { return Ok(()) };
    let (about, outcome) = ((round.id, Some(proposal.id)), decision.outcome());
    tell_followers(tx, about, NewsKind::Council, outcome.as_str())?;
    let Some(recipient) = find_author(tx, proposal.id)? else { return Ok(()) };
    let language = Language::from_code(&proposal.language).unwrap_or_default();
    let message = Message::CouncilDecided {
        number: number.value(),
        slug: round.slug.as_str().to_owned(),
        council: find_organisation(tx)?.map(|found| found.text(language.written()).council).unwrap_or_default(),
        outcome,
        decided_on: decision.decided_on(),
        paper: decision.paper().to_owned(),
        reason: decision.reason().map(str::to_owned),
        corrected,
    };
    Ok(enqueue(tx, ids, place, Outgoing::new(&message, &recipient, language))?)
}
