//! What is done with every proposal that comes in, whoever writes it down.

use std::collections::BTreeSet;

use super::refusal::ProposalError;
use crate::domain::ids::{ProposalId, ProposalNumber, RoundId};
use crate::domain::proposal::{NewProposal, ProposalState, Wording};
use crate::domain::round::Round;
use crate::domain::search::words;
use crate::secrecy::{AuthorRef, ChangeMac};
use crate::store::Tx;
use crate::store::areas::list_areas;
use crate::store::proposal_drafts::delete_draft;
use crate::store::proposal_words::replace_words;
use crate::store::proposals::{find_proposal_by_code, insert_proposal};
use crate::store::topics::list_round_topics;

/// The words by which a text is found.
pub(super) fn searched(wording: &Wording) -> BTreeSet<String> {
    let (title, summary, body) = (wording.title.as_str(), wording.summary.as_str(), wording.body.as_str());
    words(&format!("{title}\n{summary}\n{body}"), &wording.language)
}

/// The proposal that came in under this code before, as by a second click.
pub(super) fn came_in_before(
    tx: &mut Tx<'_>,
    round: RoundId,
    code: &ChangeMac,
) -> Result<Option<ProposalNumber>, ProposalError> {
    match find_proposal_by_code(tx, code)? {
        None => Ok(None),
        Some(sent) if sent.round == round => Ok(Some(sent.number)),
        Some(_) => Err(ProposalError::CodeTaken),
    }
}

/// Takes it in: it gets its number, is found by its words, and waits to be read where the round wants that. The draft under
/// the same code goes. The author is who was signed in when it was sent.
pub(super) fn take_in(
    tx: &mut Tx<'_>,
    here: &Round,
    new: &NewProposal,
    (code, author, found_by): (&ChangeMac, Option<&AuthorRef>, &BTreeSet<String>),
) -> Result<(ProposalId, ProposalNumber), ProposalError> {
    check_place(tx, here.id, new)?;
    let (state, now) = (if here.checked_first { ProposalState::Unchecked } else { ProposalState::Received }, tx.now);
    let (id, number) = insert_proposal(tx, (here.id, state), new, (code, author), now)?;
    replace_words(tx, id, Some((here.id, found_by)))?;
    delete_draft(tx, code)?;
    Ok((id, number))
}

fn check_place(tx: &mut Tx<'_>, round: RoundId, new: &NewProposal) -> Result<(), ProposalError> {
    let areas = list_areas(tx, round)?;
    let is_area = new.area.is_none_or(|wanted| areas.iter().any(|area| area.id == wanted));
    let is_topic = match new.topic {
        Some(wanted) => list_round_topics(tx, round)?.iter().any(|topic| topic.id == wanted),
        None => true,
    };
    if is_area && is_topic { Ok(()) } else { Err(ProposalError::PlaceGone) }
}
