//! Saying that the council has decided: the round passes from its result to its decision, for good.

use std::collections::BTreeSet;

use allmende_tally::Allocation;

use super::refusal::CouncilError;
use super::sitting::decided_round;
use crate::actions::steps::{RecordIds, append, authorise, tell_followers};
use crate::domain::ids::{ProjectId, RoundId};
use crate::domain::news::NewsKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::decisions::list_decisions;
use crate::store::projects::list_projects;
use crate::store::results::list_allocations;
use crate::store::rounds::{Fact, find_round, update_fact};
use crate::store::{Conn, Db, Lock, StoreError};

/// Notes that the council has decided on everything that was chosen.
///
/// # Errors
/// [`CouncilError::Open`] while a chosen project has no decision, [`CouncilError::AlreadyDecided`] when it was said before;
/// when the result is not public, the actor may not, or something fails.
pub async fn conclude_decisions(db: &Db, actor: Actor, round: RoundId) -> Result<(), CouncilError> {
    let ids = RecordIds::draw()?;
    // What was chosen never changes once it is public, and reading it would hold the round's lock for long.
    let chosen = db.read(move |conn| list_chosen(conn, round)).await?;
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::EnterDecisions, Scope::Round(round))?;
        let found = decided_round(tx, round)?;
        if found.facts.decided_at.is_some() {
            return Err(CouncilError::AlreadyDecided);
        }
        let entered = list_decisions(tx, round)?;
        let open = chosen.iter().filter(|project| !entered.contains_key(project)).count();
        if open > 0 {
            return Err(CouncilError::Open(open));
        }
        let (now, decisions) = (tx.now, i64::try_from(entered.len()).unwrap_or(i64::MAX));
        update_fact(tx, round, Fact::Decided, now)?;
        let details = [("decisions", decisions.into())];
        tell_followers(tx, (round, None), NewsKind::CouncilDone, "")?;
        append(tx, &ids, actor, Act::CouncilDecided, (Some(round), Subject::Round(found.public_id)), details)?;
        Ok(())
    })
    .await
}

/// The chosen projects of a public result.
pub(super) fn list_chosen(conn: &mut Conn, round: RoundId) -> Result<Vec<ProjectId>, CouncilError> {
    let found = find_round(conn, round)?.ok_or(StoreError::NotFound)?;
    if found.facts.result_published_at.is_none() {
        return Err(CouncilError::ResultNotPublished);
    }
    let mut chosen = BTreeSet::new();
    for row in list_allocations(conn, round)? {
        let allocation: Allocation = serde_json::from_str(&row.body)?;
        chosen.extend(allocation.chosen.into_iter().map(|project| project.id));
    }
    let projects = list_projects(conn, round)?.into_iter();
    Ok(projects.filter(|project| chosen.contains(&project.external_id)).map(|project| project.id).collect())
}
