//! Tokens in forms against forged requests: bound to the session, and other bytes on every page.

use std::fmt;

use hmac::Mac;

use crate::domain::hex;

use super::derivation::InstallationKeys;
use super::session::TokenHash;

/// A token for the hidden field of a form: a random mask, and the first 16 bytes of
/// `HMAC(K_csrf, session's token hash | mask)`.
///
/// The mask differs on every page, so that compressing pages tells nothing about a token that stays the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsrfToken {
    mask: [u8; 16],
    proof: [u8; 16],
}

/// The token is missing parts, or was made for another session or by another installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the form does not come from this session")]
pub struct NotOurCsrfToken;

impl fmt::Display for CsrfToken {
    /// 64 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", hex::encode(&self.mask), hex::encode(&self.proof))
    }
}

impl InstallationKeys {
    /// Makes the token of one page; `mask` is drawn anew for each.
    #[must_use]
    pub fn csrf_token(&self, session: &TokenHash, mask: [u8; 16]) -> CsrfToken {
        let mut proof = [0; 16];
        let whole = self.csrf().authenticate(&[session.as_bytes(), &mask]);
        for (place, byte) in proof.iter_mut().zip(whole) {
            *place = byte;
        }
        CsrfToken { mask, proof }
    }

    /// Holds what a form sent against the session, in constant time.
    ///
    /// # Errors
    /// When the text is no token, or not one of this session.
    pub fn check_csrf_token(&self, session: &TokenHash, text: &str) -> Result<(), NotOurCsrfToken> {
        let bytes: [u8; 32] = hex::decode(text).ok_or(NotOurCsrfToken)?;
        let (mask, proof) = bytes.split_at(16);
        self.csrf().mac(&[session.as_bytes(), mask]).verify_truncated_left(proof).map_err(|_| NotOurCsrfToken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secrecy::SecretKey;

    fn keys(byte: u8) -> InstallationKeys {
        InstallationKeys::derive(&SecretKey::take(&mut [byte; 32]))
    }

    const SESSION: TokenHash = TokenHash::new([1; 32]);

    #[test]
    fn a_token_is_good_for_its_session_only() {
        let token = keys(1).csrf_token(&SESSION, [5; 16]).to_string();

        assert_eq!(keys(1).check_csrf_token(&SESSION, &token), Ok(()));
        assert_eq!(keys(1).check_csrf_token(&TokenHash::new([2; 32]), &token), Err(NotOurCsrfToken));
        assert_eq!(keys(2).check_csrf_token(&SESSION, &token), Err(NotOurCsrfToken));
    }

    #[test]
    fn two_pages_of_one_session_share_no_part_of_their_tokens() {
        let (one, other) = (keys(1).csrf_token(&SESSION, [5; 16]), keys(1).csrf_token(&SESSION, [6; 16]));

        assert_ne!(one.mask, other.mask);
        assert_ne!(one.proof, other.proof);
    }

    #[test]
    fn a_token_changed_in_any_digit_is_refused() {
        let token = keys(1).csrf_token(&SESSION, [5; 16]).to_string();

        for place in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[place] = if changed[place] == b'0' { b'1' } else { b'0' };

            let changed = String::from_utf8(changed).unwrap();
            assert_eq!(keys(1).check_csrf_token(&SESSION, &changed), Err(NotOurCsrfToken));
        }
    }

    #[test]
    fn text_that_is_no_token_is_refused() {
        for text in ["", "00", "é", &"0".repeat(64), &"0".repeat(66)] {
            assert_eq!(keys(1).check_csrf_token(&SESSION, text), Err(NotOurCsrfToken));
        }
    }
}
