//! Accepting an invitation: whoever has proved the address that was invited takes the role.

use super::PeopleError;
use crate::actions::steps::{RecordIds, authorise_owner, change_departments, give_role};
use crate::domain::ids::AccountId;
use crate::domain::permission::Actor;
use crate::domain::role::{Departments, Mandate, RoleWay};
use crate::domain::text::Line;
use crate::secrecy::TokenHash;
use crate::store::accounts::{find_account, update_account};
use crate::store::invitations::{find_invitation_by_link, update_invitation_accepted};
use crate::store::roles::{list_grants, lock_roles_of};
use crate::store::{Db, Lock, StoreError, Tx};

/// Accepts the invitation behind a link for an account. Whoever has got the role in another way meanwhile keeps it, with
/// the departments of both. An account without a name takes `name`, so that others can read who holds the role; an empty
/// one keeps what is written already.
///
/// # Errors
/// When nobody would know the name, the invitation does not wait any more or is for another address, the account is closed or not the actor's, or the
/// database fails.
pub async fn accept_invitation(
    db: &Db,
    actor: Actor,
    account: AccountId,
    (link, name): (TokenHash, Line),
) -> Result<(), PeopleError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise_owner(tx, actor, account)?;
        let now = tx.now;
        let invitation = find_invitation_by_link(tx, &link)?.ok_or(StoreError::NotFound)?;
        let owner = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        if owner.email.as_ref() != Some(&invitation.email) {
            return Err(PeopleError::NotInvited);
        }
        if owner.disabled {
            return Err(PeopleError::Closed);
        }
        if name.is_empty() && owner.display_name.trim().is_empty() {
            return Err(PeopleError::NameMissing);
        }
        if !update_invitation_accepted(tx, &invitation, now)? {
            // Somebody was faster: what they did is read anew.
            let found = find_invitation_by_link(tx, &link)?.ok_or(StoreError::NotFound)?;
            return Err(PeopleError::InvitationOver(found.state(now)));
        }
        if !name.is_empty() {
            update_account(tx, account, name.as_str(), &owner.language)?;
        }
        lock_roles_of(tx, account)?;
        let held =
            list_grants(tx, account)?.mandates().iter().find(|held| held.grant == invitation.mandate.grant).cloned();
        match held {
            Some(held) => Ok(join_departments(tx, &ids, actor, account, &held, &invitation.mandate.departments)?),
            None => Ok(give_role(tx, &ids, actor, (account, &invitation.mandate), RoleWay::Accepted)?),
        }
    })
    .await
}

fn join_departments(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    account: AccountId,
    held: &Mandate,
    further: &Departments,
) -> Result<(), StoreError> {
    let joined = Mandate { grant: held.grant, departments: held.departments.join(further) };
    if joined == *held {
        return Ok(());
    }
    change_departments(tx, ids, actor, account, &joined)
}
