//! What only the recipient may read. In the outbox it lies sealed; only who writes the mail opens it.

use serde::{Deserialize, Serialize};
use thiserror::Error;
use zeroize::{Zeroize, Zeroizing};

use super::message_id::MessageIds;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{EnvelopeError, InstallationKeys, SealNonce};

/// A link's random id, in a written mail its signed token, and beside it a code to type where there is one. It does not print and is wiped when it is dropped.
#[derive(Serialize, Deserialize)]
pub struct MailSecret {
    token: String,
    code: Option<String>,
}

impl MailSecret {
    /// A secret that only the link carries.
    #[must_use]
    pub const fn link(token: String) -> Self {
        Self { token, code: None }
    }

    /// A code alone.
    #[must_use]
    pub const fn code_alone(code: String) -> Self {
        Self { token: String::new(), code: Some(code) }
    }

    /// A secret that the link carries, and a code that does the same.
    #[must_use]
    pub const fn link_and_code(token: String, code: String) -> Self {
        Self { token, code: Some(code) }
    }

    /// The same with another token, as when the link's id is signed.
    ///
    /// # Errors
    /// Those of `change`.
    pub fn with_token<E>(&self, change: impl FnOnce(&str) -> Result<String, E>) -> Result<Self, E> {
        Ok(Self { token: change(&self.token)?, code: self.code.clone() })
    }

    /// What the link carries.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// What is typed instead.
    #[must_use]
    pub fn code(&self) -> Option<&str> {
        self.code.as_deref()
    }
}

impl Drop for MailSecret {
    fn drop(&mut self) {
        self.token.zeroize();
        self.code.zeroize();
    }
}

impl std::fmt::Debug for MailSecret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("MailSecret(hidden)")
    }
}

/// Why a mail's secret cannot be sealed or opened.
#[derive(Debug, Error)]
pub enum MailSecretError {
    /// There is no randomness for the seal.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The seal does not hold.
    #[error("the mail's secret: {0}")]
    Envelope(#[from] EnvelopeError),
    /// What was sealed is no secret of a mail.
    #[error("what is sealed is no secret of a mail")]
    Unreadable,
}

/// A secret as the outbox carries it: sealed with the installation's key for one Message-ID, so that it opens in no
/// other mail, be it one of the same kind. Made before the transaction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedSecret {
    message_id: String,
    bytes: Vec<u8>,
}

impl SealedSecret {
    /// Seals the secret of the act's mail at `place`.
    ///
    /// # Errors
    /// When the operating system has no randomness.
    pub fn seal(
        keys: &InstallationKeys,
        ids: &MessageIds,
        place: usize,
        secret: &MailSecret,
    ) -> Result<Self, MailSecretError> {
        let message_id = ids.nth(place);
        // Texts only: this cannot fail.
        let plain = Zeroizing::new(serde_json::to_vec(secret).unwrap_or_default());
        let bytes = keys.seal_secret(&message_id, SealNonce::new(draw()?), &plain)?;
        Ok(Self { message_id, bytes })
    }

    /// Takes what the outbox carries.
    #[must_use]
    pub const fn stored(message_id: String, bytes: Vec<u8>) -> Self {
        Self { message_id, bytes }
    }

    /// The bytes for the outbox.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// Opens it.
    ///
    /// # Errors
    /// When it was changed, or sealed for another mail or with another key.
    pub fn open(&self, keys: &InstallationKeys) -> Result<MailSecret, MailSecretError> {
        let plain = keys.open_secret(&self.message_id, &self.bytes)?;
        serde_json::from_slice(&plain).map_err(|_| MailSecretError::Unreadable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::SecretKey;

    #[test]
    fn a_secret_opens_in_the_mail_that_it_was_sealed_for_and_in_no_other() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [1; 32]));
        let ids = MessageIds::draw().unwrap();
        let secret = MailSecret::link_and_code("a-token".to_owned(), "123456".to_owned());

        let sealed = SealedSecret::seal(&keys, &ids, 0, &secret).unwrap();

        assert!(!sealed.bytes().windows(6).any(|six| six == b"123456"));
        let opened = SealedSecret::stored(ids.nth(0), sealed.bytes().to_owned()).open(&keys).unwrap();
        assert_eq!((opened.token(), opened.code()), ("a-token", Some("123456")));
        assert!(SealedSecret::stored(ids.nth(1), sealed.bytes().to_owned()).open(&keys).is_err());
        assert_eq!(format!("{secret:?}"), "MailSecret(hidden)");
    }
}
