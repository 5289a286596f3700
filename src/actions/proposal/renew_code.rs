//! Another change code for somebody who lost the slip of a proposal that was entered at the counter.

use super::refusal::ProposalError;
use crate::actions::steps::{Outgoing, RecordIds, authorise, enqueue, enter_on_proposal, round_of};
use crate::domain::ids::ProposalNumber;
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::ProposalState;
use crate::locale::Language;
use crate::mail::{MailSecret, Message, MessageIds, SealedSecret};
use crate::record::Act;
use crate::secrecy::InstallationKeys;
use crate::store::proposal_drafts::find_draft;
use crate::store::proposal_entries::{find_entry_of_office, update_code};
use crate::store::proposals::{find_author, find_proposal, find_proposal_by_code};
use crate::store::{Db, Lock, StoreError};

/// Gives a proposal another change code in place of the one with the number that was `seen`, which ends. Done twice with one
/// code it is done once, and a code that was replaced never comes back. The author is told, with the code, if there is an
/// address.
///
/// # Errors
/// [`ProposalError::CodeTaken`]; [`ProposalError::ChangedMeanwhile`] when the code was replaced meanwhile;
/// [`ProposalError::Standing`] when it was taken back; [`StoreError::NotFound`] when the office
/// did not enter it; when the actor may not, or the database fails.
pub async fn renew_change_code(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    (number, seen): (ProposalNumber, i64),
    code: &LetterCode,
) -> Result<(), ProposalError> {
    let (ids, mails, mac) = (RecordIds::draw()?, MessageIds::draw()?, keys.change_mac(code));
    let secret = SealedSecret::seal(keys, &mails, 0, &MailSecret::code_alone(code.to_string()))?;
    db.write(Lock::Nothing, move |tx| {
        let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
        authorise(tx, actor, Permission::EnterProposals, Scope::Round(proposal.round))?;
        find_entry_of_office(tx, proposal.id)?.ok_or(StoreError::NotFound)?;
        match find_proposal_by_code(tx, &mac)? {
            Some(own) if own.id == proposal.id => return Ok(()),
            Some(_) => return Err(ProposalError::CodeTaken),
            None => {}
        }
        let now = tx.now;
        if find_draft(tx, &mac, now)?.is_some() {
            return Err(ProposalError::CodeTaken);
        }
        if proposal.state == ProposalState::Withdrawn {
            return Err(ProposalError::Standing(proposal.state));
        }
        if !update_code(tx, proposal.id, seen, &mac)? {
            return Err(ProposalError::ChangedMeanwhile);
        }
        let round = round_of(tx, proposal.round)?;
        enter_on_proposal(tx, &ids, actor, (Act::ProposalCodeRenewed, &round, number), [])?;
        if let Some(recipient) = find_author(tx, proposal.id)? {
            let message = Message::ProposalCodeRenewed { number: number.value(), slug: round.slug.as_str().to_owned() };
            let language = Language::from_code(&proposal.language).unwrap_or_default();
            let mail = Outgoing::new(&message, &recipient, language);
            enqueue(tx, &mails, 0, Outgoing { secret: Some(&secret), ..mail })?;
        }
        Ok(())
    })
    .await
}
