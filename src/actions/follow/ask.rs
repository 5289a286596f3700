//! Asking to follow something with an address. Whoever asks shows nothing, so the mailbox is asked, and in every case: the
//! answer tells nobody whether the address is known.

use std::sync::Arc;

use chrono::TimeDelta;

use super::refusal::FollowError;
use crate::actions::steps::{Outgoing, authorise, enqueue};
use crate::domain::email::Email;
use crate::domain::follow::Followed;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::locale::Language;
use crate::mail::{MailSecret, Message, MessageIds, SealedSecret};
use crate::secrecy::randomness::draw;
use crate::secrecy::{InstallationKeys, SessionToken};
use crate::store::follow_requests::{NewFollowRequest, insert_follow_request};
use crate::store::proposals::list_proposals;
use crate::store::rounds::find_round;
use crate::store::texts::find_round_text;
use crate::store::{Db, Lock, StoreError};

/// How long the mailbox has to confirm.
pub const CONFIRM_WITHIN: TimeDelta = TimeDelta::days(7);

/// What somebody wants to hear of, and where.
#[derive(Debug, Clone)]
pub struct AskToFollow {
    /// The address that was typed.
    pub email: Email,
    /// The language of the page.
    pub language: Language,
    /// What it is about.
    pub followed: Followed,
}

/// Sends the question whether the address is to follow something. Until it is answered nothing else is sent.
///
/// # Errors
/// When there is no such round or proposal, the database fails or there is no randomness.
pub async fn ask_to_follow(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    asked: AskToFollow,
) -> Result<(), FollowError> {
    let (token, ids) = (SessionToken::new(draw()?), MessageIds::draw()?);
    let secret = MailSecret::link(token.to_cookie().as_str().to_owned());
    let secret = Arc::new(SealedSecret::seal(keys, &ids, 0, &secret)?);
    let link = token.hash();
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::Follow, Scope::Organisation)?;
        let (now, AskToFollow { email, language, followed }) = (tx.now, asked.clone());
        let expires_at = now.plus(CONFIRM_WITHIN);
        let round = find_round(tx, followed.round)?.ok_or(StoreError::NotFound)?;
        let title = find_round_text(tx, round.id, language.written())?.text.title;
        let number = match followed.proposal {
            Some(proposal) => Some(list_proposals(tx, &[proposal])?.pop().ok_or(StoreError::NotFound)?.number.value()),
            None => None,
        };
        let new = NewFollowRequest { email, language: language.code().to_owned(), followed, link, expires_at };
        insert_follow_request(tx, &new, now)?;
        let message = Message::ConfirmFollow { round: title, number };
        let (secret, expires_at) = (Some(secret.as_ref()), Some(expires_at));
        let mail = Outgoing { message: &message, recipient: &new.email, language, secret, expires_at };
        Ok(enqueue(tx, &ids, 0, mail)?)
    })
    .await
}
