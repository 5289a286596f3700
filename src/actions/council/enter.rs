//! Entering what the council decided in one sitting: all of it or nothing, and each author is told.

use super::refusal::CouncilError;
use super::sitting::{check_day, decided_round, tell_of_decision};
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::decision::CouncilDecision;
use crate::domain::ids::{ProjectNumber, RoundId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::mail::MessageIds;
use crate::record::{Act, Subject};
use crate::store::decisions::{insert_decision, list_decisions};
use crate::store::projects::find_project;
use crate::store::{Db, Lock, StoreError};

/// Enters decisions on projects of a round, each at most once; answers how many.
///
/// # Errors
/// [`CouncilError::ResultNotPublished`] and [`CouncilError::Day`] as they say, [`CouncilError::Entered`] when somebody was
/// faster, [`StoreError::NotFound`] for what is no project of this round; when the actor may not or something fails.
pub async fn enter_decisions(
    db: &Db,
    actor: Actor,
    round: RoundId,
    decisions: Vec<(ProjectNumber, CouncilDecision)>,
) -> Result<usize, CouncilError> {
    let ids = decisions.iter().map(|_| RecordIds::draw()).collect::<Result<Vec<_>, _>>()?;
    let mails = MessageIds::draw()?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::EnterDecisions, Scope::Round(round))?;
        let found = decided_round(tx, round)?;
        if decisions.is_empty() {
            return Err(CouncilError::Nothing);
        }
        let entered = list_decisions(tx, round)?;
        let mut taken = Vec::new();
        for (place, ((number, decision), ids)) in decisions.iter().zip(&ids).enumerate() {
            let project = find_project(tx, round, *number)?.ok_or(StoreError::NotFound)?;
            check_day(tx, &found, decision)?;
            if entered.contains_key(&project.id) {
                taken.push(*number);
                continue;
            }
            let now = tx.now;
            insert_decision(tx, project.id, decision, now)?;
            let details = [
                ("project", i64::from(number.value()).into()),
                ("outcome", decision.outcome().as_str().into()),
                ("decided_on", decision.decided_on().to_string().into()),
                ("paper", decision.paper().into()),
                ("reason", decision.reason().into()),
            ];
            let act = Act::CouncilDecisionEntered;
            append(tx, ids, actor, act, (Some(round), Subject::Round(found.public_id)), details)?;
            tell_of_decision(tx, (&mails, place), (&found, *number), decision, false)?;
        }
        if taken.is_empty() { Ok(decisions.len()) } else { Err(CouncilError::Entered(taken)) }
    })
    .await
}
