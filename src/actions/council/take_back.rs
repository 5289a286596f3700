//! Taking back a decision that was entered for the wrong project. What stood there stays in the record, with a public reason.

use super::conclude::list_chosen;
use super::refusal::CouncilError;
use super::sitting::{decided_round, tell_of_taking_back};
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::ids::{ProjectNumber, RoundId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::reason::PublicReason;
use crate::mail::MessageIds;
use crate::record::{Act, Subject};
use crate::store::decisions::{delete_decision, find_decision};
use crate::store::projects::find_project;
use crate::store::{Db, Lock, StoreError};

/// Takes back the decision with the version that was `seen`, as if the council had not decided on the project; the author is
/// told why. Done twice it is done once.
///
/// # Errors
/// [`CouncilError::ChangedMeanwhile`] when somebody has corrected it; [`CouncilError::AlreadyDecided`] when the council is
/// known to have decided on all that was chosen, and this is a part of it; when the actor may not or something fails.
pub async fn take_back_decision(
    db: &Db,
    actor: Actor,
    (round, number): (RoundId, ProjectNumber),
    seen: i64,
    reason: PublicReason,
) -> Result<(), CouncilError> {
    let (ids, mails) = (RecordIds::draw()?, MessageIds::draw()?);
    // What was chosen never changes once it is public, and reading it would hold the round's lock for long.
    let chosen = db.read(move |conn| list_chosen(conn, round)).await?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::EnterDecisions, Scope::Round(round))?;
        let found = decided_round(tx, round)?;
        let project = find_project(tx, round, number)?.ok_or(StoreError::NotFound)?;
        let Some(before) = find_decision(tx, project.id)? else { return Ok(()) };
        if found.facts.decided_at.is_some() && chosen.contains(&project.id) {
            return Err(CouncilError::AlreadyDecided);
        }
        if !delete_decision(tx, project.id, seen)? {
            return Err(CouncilError::ChangedMeanwhile);
        }
        let before = before.decision;
        let details = [
            ("project", i64::from(number.value()).into()),
            ("outcome_before", before.outcome().as_str().into()),
            ("decided_on_before", before.decided_on().to_string().into()),
            ("paper_before", before.paper().into()),
            ("explanation_before", before.reason().into()),
            ("reason", reason.as_str().into()),
        ];
        let act = Act::CouncilDecisionTakenBack;
        append(tx, &ids, actor, act, (Some(round), Subject::Round(found.public_id)), details)?;
        Ok(tell_of_taking_back(tx, &mails, (&found, number), &reason)?)
    })
    .await
}
