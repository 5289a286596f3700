//! The one check of permission, on roles read inside the transaction.

use thiserror::Error;

use crate::domain::permission::{Actor, Denial, Permission, Scope, require};
use crate::domain::role::Grants;
use crate::store::roles::list_grants;
use crate::store::{Conn, StoreError};

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

/// Lets an actor pass who may do something. What an action does rests on asking in the transaction that does it; asking
/// in a read before only saves work for those who may not.
///
/// # Errors
/// The reason why not, or a failure of the database.
pub fn authorise(conn: &mut Conn, actor: Actor, permission: Permission, scope: Scope) -> Result<(), Forbidden> {
    let grants = match actor.account() {
        Some(account) => list_grants(conn, account)?,
        None => Grants::default(),
    };
    require(actor, &grants, permission, scope).map_err(Forbidden::Denied)
}
