//! What an account's owner wrote under an address goes along with them to another one: else it would stand in neither the
//! archive of their data nor in what a deletion forgets, and answers would go to a mailbox that is no longer theirs.

use crate::domain::email::Email;
use crate::store::accessibility_reports::update_reporters_moved;
use crate::store::followers::move_follower;
use crate::store::proposals::update_authors_moved;
use crate::store::questions::update_askers_moved;
use crate::store::{StoreError, Tx};

/// Moves proposals, questions, reports of barriers and what is followed from the old address of an account to its new one.
///
/// # Errors
/// When the database fails.
pub fn move_address(tx: &mut Tx<'_>, from: &Email, to: &Email) -> Result<(), StoreError> {
    update_authors_moved(tx, from, to)?;
    update_askers_moved(tx, from, to)?;
    update_reporters_moved(tx, from, to)?;
    move_follower(tx, from, to)
}
