//! Keeping what somebody is writing, as it was typed, under its change code. It is kept also when the window has closed:
//! then at least the text is not lost.

use chrono::TimeDelta;

use super::refusal::ProposalError;
use crate::actions::steps::{authorise, round_of};
use crate::domain::ids::RoundId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::secrecy::ChangeMac;
use crate::store::proposal_drafts::{Draft, delete_draft, find_draft, insert_or_replace_draft};
use crate::store::proposals::find_proposal_by_code;
use crate::store::{Db, Lock};

/// How long a draft is kept after it was last changed.
pub const DRAFT_KEPT_FOR: TimeDelta = TimeDelta::days(30);

/// Keeps a draft in place of the one under the same code; answers it.
///
/// # Errors
/// [`ProposalError::CodeTaken`] when a proposal, or the draft of another round, lies under the code;
/// [`ProposalError::NotOpen`] when the round is not public; or when the database fails.
pub async fn keep_draft(
    db: &Db,
    actor: Actor,
    round: RoundId,
    code: ChangeMac,
    fields: String,
) -> Result<Draft, ProposalError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::Propose, Scope::Round(round))?;
        let now = tx.now;
        if round_of(tx, round)?.facts.round_published_at.is_none_or(|published| published > now) {
            return Err(ProposalError::NotOpen);
        }
        let earlier = find_draft(tx, &code, now)?;
        if earlier.is_some_and(|draft| draft.round != round) || find_proposal_by_code(tx, &code)?.is_some() {
            return Err(ProposalError::CodeTaken);
        }
        let draft = Draft { round, fields: fields.clone(), expires_at: now.plus(DRAFT_KEPT_FOR) };
        insert_or_replace_draft(tx, &code, &draft, now)?;
        Ok(draft)
    })
    .await
}

/// Removes the draft under a code, if there is one.
///
/// # Errors
/// When the database fails.
pub async fn discard_draft(db: &Db, actor: Actor, round: RoundId, code: ChangeMac) -> Result<(), ProposalError> {
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::Propose, Scope::Round(round))?;
        Ok(delete_draft(tx, &code)?)
    })
    .await
}
