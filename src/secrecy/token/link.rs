//! Links in mails. The token is signed when the mail is written and names a random id; a row keeps the hash of that id, what
//! the link is good for and that it was used. So what nobody signed costs no look-up, and what was taken back opens nothing.

use chrono::TimeDelta;

use super::claims::Claims;
use super::{InstallationKeys, LEEWAY, Purpose, TokenError, read, sign};
use crate::domain::time::Instant;
use crate::secrecy::session::{SessionToken, TokenHash};

/// What a link in a mail does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkPurpose {
    /// Lets somebody in.
    SignIn,
    /// Confirms an account's new address.
    ConfirmAddress,
    /// Shows an invitation to a role.
    Invitation,
    /// Confirms that somebody wants to follow something.
    ConfirmFollow,
    /// Shows what somebody follows, and stops it.
    Following,
}

impl LinkPurpose {
    /// How long a link is good after its mail was written, where that does not follow from how long the mail is of use:
    /// whoever finds an old mail must still be able to stop the next one.
    #[must_use]
    pub const fn lasts(self) -> Option<TimeDelta> {
        match self {
            Self::Following => Some(TimeDelta::days(365)),
            Self::SignIn | Self::ConfirmAddress | Self::Invitation | Self::ConfirmFollow => None,
        }
    }
}

/// From when until when a link is good. The row that belongs to it may end it before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LinkSpan {
    /// When the mail was asked for.
    pub issued_at: Instant,
    /// When the link ends.
    pub expires_at: Instant,
}

impl InstallationKeys {
    /// Signs what a link carries. `issuer` is the origin of the service's address, `id` the link's random id as
    /// [`SessionToken::to_cookie`] writes it.
    ///
    /// # Errors
    /// [`TokenError::Claims`] when the id is none, or [`TokenError::Unsigned`]; both would be a mistake of ours.
    pub fn sign_link(
        &self,
        issuer: &str,
        purpose: LinkPurpose,
        id: &str,
        span: LinkSpan,
    ) -> Result<String, TokenError> {
        SessionToken::parse(id).ok_or(TokenError::Claims)?;
        let purpose = Purpose::Link(purpose);
        sign(&self.token_key(purpose), &Claims::for_link(issuer, purpose, id, span))
    }

    /// Takes what a link carried, and answers by what its row is found.
    ///
    /// # Errors
    /// Why it does not hold. Of these only [`TokenError::Expired`] may be told, because it tells nothing new.
    pub fn verify_link(
        &self,
        issuer: &str,
        purpose: LinkPurpose,
        text: &str,
        now: Instant,
    ) -> Result<TokenHash, TokenError> {
        let purpose = Purpose::Link(purpose);
        let claims = read(&self.token_key(purpose), text)?;
        let id = claims.of_link()?;
        claims.check(issuer, purpose, now, LEEWAY)?;
        Ok(id.hash())
    }
}
