//! Writing down at the counter what somebody brought on paper, told by telephone or said at a meeting. It becomes a proposal
//! like every other.
//!
//! What reached the office while proposals were collected may be entered until a week after the end. The entry in the record
//! says on which day it came in and on which it was written down, never from whom.

use chrono::NaiveDate;

use super::refusal::ProposalError;
use super::take_in::{came_in_before, searched, take_in};
use crate::actions::steps::{Outgoing, RecordIds, authorise, enqueue, enter_on_proposal, round_of};
use crate::domain::entering::{EntryRefusal, check_entry};
use crate::domain::ids::{ProposalNumber, RoundId};
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::NewProposal;
use crate::domain::round::{Eligible, Round};
use crate::domain::schedule::Window;
use crate::locale::{Language, local_day, moments_of_day};
use crate::mail::{MailSecret, Message, MessageIds, SealedSecret};
use crate::record::Act;
use crate::secrecy::InstallationKeys;
use crate::store::organisation::find_zone;
use crate::store::proposal_entries::insert_entry_of_office;
use crate::store::proposal_scans::{Scan, insert_scan};
use crate::store::{Db, Lock, StoreError, Tx};

/// A proposal as somebody of the office writes it down.
#[derive(Debug, Clone)]
pub struct EnterProposal {
    /// What it says.
    pub new: NewProposal,
    /// The day on which it reached the office.
    pub came_in_on: NaiveDate,
    /// The paper, which lies among the files.
    pub scan: Option<Scan>,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entered {
    /// Its tracking number.
    pub number: ProposalNumber,
    /// Whether it was entered before, as by a second click; the scan that came along is not attached then.
    pub before: bool,
}

/// Enters a proposal. Sent twice with one code it is one proposal. Whoever left an address is told, with the code, in
/// `language`. Who may propose in the round does not count here: the office answers for what it writes down.
///
/// # Errors
/// [`ProposalError::NotThen`], [`ProposalError::NotOpen`], [`ProposalError::PlaceGone`]; when the actor may not, or the
/// database fails.
pub async fn enter_proposal(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    round: RoundId,
    (entry, code, language): (EnterProposal, &LetterCode, Language),
) -> Result<Entered, ProposalError> {
    match enter_once(db, keys, actor, round, (entry.clone(), code, language)).await {
        // A second click came at the same moment: by now it finds what the first one did.
        Err(ProposalError::Store(StoreError::Conflict)) => {
            enter_once(db, keys, actor, round, (entry.clone(), code, language)).await
        }
        other => other,
    }
}

async fn enter_once(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    round: RoundId,
    (entry, code, language): (EnterProposal, &LetterCode, Language),
) -> Result<Entered, ProposalError> {
    let (ids, mails, mac) = (RecordIds::draw()?, MessageIds::draw()?, keys.change_mac(code));
    let secret = SealedSecret::seal(keys, &mails, 0, &MailSecret::code_alone(code.to_string()))?;
    let found_by = searched(&entry.new.wording);
    db.write(Lock::RoundShared(round), move |tx| {
        authorise(tx, actor, Permission::EnterProposals, Scope::Round(round))?;
        if let Some(number) = came_in_before(tx, round, &mac)? {
            return Ok(Entered { number, before: true });
        }
        let EnterProposal { new, came_in_on, scan } = &entry;
        let (here, now) = (round_of(tx, round)?, tx.now);
        let entered_on = check_day(tx, &here, *came_in_on)?;
        let (id, number) = take_in(tx, &here, new, (&mac, None, &found_by))?;
        insert_entry_of_office(tx, id, (actor.account(), *came_in_on), now)?;
        if let Some(scan) = scan {
            insert_scan(tx, id, scan, now)?;
        }
        let how = [
            ("source", new.source.as_str().into()),
            ("came_in_on", came_in_on.to_string().into()),
            ("entered_on", entered_on.to_string().into()),
        ];
        enter_on_proposal(tx, &ids, actor, (Act::ProposalEntered, &here, number), how)?;
        if let Some(recipient) = &new.email {
            let message = Message::ProposalEntered { number: number.value(), slug: here.slug.as_str().to_owned() };
            let mail = Outgoing::new(&message, recipient, language);
            enqueue(tx, &mails, 0, Outgoing { secret: Some(&secret), ..mail })?;
        }
        Ok(Entered { number, before: false })
    })
    .await
}

/// Holds the day against the time in which proposals are collected; answers today's.
fn check_day(tx: &mut Tx<'_>, round: &Round, came_in_on: NaiveDate) -> Result<NaiveDate, ProposalError> {
    let (zone, now) = (find_zone(tx)?, tx.now);
    let is_public = round.facts.round_published_at.is_some_and(|published| published <= now);
    let collects = is_public && round.proposers != Eligible::Nobody;
    let span = round.schedule.span(Window::Collecting).filter(|_| collects).ok_or(ProposalError::NotOpen)?;
    check_entry(span, moments_of_day(came_in_on, zone), now).map_err(|refusal| match refusal {
        EntryRefusal::NotOpen => ProposalError::NotOpen,
        EntryRefusal::InFuture | EntryRefusal::Outside => ProposalError::NotThen(refusal),
    })?;
    Ok(local_day(now, zone))
}
