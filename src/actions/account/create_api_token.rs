//! Making a token with which a program may read for an account. It is shown once and stored nowhere.

use thiserror::Error;

use crate::actions::steps::{Forbidden, RecordIds, actor_ref, append, authorise};
use crate::domain::api_token::{TokenId, TokenLife, TokenName, TokenScope};
use crate::domain::ids::AccountId;
use crate::domain::permission::{Actor, Denial, Permission, Scope};
use crate::domain::time::Instant;
use crate::record::{Act, ActorRef, Subject};
use crate::secrecy::randomness::RandomnessError;
use crate::secrecy::token::{NewApiToken, TokenError};
use crate::secrecy::{KeyDirectory, TokenHash};
use crate::store::accounts::lock_account;
use crate::store::api_tokens::{NewApiTokenRow, insert_api_token};
use crate::store::sessions::find_session_handle;
use crate::store::{Db, Lock, StoreError, Tx};

/// Why no token was made or revoked.
#[derive(Debug, Error)]
pub enum ApiTokenError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// The same form was sent before; its token was shown then.
    #[error("this token was made already")]
    MadeAlready,
    /// It cannot be signed.
    #[error(transparent)]
    Token(#[from] TokenError),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// What somebody wants a token for.
#[derive(Debug, Clone)]
pub struct CreateApiToken {
    /// Drawn with the form, so that a form that is sent twice makes one token.
    pub id: TokenId,
    /// What the office calls it.
    pub name: TokenName,
    /// What it is good for.
    pub scope: TokenScope,
    /// How long it holds.
    pub life: TokenLife,
}

/// Makes a token for an account in one of its sessions and answers its text, which nobody sees again. `issuer` is the origin
/// of the service.
///
/// # Errors
/// When the account may not, its session has ended, the form was sent before, or the database fails.
pub async fn create_api_token(
    db: &Db,
    keys: &KeyDirectory,
    issuer: &str,
    actor: Actor,
    (account, session): (AccountId, TokenHash),
    wanted: CreateApiToken,
) -> Result<String, ApiTokenError> {
    let ids = RecordIds::draw()?;
    let id = wanted.id;
    let (issued_at, expires_at) = db
        .write(Lock::Nothing, move |tx| {
            // Locked before anything is read: whoever closes the account at this moment, or gives it another address, takes
            // its tokens away and ends its sessions.
            lock_account(tx, account)?;
            if find_session_handle(tx, &session)?.is_none() {
                return Err(Forbidden::Denied(Denial::NotSignedIn).into());
            }
            authorise(tx, actor, Permission::MakeApiToken, Scope::Organisation)?;
            let (now, expires_at) = (tx.now, tx.now.plus(wanted.life.span()));
            let (name, scope) = (wanted.name.clone(), wanted.scope);
            let row = NewApiTokenRow { id, account, name, scope, expires_at };
            insert_api_token(tx, &row, now).map_err(|error| match error {
                StoreError::Conflict => ApiTokenError::MadeAlready,
                other => ApiTokenError::Store(other),
            })?;
            enter(tx, &ids, actor, (Act::ApiTokenCreated, id), Some((scope, wanted.life)))?;
            Ok::<(Instant, Instant), ApiTokenError>((now, expires_at))
        })
        .await?;
    Ok(keys.installation().sign_api_token(issuer, &NewApiToken { id, account, issued_at, expires_at })?)
}

/// Enters what became of a token. Its name is personal text and stays out.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    ids: &RecordIds,
    actor: Actor,
    (act, id): (Act, TokenId),
    made: Option<(TokenScope, TokenLife)>,
) -> Result<(), StoreError> {
    let subject = match actor_ref(tx, ids, actor)? {
        ActorRef::Office(office) => Subject::Office(office),
        ActorRef::Public | ActorRef::System | ActorRef::CommandLine | ActorRef::Import => Subject::Settings,
    };
    let mut details = vec![("token", id.to_string().into())];
    if let Some((scope, life)) = made {
        details.push(("scope", scope.as_str().into()));
        details.push(("days", i64::from(life.days()).into()));
    }
    append(tx, ids, actor, act, (None, subject), details)
}
