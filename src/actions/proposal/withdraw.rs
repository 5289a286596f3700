//! Taking a proposal back. Its number stays, and that it was taken back; what it said and who said it is deleted,
//! and nobody can read the paper any more that it was entered from.

use super::moderate::change;
use super::refusal::ProposalError;
use crate::actions::steps::{RecordIds, authorise, enter_on_proposal, round_of, take_off_ballot, tell_followers};
use crate::domain::news::NewsKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::ProposalState;
use crate::domain::report::ReportOutcome;
use crate::domain::review::FIRST_ANSWER;
use crate::record::Act;
use crate::secrecy::ChangeMac;
use crate::store::proposal_reports::update_reports_settled;
use crate::store::proposal_scans::update_scan_removed;
use crate::store::proposals::{RoundOf, find_proposal_by_code, find_round_of, update_emptied};
use crate::store::reviews::update_joined_opened;
use crate::store::{Db, Lock, StoreError};

/// Takes the proposal back that a change code belongs to. Done twice it is done once.
///
/// # Errors
/// [`ProposalError::Standing`] when the office hid it, which its author cannot undo in this way; [`StoreError::NotFound`]
/// when no proposal lies under the code; or when the database fails.
pub async fn withdraw_proposal(db: &Db, actor: Actor, code: ChangeMac) -> Result<(), ProposalError> {
    let ids = RecordIds::draw()?;
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Code(code))).await?;
    db.write(Lock::RoundShared(round), move |tx| {
        let proposal = find_proposal_by_code(tx, &code)?.ok_or(StoreError::NotFound)?;
        authorise(tx, actor, Permission::Propose, Scope::Round(proposal.round))?;
        match proposal.state {
            ProposalState::Withdrawn => return Ok(()),
            ProposalState::Hidden => return Err(ProposalError::Standing(proposal.state)),
            ProposalState::Unchecked | ProposalState::Received => {}
        }
        change(tx, &proposal, (proposal.state, ProposalState::Withdrawn), None)?;
        let now = tx.now;
        update_emptied(tx, proposal.id)?;
        update_scan_removed(tx, proposal.id, now)?;
        update_reports_settled(tx, (proposal.id, None), (ReportOutcome::Withdrawn, ""), now)?;
        let round = round_of(tx, proposal.round)?;
        take_off_ballot(tx, &round, proposal.number)?;
        update_joined_opened(tx, proposal.id, now.plus(FIRST_ANSWER))?;
        // What nobody else could read was followed by nobody else.
        if proposal.state.is_public() {
            tell_followers(tx, (round.id, Some(proposal.id)), NewsKind::Withdrawn, "")?;
        }
        Ok(enter_on_proposal(tx, &ids, Actor::Anonymous, (Act::ProposalWithdrawn, &round, proposal.number), [])?)
    })
    .await
}
