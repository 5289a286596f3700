//! What followers do themselves: stop one thing or all, and choose their language. They show a link of a mail, or the
//! account with the address.

use super::refusal::FollowError;
use crate::actions::steps::authorise;
use crate::domain::ids::{AccountId, FollowId};
use crate::domain::permission::{Actor, Permission, Scope};
use crate::locale::Language;
use crate::mail::Message;
use crate::secrecy::TokenHash;
use crate::store::accounts::find_account;
use crate::store::follow_requests::delete_follow_requests_of;
use crate::store::followers::{
    Follower, delete_follow, delete_follower, find_follower, find_follower_by_link, update_follower_language,
};
use crate::store::mails::delete_waiting_mails;
use crate::store::{Db, Lock, Tx};

/// How a follower shows who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FollowerProof {
    /// By the id in a link of a mail.
    Link(TokenHash),
    /// By the account that has the address.
    Account(AccountId),
}

impl FollowerProof {
    /// The follower; none who follows nothing, or nothing any more.
    fn find(self, tx: &mut Tx<'_>, actor: Actor) -> Result<Option<Follower>, FollowError> {
        match self {
            Self::Link(link) => {
                authorise(tx, actor, Permission::Follow, Scope::Organisation)?;
                Ok(find_follower_by_link(tx, &link)?)
            }
            Self::Account(account) => {
                authorise(tx, actor, Permission::ManageOwnAccount, Scope::Account(account))?;
                let email = find_account(tx, account)?.and_then(|account| account.email);
                Ok(email.map(|email| find_follower(tx, &email)).transpose()?.flatten())
            }
        }
    }
}

/// Stops one thing. With the last one the address is forgotten.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn stop_following(db: &Db, actor: Actor, proof: FollowerProof, follow: FollowId) -> Result<(), FollowError> {
    db.write(Lock::Nothing, move |tx| {
        let Some(follower) = proof.find(tx, actor)? else { return Ok(()) };
        if !delete_follow(tx, follower.id, follow)? {
            forget(tx, &follower)?;
        }
        Ok(())
    })
    .await
}

/// Stops everything and forgets the address, also where a mail waits for the morning. To do so again is no mistake: mail programs do.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn stop_all(db: &Db, actor: Actor, proof: FollowerProof) -> Result<(), FollowError> {
    db.write(Lock::Nothing, move |tx| {
        let Some(follower) = proof.find(tx, actor)? else { return Ok(()) };
        forget(tx, &follower)
    })
    .await
}

fn forget(tx: &mut Tx<'_>, follower: &Follower) -> Result<(), FollowError> {
    delete_follow_requests_of(tx, &follower.email)?;
    delete_waiting_mails(tx, &follower.email, Message::FOLLOWED_NEWS)?;
    Ok(delete_follower(tx, &follower.email)?)
}

/// Chooses the language of the mails.
///
/// # Errors
/// When the actor may not or the database fails.
pub async fn choose_language(
    db: &Db,
    actor: Actor,
    proof: FollowerProof,
    language: Language,
) -> Result<(), FollowError> {
    db.write(Lock::Nothing, move |tx| {
        let Some(follower) = proof.find(tx, actor)? else { return Ok(()) };
        Ok(update_follower_language(tx, follower.id, language.code())?)
    })
    .await
}
