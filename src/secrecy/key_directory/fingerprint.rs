//! What the database stores of a key, to recognise it.

use std::fmt;

use sha2::{Digest, Sha256};

use crate::domain::hex;
use crate::secrecy::SecretKey;

/// The first 16 bytes of `SHA-256("allmende/1/fingerprint" | key)`. It tells nothing about the key.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of a key.
    #[must_use]
    pub fn of(key: &SecretKey) -> Self {
        let hash: [u8; 32] =
            Sha256::new().chain_update(b"allmende/1/fingerprint").chain_update(key.expose()).finalize().into();
        let mut first = [0; 16];
        for (place, byte) in first.iter_mut().zip(hash) {
            *place = byte;
        }
        Self(first)
    }

    /// Reads what [`fmt::Display`] prints, 32 lower-case hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }
}

impl fmt::Display for Fingerprint {
    /// 32 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

impl fmt::Debug for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fingerprint({self})")
    }
}
