//! Taking a proposal back. Its number stays, and that it was taken back; what it said and who said it is deleted.

use super::refusal::ProposalError;
use crate::actions::steps::{RecordIds, append, authorise, round_of};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::ProposalState;
use crate::record::{Act, Subject};
use crate::secrecy::ChangeMac;
use crate::store::proposals::{find_proposal_by_code, update_state, update_withdrawn};
use crate::store::{Db, Lock, StoreError};

/// Takes the proposal back that a change code belongs to. Done twice it is done once.
///
/// # Errors
/// [`ProposalError::Standing`] when the office hid it, which its author cannot undo in this way; [`StoreError::NotFound`]
/// when no proposal lies under the code; or when the database fails.
pub async fn withdraw_proposal(db: &Db, actor: Actor, code: ChangeMac) -> Result<(), ProposalError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let proposal = find_proposal_by_code(tx, &code)?.ok_or(StoreError::NotFound)?;
        authorise(tx, actor, Permission::Propose, Scope::Round(proposal.round))?;
        match proposal.state {
            ProposalState::Withdrawn => return Ok(()),
            ProposalState::Hidden => return Err(ProposalError::Standing(proposal.state)),
            ProposalState::Unchecked | ProposalState::Received => {}
        }
        let now = tx.now;
        if !update_state(tx, proposal.id, (proposal.state, ProposalState::Withdrawn), None, now)? {
            return Err(ProposalError::Standing(proposal.state));
        }
        update_withdrawn(tx, proposal.id, now)?;
        let round = round_of(tx, proposal.round)?;
        let details = [("proposal", i64::from(proposal.number.value()).into())];
        let subject = (Some(round.id), Subject::Round(round.public_id));
        Ok(append(tx, &ids, Actor::Anonymous, Act::ProposalWithdrawn, subject, details)?)
    })
    .await
}
