//! Tokens in forms against forged requests, other bytes on every page: a form of the office is bound to the session, a
//! form of the vote to the row of the roll.

use std::fmt;

use hmac::Mac;

use crate::domain::hex;
use crate::domain::ids::RollId;

use super::derivation::InstallationKeys;
use super::session::TokenHash;

/// A token for the hidden field of a form: a random mask, and the first 16 bytes of an HMAC under `K_csrf` over what the
/// form belongs to and the mask. That is a session's token hash, 32 bytes, or the label `allmende/1/vote-form` with the
/// id of a row of the roll as little-endian i64, 28 bytes; so no token is good for both.
///
/// The mask differs on every page, so that compressing pages tells nothing about a token that stays the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CsrfToken {
    mask: [u8; 16],
    proof: [u8; 16],
}

/// The token is missing parts, or was made for another session or row, or by another installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the form was not made for this session or voter")]
pub struct NotOurCsrfToken;

const VOTE: &[u8] = b"allmende/1/vote-form";

impl fmt::Display for CsrfToken {
    /// 64 hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", hex::encode(&self.mask), hex::encode(&self.proof))
    }
}

impl InstallationKeys {
    /// Makes the token of one page of a session; `mask` is drawn anew for each.
    #[must_use]
    pub fn csrf_token(&self, session: &TokenHash, mask: [u8; 16]) -> CsrfToken {
        self.form_token(&[session.as_bytes()], mask)
    }

    /// Holds what a form sent against the session, in constant time.
    ///
    /// # Errors
    /// When the text is no token, or not one of this session.
    pub fn check_csrf_token(&self, session: &TokenHash, text: &str) -> Result<(), NotOurCsrfToken> {
        self.check_form_token(&[session.as_bytes()], text)
    }

    /// Makes the token of one page of the vote. It is bound to the row of the roll and not to the session: the same
    /// person's forms stay good when a new session takes the place of the old one.
    #[must_use]
    pub fn vote_token(&self, row: RollId, mask: [u8; 16]) -> CsrfToken {
        self.form_token(&[VOTE, &row.value().to_le_bytes()], mask)
    }

    /// Holds what a form of the vote sent against a row of the roll, in constant time.
    ///
    /// # Errors
    /// When the text is no token, or not one of this row.
    pub fn check_vote_token(&self, row: RollId, text: &str) -> Result<(), NotOurCsrfToken> {
        self.check_form_token(&[VOTE, &row.value().to_le_bytes()], text)
    }

    fn form_token(&self, owner: &[&[u8]], mask: [u8; 16]) -> CsrfToken {
        let mut proof = [0; 16];
        let whole = self.csrf().authenticate(&[owner, &[mask.as_slice()]].concat());
        for (place, byte) in proof.iter_mut().zip(whole) {
            *place = byte;
        }
        CsrfToken { mask, proof }
    }

    fn check_form_token(&self, owner: &[&[u8]], text: &str) -> Result<(), NotOurCsrfToken> {
        let bytes: [u8; 32] = hex::decode(text).ok_or(NotOurCsrfToken)?;
        let (mask, proof) = bytes.split_at(16);
        self.csrf().mac(&[owner, &[mask]].concat()).verify_truncated_left(proof).map_err(|_| NotOurCsrfToken)
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
    fn a_token_of_the_vote_is_good_for_its_row_only() {
        let row = RollId::new(7);
        let token = keys(1).vote_token(row, [5; 16]).to_string();

        assert_eq!(keys(1).check_vote_token(row, &token), Ok(()));
        assert_eq!(keys(1).check_vote_token(RollId::new(8), &token), Err(NotOurCsrfToken));
        assert_eq!(keys(2).check_vote_token(row, &token), Err(NotOurCsrfToken));
        assert_eq!(keys(1).check_csrf_token(&SESSION, &token), Err(NotOurCsrfToken));
        let of_session = keys(1).csrf_token(&SESSION, [5; 16]).to_string();
        assert_eq!(keys(1).check_vote_token(row, &of_session), Err(NotOurCsrfToken));
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
