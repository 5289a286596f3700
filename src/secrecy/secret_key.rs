//! 32 secret bytes, and the two things that are done with them: deriving further keys and authenticating.

use std::fmt;

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::{Zeroize, Zeroizing};

/// A key of 32 bytes. It does not print, stays where it was made and is wiped when it is dropped.
pub struct SecretKey(
    // On the heap, because moving an array would leave copies of it on the stack.
    Box<[u8; 32]>,
);

impl SecretKey {
    /// The length of every key, in bytes.
    pub const LENGTH: usize = 32;

    /// Takes the bytes and wipes the place they came from.
    #[must_use]
    pub fn take(bytes: &mut [u8; Self::LENGTH]) -> Self {
        let mut key = Box::new([0; Self::LENGTH]);
        key.copy_from_slice(bytes);
        bytes.zeroize();
        Self(key)
    }

    /// HKDF-SHA-256 without salt: a key of its own for each label.
    #[must_use]
    #[expect(clippy::expect_used, reason = "HKDF-SHA-256 gives up to 8,160 bytes, and this asks for 32")]
    pub fn derive(&self, label: &str) -> Self {
        let mut key = Box::new([0; Self::LENGTH]);
        Hkdf::<Sha256>::new(None, &*self.0).expand(label.as_bytes(), &mut *key).expect("32 bytes are not too many");
        Self(key)
    }

    /// HMAC-SHA-256 over the parts, one after the other. The caller sees to it that no two lists of parts that mean
    /// different things are the same bytes.
    #[must_use]
    pub fn authenticate(&self, parts: &[&[u8]]) -> [u8; 32] {
        self.mac(parts).finalize().into_bytes().into()
    }

    /// HMAC-SHA-256 over the parts, to be compared in constant time.
    pub(super) fn mac(&self, parts: &[&[u8]]) -> Hmac<Sha256> {
        // HMAC fills a key up to a block of the hash with zeros; done here, nothing can fail.
        let mut block = Zeroizing::new([0; 64]);
        for (place, byte) in block.iter_mut().zip(self.0.iter()) {
            *place = *byte;
        }
        let mut mac = Hmac::<Sha256>::new((&*block).into());
        for part in parts {
            mac.update(part);
        }
        mac
    }

    /// The bytes, for the file and the cipher.
    pub(super) fn expose(&self) -> &[u8; Self::LENGTH] {
        &self.0
    }
}

impl Drop for SecretKey {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey(hidden)")
    }
}
