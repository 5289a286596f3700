//! Taking a support back.

use super::hindrance::{Hindrance, Supporter};
use super::refusal::SupportError;
use crate::actions::steps::{Forbidden, authorise, round_of};
use crate::domain::ids::ProposalNumber;
use crate::domain::permission::{Actor, Denial, Permission, Scope};
use crate::secrecy::InstallationKeys;
use crate::store::proposals::{RoundOf, find_proposal, find_round_of};
use crate::store::supports::delete_support;
use crate::store::{Db, Lock, StoreError};

/// Takes a support back, while supports are taken: then also of a proposal that takes none any more. Done twice it is done
/// once.
///
/// # Errors
/// [`SupportError::Hindered`] with [`Hindrance::NotOpen`]; when nobody is signed in, or the database fails.
pub async fn take_back_support(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    number: ProposalNumber,
) -> Result<(), SupportError> {
    let account = actor.account().ok_or(Forbidden::Denied(Denial::NotSignedIn))?;
    let round = db.read(move |conn| find_round_of(conn, RoundOf::Number(number))).await?;
    let by = Supporter::of(keys, round, account);
    db.write(Lock::RoundShared(round), move |tx| {
        authorise(tx, actor, Permission::SupportProposals, Scope::Round(round))?;
        let (here, now) = (round_of(tx, round)?, tx.now);
        if !here.takes_supports(now) {
            return Err(SupportError::Hindered(Hindrance::NotOpen));
        }
        let proposal = find_proposal(tx, number)?.ok_or(StoreError::NotFound)?;
        delete_support(tx, proposal.id, &by.supporter)?;
        Ok(())
    })
    .await
}
