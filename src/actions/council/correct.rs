//! Correcting an entry of what the council decided. What stood there before stays in the record, with a public reason.

use super::refusal::CouncilError;
use super::sitting::{check_day, decided_round, tell_of_decision};
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::decision::CouncilDecision;
use crate::domain::ids::{ProjectNumber, RoundId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::reason::PublicReason;
use crate::mail::MessageIds;
use crate::record::{Act, Subject};
use crate::store::decisions::{find_decision, update_decision};
use crate::store::projects::find_project;
use crate::store::{Db, Lock, StoreError};

/// Puts another decision in the place of the one with the version that was `seen`; the author is told again. Done twice it is
/// done once.
///
/// # Errors
/// [`CouncilError::ChangedMeanwhile`] when somebody was faster, [`CouncilError::Unchanged`] when it says the same,
/// [`StoreError::NotFound`] when there is no such project or no decision on it; when the actor may not or something fails.
pub async fn correct_decision(
    db: &Db,
    actor: Actor,
    (round, number): (RoundId, ProjectNumber),
    (seen, decision): (i64, CouncilDecision),
    reason: PublicReason,
) -> Result<(), CouncilError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::EnterDecisions, Scope::Round(round))?;
        let found = decided_round(tx, round)?;
        let project = find_project(tx, round, number)?.ok_or(StoreError::NotFound)?;
        let before = find_decision(tx, project.id)?.ok_or(StoreError::NotFound)?.decision;
        check_day(tx, &found, &decision)?;
        if !update_decision(tx, project.id, seen, &decision)? {
            // A second click finds what the first one did.
            return if before == decision { Ok(()) } else { Err(CouncilError::ChangedMeanwhile) };
        }
        if before == decision {
            return Err(CouncilError::Unchanged);
        }
        let details = [
            ("project", i64::from(number.value()).into()),
            ("outcome", decision.outcome().as_str().into()),
            ("outcome_before", before.outcome().as_str().into()),
            ("decided_on", decision.decided_on().to_string().into()),
            ("decided_on_before", before.decided_on().to_string().into()),
            ("paper", decision.paper().into()),
            ("paper_before", before.paper().into()),
            ("explanation", decision.reason().into()),
            ("explanation_before", before.reason().into()),
            ("reason", reason.as_str().into()),
        ];
        let act = Act::CouncilDecisionCorrected;
        append(tx, &ids, actor, act, (Some(round), Subject::Round(found.public_id)), details)?;
        Ok(tell_of_decision(tx, (&mails, 0), (&found, number), &decision, true)?)
    })
    .await
}
