//! What becomes of a project whose proposal is taken back or hidden: its text must not stay readable there.

use crate::domain::ids::ProposalNumber;
use crate::domain::round::Round;
use crate::domain::schedule::Window;
use crate::store::set_up::update_ballot_version;
use crate::store::shortlist::{delete_project, stands_on_ballot, update_project_emptied};
use crate::store::{StoreError, Tx};

/// Takes a proposal off the ballot if it stands on one. Before voting begins the project goes; after that people may have
/// chosen it, so that its number and cost stay and its text goes. The caller holds a lock of the round.
///
/// # Errors
/// When the database fails.
pub fn take_off_ballot(tx: &mut Tx<'_>, round: &Round, number: ProposalNumber) -> Result<(), StoreError> {
    if !stands_on_ballot(tx, round.id, number)? {
        return Ok(());
    }
    if round.schedule.begun(Window::Voting, tx.now) {
        update_project_emptied(tx, round.id, number)
    } else {
        delete_project(tx, round.id, number)?;
        update_ballot_version(tx, round.id)
    }
}
