//! Sending a proposal. It gets a tracking number that everybody may know; with its change code the author comes back.
//!
//! The entry in the record says that a proposal came in and how, never from whom. The row carries a pseudonym of whoever was
//! signed in, by which the program alone finds it again for them.

use super::refusal::ProposalError;
use super::take_in::{came_in_before, searched, take_in};
use crate::actions::steps::{Outgoing, RecordIds, authorise, enqueue, enter_on_proposal, round_of};
use crate::domain::ids::{ProposalNumber, RoundId};
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::NewProposal;
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::locale::Language;
use crate::mail::{MailSecret, Message, MessageIds, SealedSecret};
use crate::record::Act;
use crate::secrecy::InstallationKeys;
use crate::store::personnel::find_slip_of;
use crate::store::{Db, Lock, StoreError, Tx};

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
    match submit_once(db, keys, actor, round, (new.clone(), code, language)).await {
        // A second click came at the same moment: by now it finds what the first one did.
        Err(ProposalError::Store(StoreError::Conflict)) => {
            submit_once(db, keys, actor, round, (new.clone(), code, language)).await
        }
        other => other,
    }
}

async fn submit_once(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    round: RoundId,
    (new, code, language): (NewProposal, &LetterCode, Language),
) -> Result<ProposalNumber, ProposalError> {
    let (entry, mails, mac) = (RecordIds::draw()?, MessageIds::draw()?, keys.change_mac(code));
    let secret = SealedSecret::seal(keys, &mails, 0, &MailSecret::code_alone(code.to_string()))?;
    let author = actor.account().map(|account| keys.author_ref(round, account));
    let found_by = searched(&new.wording);
    db.write(Lock::RoundShared(round), move |tx| {
        authorise(tx, actor, Permission::Propose, Scope::Round(round))?;
        if let Some(number) = came_in_before(tx, round, &mac)? {
            return Ok(number);
        }
        let here = round_of(tx, round)?;
        check_open(tx, &here, actor)?;
        let (_, number) = take_in(tx, &here, &new, (&mac, author.as_ref(), &found_by))?;
        let how = [("source", new.source.as_str().into())];
        enter_on_proposal(tx, &entry, Actor::Anonymous, (Act::ProposalReceived, &here, number), how)?;
        if let Some(recipient) = &new.email {
            let message = Message::ProposalReceived { number: number.value(), slug: here.slug.as_str().to_owned() };
            let mail = Outgoing::new(&message, recipient, language);
            enqueue(tx, &mails, 0, Outgoing { secret: Some(&secret), ..mail })?;
        }
        Ok(number)
    })
    .await
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
