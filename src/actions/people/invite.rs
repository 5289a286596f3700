//! Inviting somebody to take a role: a link by mail that only the owner of the address can use.

use chrono::TimeDelta;

use super::PeopleError;
use super::departments::check_departments;
use crate::actions::steps::{
    Outgoing, RecordIds, append, authorise, department_names, enqueue, mandate_details, round_title,
};
use crate::domain::email::Email;
use crate::domain::hex;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::role::Mandate;
use crate::locale::Language;
use crate::mail::{MailSecret, Message, MessageIds, SealedSecret};
use crate::record::{Act, Subject};
use crate::secrecy::randomness::draw;
use crate::secrecy::{InstallationKeys, SessionToken, TokenHash};
use crate::store::accounts::find_account_by_email;
use crate::store::invitations::{
    Invitation, InvitationState, NewInvitation, find_invitation, insert_invitation, list_open_invitations,
    update_invitation_withdrawn,
};
use crate::store::roles::list_grants;
use crate::store::{Db, Lock, StoreError, Tx};

/// How long the link is good.
pub const GOOD_FOR: TimeDelta = TimeDelta::days(14);

/// Invites somebody. `language` is that of the mail for whoever has no account yet.
///
/// # Errors
/// When the address holds the role, its account is closed, the same invitation waits, or a department is not offered; when
/// the actor may not, or something fails.
pub async fn invite(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    (email, mandate): (Email, Mandate),
    language: Language,
) -> Result<(), PeopleError> {
    let letter = NewLetter::draw(keys)?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        check_departments(tx, &mandate)?;
        let now = tx.now;
        let earlier: Vec<Invitation> = list_open_invitations(tx)?
            .into_iter()
            .filter(|invitation| invitation.email == email && invitation.mandate.grant == mandate.grant)
            .collect();
        if earlier.iter().any(|invitation| invitation.state(now) == InvitationState::Open) {
            return Err(PeopleError::InvitedAlready);
        }
        // What has run out gives its place on the list to the new one.
        for invitation in &earlier {
            update_invitation_withdrawn(tx, invitation, now)?;
        }
        letter.send(tx, actor, &email, &mandate, language)
    })
    .await
}

/// Sends an invitation once more with a new link, be it run out. The old link ends.
///
/// # Errors
/// When it was accepted or taken back; otherwise as [`invite`].
pub async fn invite_again(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    handle: String,
    language: Language,
) -> Result<(), PeopleError> {
    let letter = NewLetter::draw(keys)?;
    db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManagePeople, Scope::Organisation)?;
        let now = tx.now;
        let earlier = find_invitation(tx, &handle)?.ok_or(StoreError::NotFound)?;
        if !update_invitation_withdrawn(tx, &earlier, now)? {
            return Err(PeopleError::InvitationOver(earlier.state(now)));
        }
        letter.send(tx, actor, &earlier.email, &earlier.mandate, language)
    })
    .await
}

/// Everything random of an invitation, drawn before the transaction.
struct NewLetter {
    entry: RecordIds,
    ids: MessageIds,
    handle: String,
    link: TokenHash,
    secret: SealedSecret,
}

impl NewLetter {
    fn draw(keys: &InstallationKeys) -> Result<Self, PeopleError> {
        let (ids, token) = (MessageIds::draw()?, SessionToken::new(draw()?));
        let secret = MailSecret::link(token.to_cookie().as_str().to_owned());
        Ok(Self {
            entry: RecordIds::draw()?,
            handle: hex::encode(&draw::<16>()?),
            link: token.hash(),
            secret: SealedSecret::seal(keys, &ids, 0, &secret)?,
            ids,
        })
    }

    /// Writes the invitation, enters it and sends it, unless there is nothing to invite to.
    fn send(
        &self,
        tx: &mut Tx<'_>,
        actor: Actor,
        email: &Email,
        mandate: &Mandate,
        language: Language,
    ) -> Result<(), PeopleError> {
        let (now, grant) = (tx.now, mandate.grant);
        let account = find_account_by_email(tx, email)?;
        if let Some(account) = &account {
            if account.disabled {
                return Err(PeopleError::Closed);
            }
            if list_grants(tx, account.id)?.hold(&[grant.role], grant.round) {
                return Err(PeopleError::HeldAlready);
            }
        }
        let language = account.and_then(|account| Language::from_code(&account.language)).unwrap_or(language);
        let expires_at = now.plus(GOOD_FOR);
        let new = NewInvitation {
            handle: self.handle.clone(),
            link: self.link,
            email: email.clone(),
            mandate: mandate.clone(),
            expires_at,
        };
        insert_invitation(tx, &new, now)?;
        let details = mandate_details(tx, mandate)?;
        append(tx, &self.entry, actor, Act::InvitationSent, (grant.round, Subject::Settings), details)?;
        let departments = department_names(tx, &mandate.departments, language)?;
        let (role, round, good_until) = (grant.role, round_title(tx, grant, language)?, Some(expires_at.to_utc()));
        let message = Message::Invitation { role, round, departments, good_until };
        let (secret, expires_at) = (Some(&self.secret), Some(expires_at));
        let mail = Outgoing { message: &message, recipient: email, language, secret, expires_at };
        Ok(enqueue(tx, &self.ids, 0, mail)?)
    }
}
