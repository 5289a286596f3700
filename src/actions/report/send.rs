//! Taking a report about a proposal from anybody. It is entered in the record only when the office settles it: the record
//! names who acts, and whoever reports is nobody known.

use super::refusal::ReportError;
use crate::actions::steps::authorise;
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::HidingRule;
use crate::domain::report::DECIDED_WITHIN;
use crate::domain::text::Prose;
use crate::secrecy::ReportToken;
use crate::store::proposal_reports::{NewReport, find_report_by_token, insert_report};
use crate::store::proposals::find_proposal;
use crate::store::{Db, Lock, StoreError};

/// A report as somebody sends it.
#[derive(Debug, Clone)]
pub struct SendReport {
    /// The rule that the text breaks.
    pub rule: HidingRule,
    /// Why; may be empty.
    pub explanation: Prose,
}

/// Takes a report; it can be read with the token. Sent twice with one token it is one report.
///
/// # Errors
/// [`ReportError::NotPublic`] when nobody can read the text; or when the database fails.
pub async fn send_report(
    db: &Db,
    actor: Actor,
    number: ProposalNumber,
    token: &ReportToken,
    report: SendReport,
) -> Result<(), ReportError> {
    let token_hash = token.hash();
    let sent = db.write(Lock::Nothing, move |tx| {
        let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
        authorise(tx, actor, Permission::ReportText, Scope::Round(proposal.round))?;
        if find_report_by_token(tx, &token_hash)?.is_some() {
            return Ok(());
        }
        if !proposal.state.is_public() {
            return Err(ReportError::NotPublic(proposal.state));
        }
        let now = tx.now;
        let SendReport { rule, explanation } = report.clone();
        let (proposal, round) = (proposal.id, proposal.round);
        let decide_by = now.plus(DECIDED_WITHIN);
        Ok(insert_report(tx, &NewReport { proposal, round, rule, explanation, token_hash, decide_by }, now)?)
    });
    match sent.await {
        // A second click came at the same moment; the first one is taken.
        Err(ReportError::Store(StoreError::Conflict)) => Ok(()),
        other => other,
    }
}
