//! Which keys come from which file, by which label. The labels can never change: what was made with them would be lost.

use crate::domain::ids::RoundPublicId;
use crate::domain::letter_code::LetterCode;

use super::opaque::opaque_bytes;
use super::person::PersonRef;
use super::secret_key::SecretKey;

opaque_bytes! {
    /// By what a letter code is found without being stored.
    CodeMac(32),
    /// Under what a sealed ballot lies in the box. Only the round's key joins it with a person.
    Pseudonym(32),
}

/// The keys that come from `installation.key`.
#[derive(Debug)]
pub struct InstallationKeys {
    roll: SecretKey,
    code: SecretKey,
    tokens: SecretKey,
    csrf: SecretKey,
    secrets: SecretKey,
}

impl InstallationKeys {
    /// Derives them all.
    #[must_use]
    pub fn derive(installation: &SecretKey) -> Self {
        Self {
            roll: installation.derive("allmende/1/roll"),
            code: installation.derive("allmende/1/code"),
            tokens: installation.derive("allmende/1/tokens"),
            csrf: installation.derive("allmende/1/csrf"),
            secrets: installation.derive("allmende/1/secrets"),
        }
    }

    /// `HMAC(K_code, code)` over the 12 characters in upper case without dashes.
    #[must_use]
    pub fn code_mac(&self, code: &LetterCode) -> CodeMac {
        CodeMac::new(self.code.authenticate(&[code.characters().as_bytes()]))
    }

    /// The key that signs tokens in links and for the API.
    #[must_use]
    pub fn tokens(&self) -> &SecretKey {
        &self.tokens
    }

    pub(super) fn roll(&self) -> &SecretKey {
        &self.roll
    }

    pub(super) fn csrf(&self) -> &SecretKey {
        &self.csrf
    }

    pub(super) fn secrets(&self) -> &SecretKey {
        &self.secrets
    }
}

/// The keys that come from a round's key. They belong to that round only, so that nothing can be sealed for another.
#[derive(Debug)]
pub struct RoundKeys {
    round: RoundPublicId,
    pseudonym: SecretKey,
    seal: SecretKey,
    leaf: SecretKey,
}

impl RoundKeys {
    /// Derives them all.
    #[must_use]
    pub fn derive(round: RoundPublicId, key: &SecretKey) -> Self {
        Self {
            round,
            pseudonym: key.derive("allmende/1/pseudonym"),
            seal: key.derive("allmende/1/seal"),
            leaf: key.derive("allmende/1/leaf"),
        }
    }

    /// The round whose keys these are.
    #[must_use]
    pub fn round(&self) -> &RoundPublicId {
        &self.round
    }

    /// `HMAC(K_pseudonym, person_ref)`.
    #[must_use]
    pub fn pseudonym(&self, person: &PersonRef) -> Pseudonym {
        Pseudonym::new(self.pseudonym.authenticate(&[person.as_bytes()]))
    }

    pub(super) fn seal_key(&self) -> &SecretKey {
        &self.seal
    }

    pub(super) fn leaf_key(&self) -> &SecretKey {
        &self.leaf
    }
}
