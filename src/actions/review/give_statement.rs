//! The statement that another department was asked for.

use super::refusal::ReviewError;
use super::reviewed::{check_department, opened};
use crate::actions::steps::RecordIds;
use crate::domain::ids::{ProposalNumber, StatementId};
use crate::domain::permission::Actor;
use crate::domain::text::Prose;
use crate::record::Act;
use crate::store::statements::{find_statement, update_statement_given};
use crate::store::{Db, Lock, StoreError};

/// Gives a statement, once, for a department of the actor's.
///
/// # Errors
/// [`ReviewError::ChangedMeanwhile`] when a colleague gave it before; [`ReviewError::NotReviewed`],
/// [`ReviewError::OtherDepartment`]; [`StoreError::NotFound`] when nothing was asked; when the actor may not, or the
/// database fails.
pub async fn give_statement(
    db: &Db,
    actor: Actor,
    (number, id): (ProposalNumber, StatementId),
    body: Prose,
) -> Result<(), ReviewError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        let (found, now) = (opened(tx, actor, number)?, tx.now);
        let statement = find_statement(tx, found.proposal.id, id)?.ok_or(StoreError::NotFound)?;
        check_department(tx, actor, (&found, Some(statement.department)))?;
        if !update_statement_given(tx, id, &body, now)? {
            return Err(ReviewError::ChangedMeanwhile);
        }
        found.enter(tx, (&ids, actor, Act::StatementGiven), [("department", statement.department.value().into())])
    })
    .await
}
