//! What touches how somebody gets in takes the second factor, where the account has one.

use super::authorise::Forbidden;
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Denial, Permission, Scope};
use crate::store::Conn;
use crate::store::second_factors::find_second_factor;

/// Lets the owner of an account pass; one that has a second factor, only after it was shown.
///
/// # Errors
/// The reason why not, or a failure of the database.
pub fn authorise_owner(conn: &mut Conn, actor: Actor, account: AccountId) -> Result<(), Forbidden> {
    super::authorise(conn, actor, Permission::ManageOwnAccount, Scope::Account(account))?;
    match actor {
        Actor::Member(_) if find_second_factor(conn, account)?.is_some() => {
            Err(Forbidden::Denied(Denial::SecondFactorMissing))
        }
        Actor::Member(_)
        | Actor::Office(_)
        | Actor::Anonymous
        | Actor::Voter(_)
        | Actor::CommandLine
        | Actor::System => Ok(()),
    }
}
