//! Tokens of sessions and of links in mails: 32 random bytes in a cookie or a link, their hash in the database.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::domain::hex;

use super::opaque::opaque_bytes;

opaque_bytes! {
    /// By what a session or a link is found; whoever reads the database cannot make the token from it.
    TokenHash(32),
}

/// The secret of one session or of one link. It does not print and is wiped when it is dropped.
pub struct SessionToken([u8; 32]);

impl SessionToken {
    /// Takes bytes from a source of randomness.
    #[must_use]
    pub const fn new(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Reads what a cookie or a link carries, 64 lower-case hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }

    /// What the cookie or the link carries.
    #[must_use]
    pub fn to_cookie(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(&self.0))
    }

    /// SHA-256 of the bytes. The token is random, so neither a salt nor a slow hash would add anything.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash::new(Sha256::digest(self.0).into())
    }
}

impl Drop for SessionToken {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for SessionToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SessionToken(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_comes_back_from_its_cookie() {
        let token = SessionToken::new([3; 32]);

        let read = SessionToken::parse(&token.to_cookie()).unwrap();

        assert_eq!(read.hash(), token.hash());
        assert_ne!(read.hash(), SessionToken::new([4; 32]).hash());
    }

    #[test]
    fn a_cookie_of_another_shape_is_no_token() {
        assert!(SessionToken::parse("").is_none());
        assert!(SessionToken::parse(&"0".repeat(63)).is_none());
        assert!(SessionToken::parse(&"A".repeat(64)).is_none());
    }

    #[test]
    fn debug_does_not_print_the_token() {
        assert_eq!(format!("{:?}", SessionToken::new([3; 32])), "SessionToken(hidden)");
    }
}
