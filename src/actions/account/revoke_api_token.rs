//! Revoking a program's token: from this moment on it opens nothing.

use super::create_api_token::{ApiTokenError, enter};
use crate::actions::steps::{RecordIds, authorise};
use crate::domain::api_token::TokenId;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::Act;
use crate::store::api_tokens::{find_api_token, update_api_token_revoked};
use crate::store::{Db, Lock, StoreError};

/// Revokes a token, be it one's own or somebody else's. One that was revoked before stays so.
///
/// # Errors
/// When there is no such token, the actor may not, or the database fails.
pub async fn revoke_api_token(db: &Db, actor: Actor, id: TokenId) -> Result<(), ApiTokenError> {
    let ids = RecordIds::draw()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::MakeApiToken, Scope::Organisation)?;
        find_api_token(tx, id)?.ok_or(StoreError::NotFound)?;
        let now = tx.now;
        if update_api_token_revoked(tx, id, now)? {
            enter(tx, &ids, actor, (Act::ApiTokenRevoked, id), None)?;
        }
        Ok(())
    })
    .await
}
