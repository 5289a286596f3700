//! Asking for a way in by mail: a link and six digits. Whether there is an account makes no difference here, so nothing
//! about the answer tells who has one.

use std::sync::Arc;

use chrono::TimeDelta;
use thiserror::Error;

use crate::actions::steps::{Forbidden, Outgoing, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::hex;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::six_digits::SixDigits;
use crate::locale::Language;
use crate::mail::{MailSecret, MailSecretError, Message, MessageIds, SealedSecret};
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{EnvelopeError, InstallationKeys, SealNonce, SessionToken};
use crate::store::sign_ins::{NewSignIn, insert_sign_in};
use crate::store::{Db, Lock, StoreError};

/// How long the link and the digits are good.
pub const GOOD_FOR: TimeDelta = TimeDelta::minutes(15);

/// Why nothing was sent.
#[derive(Debug, Error)]
pub enum AskToSignInError {
    /// The actor may not.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The secret of the mail cannot be sealed.
    #[error(transparent)]
    Secret(#[from] MailSecretError),
    /// The way on cannot be sealed.
    #[error("the way on after the sign-in: {0}")]
    WayOn(#[from] EnvelopeError),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Sends a link and six digits to an address, good for [`GOOD_FOR`]. `way_on` is the path of this site to which whoever
/// follows the link goes on, in whatever browser: it is kept here, so no address can name another one. Answers with the
/// handle by which the digits are taken.
///
/// # Errors
/// When the database fails or there is no randomness.
pub async fn ask_to_sign_in(
    db: &Db,
    keys: &InstallationKeys,
    email: Email,
    language: Language,
    way_on: Option<String>,
) -> Result<String, AskToSignInError> {
    let handle = hex::encode(&draw::<16>()?);
    let (token, digits) = (SessionToken::new(draw()?), SixDigits::from_random(draw()?));
    let ids = MessageIds::draw()?;
    let secret = MailSecret::link_and_code(token.to_cookie().as_str().to_owned(), digits.to_string());
    let secret = Arc::new(SealedSecret::seal(keys, &ids, 0, &secret)?);
    let (link, digits) = (token.hash(), keys.digits_mac(&handle, digits));
    let asked = handle.clone();
    let nonce = SealNonce::new(draw()?);
    let way_on = way_on.map(|path| keys.seal_way_on(&handle, nonce, &path)).transpose()?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, Actor::Anonymous, Permission::EnterByMail, Scope::Organisation)?;
        let now = tx.now;
        let expires_at = now.plus(GOOD_FOR);
        let (handle, way_on) = (asked.clone(), way_on.clone());
        let new = NewSignIn { handle, email: email.clone(), link, digits, way_on, expires_at };
        insert_sign_in(tx, &new, now)?;
        let (secret, expires_at) = (Some(secret.as_ref()), Some(expires_at));
        let mail = Outgoing { message: &Message::SignIn, recipient: &email, language, secret, expires_at };
        Ok::<_, AskToSignInError>(enqueue(tx, &ids, 0, mail)?)
    })
    .await?;
    Ok(handle)
}
