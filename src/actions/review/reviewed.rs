//! What the acts of a review have in common: the proposal that is reviewed, for whoever may.

use super::refusal::ReviewError;
use crate::actions::steps::{RecordIds, authorise, enter_on_proposal, round_of};
use crate::domain::ids::{DepartmentId, ProposalNumber};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::proposal::ProposalState;
use crate::domain::review::{Event, Stage, reviews_for, takes_care};
use crate::domain::role::Departments;
use crate::domain::round::Round;
use crate::record::Act;
use crate::record::canonical::Value;
use crate::secrecy::ChangeMac;
use crate::store::departments::{Department, list_departments, substitute_of};
use crate::store::proposals::{Proposal, find_proposal, find_proposal_by_code};
use crate::store::reviews::{Review, ReviewChange, find_review, update_review};
use crate::store::roles::list_grants;
use crate::store::{StoreError, Tx};

/// The version of a review as whoever acts saw it. A newer one means that somebody else was faster.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeenVersion(pub i64);

/// A proposal under review.
pub(super) struct Reviewed {
    pub(super) proposal: Proposal,
    pub(super) review: Review,
    pub(super) round: Round,
}

/// The proposal for whoever may review it: it can be read by everybody, nobody else was faster, and it is of a department
/// of theirs.
pub(super) fn reviewed(
    tx: &mut Tx<'_>,
    actor: Actor,
    (number, seen): (ProposalNumber, SeenVersion),
) -> Result<Reviewed, ReviewError> {
    let found = opened(tx, actor, number)?;
    check_department(tx, actor, (&found, found.review.department))?;
    if found.review.version == seen.0 { Ok(found) } else { Err(ReviewError::ChangedMeanwhile) }
}

/// The proposal for whoever reviews anything in its round.
pub(super) fn opened(tx: &mut Tx<'_>, actor: Actor, number: ProposalNumber) -> Result<Reviewed, ReviewError> {
    let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
    authorise(tx, actor, Permission::ReviewProposals, Scope::Round(proposal.round))?;
    with_review(tx, proposal)
}

/// The proposal of the author who holds its change code.
pub(super) fn own(tx: &mut Tx<'_>, actor: Actor, code: &ChangeMac) -> Result<Reviewed, ReviewError> {
    let proposal = find_proposal_by_code(tx, code)?.ok_or(StoreError::NotFound)?;
    authorise(tx, actor, Permission::Propose, Scope::Round(proposal.round))?;
    with_review(tx, proposal)
}

fn with_review(tx: &mut Tx<'_>, proposal: Proposal) -> Result<Reviewed, ReviewError> {
    if proposal.state != ProposalState::Received {
        return Err(ReviewError::NotReviewed(proposal.state));
    }
    let (review, round) = (find_review(tx, proposal.id)?, round_of(tx, proposal.round)?);
    Ok(Reviewed { proposal, review, round })
}

/// Whether a department is one of the actor's in the round. Administrators, and the program, are of all of them.
pub(super) fn check_department(
    tx: &mut Tx<'_>,
    actor: Actor,
    (of, department): (&Reviewed, Option<DepartmentId>),
) -> Result<(), ReviewError> {
    let Some(account) = actor.account() else { return Ok(()) };
    let theirs = reviews_for(&list_grants(tx, account)?, of.round.id);
    let takes_over = match (&theirs, department) {
        (Some(Departments::Only(_)), Some(department)) => substitute_of(&list_departments(tx)?, department),
        _ => None,
    };
    match theirs {
        Some(theirs) if takes_care(&theirs, department, takes_over) => Ok(()),
        Some(_) | None => Err(ReviewError::OtherDepartment),
    }
}

/// The department, if it is one that takes something on.
pub(super) fn active_department(tx: &mut Tx<'_>, id: DepartmentId) -> Result<Department, ReviewError> {
    let found = list_departments(tx)?.into_iter().find(|one| one.id == id && one.retired_at.is_none());
    found.ok_or(ReviewError::DepartmentGone)
}

impl Reviewed {
    /// Where an event leads.
    pub(super) fn after(&self, event: Event) -> Result<Stage, ReviewError> {
        self.review.stage.after(event).ok_or(ReviewError::Stage(self.review.stage))
    }

    /// Changes the review.
    pub(super) fn change(&self, tx: &mut Tx<'_>, change: ReviewChange) -> Result<(), ReviewError> {
        if update_review(tx, &self.review, change)? { Ok(()) } else { Err(ReviewError::ChangedMeanwhile) }
    }

    /// Enters what was done: the proposal's number, and whatever else the act says.
    pub(super) fn enter<const N: usize>(
        &self,
        tx: &mut Tx<'_>,
        (ids, actor, act): (&RecordIds, Actor, Act),
        more: [(&'static str, Value); N],
    ) -> Result<(), ReviewError> {
        Ok(enter_on_proposal(tx, ids, actor, (act, &self.round, self.proposal.number), more)?)
    }
}
