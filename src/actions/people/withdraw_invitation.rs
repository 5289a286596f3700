//! Taking an invitation back. Its link opens nothing any more.

use super::PeopleError;
use crate::actions::steps::{RecordIds, append, authorise, mandate_details};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::store::invitations::{find_invitation, update_invitation_withdrawn};
use crate::store::{Db, Lock, StoreError};

/// Takes the invitation with a handle back, be it run out.
///
/// # Errors
/// When it was accepted or taken back before, the actor may not, or the database fails.
pub async fn withdraw_invitation(db: &Db, actor: Actor, handle: String) -> Result<(), PeopleError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        let now = tx.now;
        let invitation = find_invitation(tx, &handle)?.ok_or(StoreError::NotFound)?;
        if !update_invitation_withdrawn(tx, &invitation, now)? {
            return Err(PeopleError::InvitationOver(invitation.state(now)));
        }
        let details = mandate_details(tx, &invitation.mandate)?;
        Ok(append(
            tx,
            &ids,
            actor,
            Act::InvitationWithdrawn,
            (invitation.mandate.grant.round, Subject::Settings),
            details,
        )?)
    })
    .await
}
