//! What entering and correcting have in common: the round whose result is public, the day of a sitting, and the mail to the
//! author.

use chrono::{NaiveDate, TimeDelta};
use chrono_tz::Tz;

use super::refusal::CouncilError;
use crate::actions::steps::{round_of, tell_author, tell_followers};
use crate::domain::decision::{CouncilDecision, check_sitting_day};
use crate::domain::ids::{ProjectNumber, ProposalNumber, RoundId};
use crate::domain::news::NewsKind;
use crate::domain::reason::PublicReason;
use crate::domain::round::{Origin, Round};
use crate::domain::schedule::Window;
use crate::locale::{Language, local_day};
use crate::mail::{Message, MessageIds};
use crate::store::organisation::{find_organisation, find_zone};
use crate::store::proposals::find_proposal_in;
use crate::store::{StoreError, Tx};

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

/// Tells the author and whoever follows the proposal what was decided.
pub(super) fn tell_of_decision(
    tx: &mut Tx<'_>,
    mail: (&MessageIds, usize),
    (round, number): (&Round, ProjectNumber),
    decision: &CouncilDecision,
    corrected: bool,
) -> Result<(), StoreError> {
    let outcome = decision.outcome();
    tell(tx, mail, (round, number), (NewsKind::Council, outcome.as_str()), |council| Message::CouncilDecided {
        number: number.value(),
        slug: round.slug.as_str().to_owned(),
        council,
        outcome,
        decided_on: decision.decided_on(),
        paper: decision.paper().to_owned(),
        reason: decision.reason().map(str::to_owned),
        corrected,
    })
}

/// Tells the same people that the decision was taken back.
pub(super) fn tell_of_taking_back(
    tx: &mut Tx<'_>,
    ids: &MessageIds,
    (round, number): (&Round, ProjectNumber),
    reason: &PublicReason,
) -> Result<(), StoreError> {
    let news = (NewsKind::CouncilTakenBack, "");
    tell(tx, (ids, 0), (round, number), news, |council| Message::CouncilDecisionTakenBack {
        number: number.value(),
        slug: round.slug.as_str().to_owned(),
        council,
        reason: reason.as_str().to_owned(),
    })
}

/// Tells those who follow the proposal that a project was made of, if it was made of one, and writes to its author, with the
/// name of the council in the language of the proposal. A project keeps the number of its proposal.
fn tell(
    tx: &mut Tx<'_>,
    mail: (&MessageIds, usize),
    (round, number): (&Round, ProjectNumber),
    (kind, detail): (NewsKind, &str),
    message: impl FnOnce(String) -> Message,
) -> Result<(), StoreError> {
    let proposal = match round.origin {
        Origin::Live => find_proposal_in(tx, round.id, ProposalNumber::new(number.value()))?,
        Origin::Imported | Origin::Generated => None,
    };
    let Some(proposal) = proposal else { return Ok(()) };
    tell_followers(tx, (round.id, Some(proposal.id)), kind, detail)?;
    let language = Language::from_code(&proposal.language).unwrap_or_default();
    let council = find_organisation(tx)?.map(|found| found.text(language.written()).council).unwrap_or_default();
    tell_author(tx, mail, &proposal, &message(council))
}
