//! The one check of permission, on roles read inside the transaction.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::domain::permission::{Actor, Denial, Permission, require};
use crate::store::accounts::list_roles;
use crate::store::{StoreError, Tx};

/// Somebody may not do this.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not allowed: {0:?}")]
pub struct Forbidden(pub Denial);

/// Lets an actor pass who may do something.
///
/// # Errors
/// [`Forbidden`] with the reason, or a failure of the database.
pub fn authorise<E>(tx: &mut Tx<'_>, actor: Actor, permission: Permission) -> Result<(), E>
where
    E: From<Forbidden> + From<StoreError>,
{
    let roles = match actor {
        Actor::Member(account) => list_roles(tx, account)?,
        Actor::Anonymous | Actor::Voter(_) | Actor::CommandLine | Actor::System => BTreeSet::new(),
    };
    require(actor, &roles, permission).map_err(|denial| Forbidden(denial).into())
}
