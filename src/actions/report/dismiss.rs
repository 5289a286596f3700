//! Letting a reported proposal stand: it breaks no rule. The note stays in the office and goes with the words of the reports.

use super::refusal::ReportError;
use crate::actions::steps::{RecordIds, authorise, enter_on_proposal, round_of};
use crate::domain::ids::{ProposalNumber, ReportId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::report::ReportOutcome;
use crate::domain::text::Prose;
use crate::record::Act;
use crate::store::proposal_reports::update_reports_settled;
use crate::store::proposals::find_proposal;
use crate::store::{Db, Lock, StoreError};

/// Settles the reports of a proposal up to `last`, the latest that was read: what came after waits on.
///
/// # Errors
/// [`ReportError::SettledMeanwhile`] when none of them waits; when the actor may not, or the database fails.
pub async fn dismiss_reports(
    db: &Db,
    actor: Actor,
    (number, last): (ProposalNumber, ReportId),
    note: Prose,
) -> Result<(), ReportError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
        authorise(tx, actor, Permission::ModerateProposals, Scope::Round(proposal.round))?;
        let (round, now) = (round_of(tx, proposal.round)?, tx.now);
        let settled = update_reports_settled(tx, (proposal.id, Some(last)), (ReportOutcome::Kept, note.as_str()), now)?;
        if settled == 0 {
            return Err(ReportError::SettledMeanwhile);
        }
        let reports = i64::try_from(settled).unwrap_or(i64::MAX);
        Ok(enter_on_proposal(tx, &ids, actor, (Act::ReportsDismissed, &round, number), [("reports", reports.into())])?)
    })
    .await
}
