//! The one check of permission, on roles read inside the transaction.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::domain::permission::{Actor, Denial, Permission, require};
use crate::store::accounts::list_roles;
use crate::store::{StoreError, Tx};

/// Why somebody does not pass.
#[derive(Debug, Clone, Error)]
pub enum Forbidden {
    /// They may not do this.
    #[error("not allowed: {0:?}")]
    Denied(Denial),
    /// Their roles cannot be read.
    #[error(transparent)]
    Unknown(#[from] StoreError),
}

/// Lets an actor pass who may do something.
///
/// # Errors
/// The reason why not, or a failure of the database.
pub fn authorise(tx: &mut Tx<'_>, actor: Actor, permission: Permission) -> Result<(), Forbidden> {
    let roles = match actor {
        Actor::Member(account) => list_roles(tx, account)?,
        Actor::Anonymous | Actor::Voter(_) | Actor::CommandLine | Actor::System => BTreeSet::new(),
    };
    require(actor, &roles, permission).map_err(Forbidden::Denied)
}
