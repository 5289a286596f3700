//! Sending a proposal. It gets a tracking number that everybody may know; with its change code the author comes back.
//!
//! The entry in the record says that a proposal came in and how, never from whom.

use std::collections::BTreeSet;

use super::moderate::enter;
use super::refusal::ProposalError;
use crate::actions::steps::{Outgoing, RecordIds, authorise, enqueue, round_of};
use crate::domain::ids::{ProposalNumber, RoundId};
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::{NewProposal, ProposalState, Wording};
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::domain::search::words;
use crate::locale::Language;
use crate::mail::{MailSecret, Message, MessageIds, SealedSecret};
use crate::record::Act;
use crate::secrecy::InstallationKeys;
use crate::store::areas::list_areas;
use crate::store::personnel::find_slip_of;
use crate::store::proposal_drafts::delete_draft;
use crate::store::proposal_words::replace_words;
use crate::store::proposals::{find_proposal_by_code, insert_proposal};
use crate::store::topics::list_round_topics;
use crate::store::{Db, Lock, Tx};

/// Sends a proposal; the draft under the same code goes. Sent twice with one code, as by a second click, it is one
/// proposal. Whoever named an address is told, with the code, in `language`.
///
/// # Errors
/// [`ProposalError::NotOpen`], [`ProposalError::NotEmployee`], [`ProposalError::PlaceGone`]; or when the database fails.
pub async fn submit_proposal(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    round: RoundId,
    (new, code, language): (NewProposal, &LetterCode, Language),
) -> Result<ProposalNumber, ProposalError> {
    let (entry, mails, mac) = (RecordIds::draw()?, MessageIds::draw()?, keys.change_mac(code));
    let secret = SealedSecret::seal(keys, &mails, 0, &MailSecret::code_alone(code.to_string()))?;
    let found_by = searched(&new.wording);
    db.write(Lock::RoundShared(round), move |tx| {
        authorise(tx, actor, Permission::Propose, Scope::Round(round))?;
        if let Some(sent) = find_proposal_by_code(tx, &mac)? {
            return if sent.round == round { Ok(sent.number) } else { Err(ProposalError::CodeTaken) };
        }
        let (here, now) = (round_of(tx, round)?, tx.now);
        check_open(tx, &here, actor)?;
        check_place(tx, round, &new)?;
        let state = if here.checked_first { ProposalState::Unchecked } else { ProposalState::Received };
        let (id, number) = insert_proposal(tx, (round, state), &new, &mac, now)?;
        replace_words(tx, id, Some((round, &found_by)))?;
        delete_draft(tx, &mac)?;
        let how = [("source", new.source.as_str().into())];
        enter(tx, &entry, Actor::Anonymous, (Act::ProposalReceived, &here, number), how)?;
        if let Some(recipient) = &new.email {
            let message = Message::ProposalReceived { number: number.value(), slug: here.slug.as_str().to_owned() };
            let mail = Outgoing::new(&message, recipient, language);
            enqueue(tx, &mails, 0, Outgoing { secret: Some(&secret), ..mail })?;
        }
        Ok(number)
    })
    .await
}

/// The words by which a text is found.
fn searched(wording: &Wording) -> BTreeSet<String> {
    let (title, summary, body) = (wording.title.as_str(), wording.summary.as_str(), wording.body.as_str());
    words(&format!("{title}\n{summary}\n{body}"), &wording.language)
}

fn check_open(tx: &mut Tx<'_>, round: &Round, actor: Actor) -> Result<(), ProposalError> {
    if !round.schedule.open(Window::Collecting, tx.now) {
        return Err(ProposalError::NotOpen);
    }
    match round.proposers {
        Eligible::Everybody => Ok(()),
        Eligible::Nobody => Err(ProposalError::NotOpen),
        Eligible::Employees => {
            let slip = match actor.account() {
                Some(account) => find_slip_of(tx, account)?,
                None => None,
            };
            slip.filter(|slip| slip.withdrawn_at.is_none()).map(drop).ok_or(ProposalError::NotEmployee)
        }
    }
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
