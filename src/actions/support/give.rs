//! Supporting a proposal.

use super::hindrance::{Supporter, find_hindrance};
use super::refusal::SupportError;
use crate::actions::steps::{Forbidden, authorise, round_of};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::{Actor, Denial, Permission, Scope};
use crate::secrecy::InstallationKeys;
use crate::store::proposals::{RoundOf, find_proposal, find_round_of};
use crate::store::supports::{insert_support, list_supported};
use crate::store::{Db, Lock, StoreError};

/// Supports a proposal. Done twice, as by a second click, it is done once.
///
/// # Errors
/// [`SupportError::Hindered`]; when nobody is signed in, or the database fails.
pub async fn give_support(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    number: ProposalNumber,
) -> Result<(), SupportError> {
    match give_once(db, keys, actor, number).await {
        // A second click, or the first support of somebody else, came at the same moment: by now it finds what that one did.
        Err(SupportError::Store(StoreError::Conflict)) => give_once(db, keys, actor, number).await,
        other => other,
    }
}

async fn give_once(db: &Db, keys: &InstallationKeys, actor: Actor, number: ProposalNumber) -> Result<(), SupportError> {
    let account = actor.account().ok_or(Forbidden::Denied(Denial::NotSignedIn))?;
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    let by = Supporter::of(keys, round, account);
    db.write(Lock::RoundShared(round), move |tx| {
        authorise(tx, actor, Permission::SupportProposals, Scope::Round(round))?;
        let (here, now) = (round_of(tx, round)?, tx.now);
        let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
        if let Some(hindrance) = find_hindrance(tx, (&here, &proposal), &by, now)? {
            return Err(SupportError::Hindered(hindrance));
        }
        if !list_supported(tx, &[proposal.id], &by.supporter)?.contains(&proposal.id) {
            insert_support(tx, proposal.id, &by.supporter)?;
        }
        Ok(())
    })
    .await
}
