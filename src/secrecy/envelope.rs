//! The one envelope of everything sealed: a scheme byte, a nonce, and what XChaCha20-Poly1305 made of the content.
//!
//! The scheme and the place where the envelope belongs are authenticated, so that it opens nowhere else.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305};
use zeroize::Zeroizing;

use super::derivation::InstallationKeys;
use super::secret_key::SecretKey;

/// Sealed by the server's key alone.
const STANDARD: u8 = 1;

/// 24 random bytes, drawn anew for every seal.
#[derive(Debug, Clone, Copy)]
pub struct SealNonce([u8; 24]);

impl SealNonce {
    /// Takes bytes from a source of randomness.
    #[must_use]
    pub const fn new(bytes: [u8; 24]) -> Self {
        Self(bytes)
    }
}

/// Why an envelope does not open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EnvelopeError {
    /// Shorter than any envelope.
    #[error("the sealed bytes are cut short")]
    TooShort,
    /// Sealed in a way that this version cannot open.
    #[error("the sealed bytes carry the unknown scheme {0}")]
    UnknownScheme(u8),
    /// Changed, moved from another place, or sealed with another key.
    #[error("the seal is broken: changed, moved from another place, or made with another key")]
    Broken,
    /// More than the cipher takes, which is about 256 GB.
    #[error("too long to be sealed")]
    TooLong,
}

/// Seals `plain` for a place, which is any bytes that tell it from all others under the same key.
pub(super) fn seal(key: &SecretKey, place: &[u8], nonce: SealNonce, plain: &[u8]) -> Result<Vec<u8>, EnvelopeError> {
    let aad = [&[STANDARD], place].concat();
    let payload = Payload { msg: plain, aad: &aad };
    let cipher = XChaCha20Poly1305::new(key.expose().into());
    let sealed = cipher.encrypt((&nonce.0).into(), payload).map_err(|_| EnvelopeError::TooLong)?;
    Ok([&[STANDARD], nonce.0.as_slice(), &sealed].concat())
}

/// Opens what [`seal`] made for the same place.
pub(super) fn open(key: &SecretKey, place: &[u8], envelope: &[u8]) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
    let (scheme, rest) = envelope.split_first().ok_or(EnvelopeError::TooShort)?;
    if *scheme != STANDARD {
        return Err(EnvelopeError::UnknownScheme(*scheme));
    }
    let (nonce, sealed) = rest.split_first_chunk::<24>().ok_or(EnvelopeError::TooShort)?;
    let aad = [&[STANDARD], place].concat();
    let payload = Payload { msg: sealed, aad: &aad };
    let cipher = XChaCha20Poly1305::new(key.expose().into());
    cipher.decrypt(nonce.into(), payload).map(Zeroizing::new).map_err(|_| EnvelopeError::Broken)
}

impl InstallationKeys {
    /// Seals a secret that waits in a mail's row, such as a link's token. `message_id` is that mail's Message-ID.
    ///
    /// # Errors
    /// [`EnvelopeError::TooLong`] only.
    pub fn seal_secret(&self, message_id: &str, nonce: SealNonce, secret: &[u8]) -> Result<Vec<u8>, EnvelopeError> {
        seal(self.secrets(), message_id.as_bytes(), nonce, secret)
    }

    /// Opens what [`Self::seal_secret`] made for the same mail.
    ///
    /// # Errors
    /// When the bytes are cut short, changed, of another mail or of an unknown scheme.
    pub fn open_secret(&self, message_id: &str, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, EnvelopeError> {
        open(self.secrets(), message_id.as_bytes(), sealed)
    }

    /// Seals where somebody wants to go on once they are signed in: the path may carry a link's token. `handle` names
    /// the sign-in.
    ///
    /// # Errors
    /// [`EnvelopeError::TooLong`] only.
    pub fn seal_way_on(&self, handle: &str, nonce: SealNonce, path: &str) -> Result<Vec<u8>, EnvelopeError> {
        seal(self.secrets(), &way_on(handle), nonce, path.as_bytes())
    }

    /// Opens what [`Self::seal_way_on`] made for the same sign-in.
    ///
    /// # Errors
    /// When the bytes are cut short, changed, of another sign-in or of an unknown scheme.
    pub fn open_way_on(&self, handle: &str, sealed: &[u8]) -> Result<String, EnvelopeError> {
        let plain = open(self.secrets(), &way_on(handle), sealed)?;
        String::from_utf8(plain.to_vec()).map_err(|_| EnvelopeError::Broken)
    }
}

/// The place of a sign-in; no Message-ID reads like it.
fn way_on(handle: &str) -> Vec<u8> {
    [b"way on ", handle.as_bytes()].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_opens_in_its_own_mail_only() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [1; 32]));
        let sealed = keys.seal_secret("<1@example.org>", SealNonce::new([2; 24]), b"123456").unwrap();

        assert_eq!(keys.open_secret("<1@example.org>", &sealed).unwrap().as_slice(), b"123456");
        assert_eq!(keys.open_secret("<2@example.org>", &sealed), Err(EnvelopeError::Broken));
    }

    #[test]
    fn a_way_on_opens_for_its_own_sign_in_only() {
        let keys = InstallationKeys::derive(&SecretKey::take(&mut [1; 32]));
        let sealed = keys.seal_way_on("ab", SealNonce::new([2; 24]), "/de/office").unwrap();

        assert_eq!(keys.open_way_on("ab", &sealed).unwrap(), "/de/office");
        assert_eq!(keys.open_way_on("cd", &sealed), Err(EnvelopeError::Broken));
    }

    #[test]
    fn an_envelope_cut_anywhere_does_not_open() {
        let key = SecretKey::take(&mut [1; 32]);
        let sealed = seal(&key, b"here", SealNonce::new([2; 24]), b"content").unwrap();

        for length in 0..sealed.len() {
            let error = open(&key, b"here", &sealed[..length]).unwrap_err();

            assert_eq!(error, if length < 25 { EnvelopeError::TooShort } else { EnvelopeError::Broken });
        }
    }

    #[test]
    fn an_unknown_scheme_is_named() {
        assert_eq!(open(&SecretKey::take(&mut [1; 32]), b"", &[2; 60]), Err(EnvelopeError::UnknownScheme(2)));
    }
}
