//! The mailbox says that it wants to follow something.

use super::refusal::FollowError;
use crate::actions::steps::authorise;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::secrecy::randomness::draw;
use crate::secrecy::{FollowerSeed, InstallationKeys, TokenHash};
use crate::store::follow_requests::find_follow_request;
use crate::store::followers::{Follower, NewFollower, find_or_insert_follower, insert_follow};
use crate::store::{Db, Lock};

/// Lets the address of a request follow what it asked for. A second click changes nothing and is no mistake.
///
/// # Errors
/// [`FollowError::NotGood`] when the link has run out; or when the database fails or there is no randomness.
pub async fn confirm_follow(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    link: TokenHash,
) -> Result<Follower, FollowError> {
    let seed = FollowerSeed::new(draw()?);
    let own_link = keys.following_id(&seed).hash();
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::Follow, Scope::Organisation)?;
        let now = tx.now;
        let request = find_follow_request(tx, &link, now)?.ok_or(FollowError::NotGood)?;
        let new = NewFollower { email: request.email, language: request.language, seed, link: own_link };
        let follower = find_or_insert_follower(tx, &new, now)?;
        insert_follow(tx, follower.id, request.followed, now)?;
        Ok(follower)
    })
    .await
}
