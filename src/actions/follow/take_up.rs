//! Following something with an account, whose address is confirmed already.

use super::refusal::FollowError;
use crate::actions::steps::authorise;
use crate::domain::follow::Followed;
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::secrecy::randomness::draw;
use crate::secrecy::{FollowerSeed, InstallationKeys};
use crate::store::accounts::find_account;
use crate::store::followers::{NewFollower, find_or_insert_follower, insert_follow};
use crate::store::{Db, Lock, StoreError};

/// Lets the owner of an account follow something.
///
/// # Errors
/// [`FollowError::NoAddress`] when there is none to write to; or when the actor may not or the database fails.
pub async fn follow_signed_in(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    account: AccountId,
    followed: Followed,
) -> Result<(), FollowError> {
    let seed = FollowerSeed::new(draw()?);
    let link = keys.following_id(&seed).hash();
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageOwnAccount, Scope::Account(account))?;
        let now = tx.now;
        let owner = find_account(tx, account)?.ok_or(StoreError::NotFound)?;
        let email = owner.email.ok_or(FollowError::NoAddress)?;
        let follower = find_or_insert_follower(tx, &NewFollower { email, language: owner.language, seed, link }, now)?;
        Ok(insert_follow(tx, follower.id, followed, now)?)
    })
    .await
}
