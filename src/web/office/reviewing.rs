//! What waits in the review of the rounds: how much is late or due soon for a reader, and for which departments nobody does it.

use std::collections::BTreeSet;

use crate::domain::ids::{DepartmentId, RoundId};
use crate::domain::review::{cared_for, takes_care};
use crate::domain::role::{Departments, Role};
use crate::domain::time::Instant;
use crate::store::departments::{Department, substitute_of};
use crate::store::reviews::{QueueOf, count_due_until, count_overdue, list_reviewing_departments};
use crate::store::roles::list_holders;
use crate::store::statements::{count_statements_due, list_stating_departments};
use crate::store::{Conn, StoreError};

/// How much waits in one round for the departments of a reader and those for which they take over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct ReviewsDue {
    pub(super) late: i64,
    pub(super) soon: i64,
    pub(super) statements_late: i64,
    pub(super) statements_soon: i64,
}

pub(super) fn count_reviews_due(
    conn: &mut Conn,
    round: RoundId,
    (theirs, all): (&Departments, &[Department]),
    (now, soon): (Instant, Instant),
) -> Result<ReviewsDue, StoreError> {
    let cared = match theirs {
        Departments::All => None,
        Departments::Only(ids) => Some(cared_for(ids, all.iter().map(|one| (one.id, one.substitute)))),
    };
    let queue = cared.clone().map_or(QueueOf::Everybody, QueueOf::TheseAndNobody);
    Ok(ReviewsDue {
        late: count_overdue(conn, round, &queue, now)?,
        soon: count_due_until(conn, round, &queue, (now, soon))?,
        statements_late: count_statements_due(conn, round, cared.as_ref(), (None, now))?,
        statements_soon: count_statements_due(conn, round, cared.as_ref(), (Some(now), soon))?,
    })
}

/// The departments where something waits and for which nobody reviews: neither somebody of theirs nor of the department
/// that takes over. Administrators, who may review for all of them, are not counted: nobody would wait for them.
pub(super) fn list_unattended(
    conn: &mut Conn,
    rounds: &[RoundId],
    all: &[Department],
    now: Instant,
) -> Result<BTreeSet<DepartmentId>, StoreError> {
    let holders = list_holders(conn)?;
    let reviewers = holders.iter().filter(|one| !one.disabled && one.mandate.grant.role == Role::Reviewer);
    let mandates: Vec<_> = reviewers.map(|one| &one.mandate).collect();
    let mut unattended = BTreeSet::new();
    for round in rounds {
        let mut waiting = list_reviewing_departments(conn, *round, now)?;
        waiting.extend(list_stating_departments(conn, *round)?);
        let here = || mandates.iter().filter(|one| one.grant.round.is_none_or(|for_one| for_one == *round));
        let is_attended = |of| here().any(|one| takes_care(&one.departments, Some(of), substitute_of(all, of)));
        unattended.extend(waiting.into_iter().filter(|of| !is_attended(*of)));
    }
    Ok(unattended)
}
