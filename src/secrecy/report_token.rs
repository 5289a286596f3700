//! The secret with which somebody without an account reads again what they reported or asked, and the answer to it.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::{Zeroize, Zeroizing};

use crate::domain::hex;

/// Sixteen random bytes in an address. It does not print and is wiped when it is dropped.
pub struct ReportToken([u8; 16]);

impl ReportToken {
    /// Takes bytes from a source of randomness.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// The token of what stands in a form, out of the bytes that were drawn with the form: the same words sent twice lead to
    /// one report or question, and other words in the same form to another.
    #[must_use]
    pub fn of_form(form: [u8; 16], words: &[&str]) -> Self {
        let mut hash = Sha256::new_with_prefix(b"allmende/1/sent-form");
        hash.update(form);
        for text in words {
            hash.update(Sha256::digest(text));
        }
        let mut token = [0; 16];
        token.iter_mut().zip(hash.finalize()).for_each(|(byte, drawn)| *byte = drawn);
        Self(token)
    }

    /// Reads 32 lower-case hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }

    /// What stands in the address.
    #[must_use]
    pub fn to_address(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(&self.0))
    }

    /// SHA-256 of the bytes, by which the database finds the report or the question.
    #[must_use]
    pub fn hash(&self) -> [u8; 32] {
        Sha256::digest(self.0).into()
    }
}

impl Drop for ReportToken {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl fmt::Debug for ReportToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReportToken(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_reads_what_stands_in_the_address_and_does_not_print() {
        let token = ReportToken::new([0xab; 16]);

        assert_eq!(ReportToken::parse(&token.to_address()).unwrap().hash(), token.hash());
        assert!(ReportToken::parse("ab").is_none() && ReportToken::parse(&"AB".repeat(16)).is_none());
        assert_eq!(format!("{token:?}"), "ReportToken(hidden)");
    }

    #[test]
    fn a_form_has_a_token_for_its_words_and_no_other_form_has_it() {
        let hash = |form: u8, words: &[&str]| ReportToken::of_form([form; 16], words).hash();

        assert_eq!(hash(1, &["Why?", "a@b.example"]), hash(1, &["Why?", "a@b.example"]));
        for (form, words) in [(2, ["Why?", "a@b.example"]), (1, ["Why", "?a@b.example"]), (1, ["Why?", ""])] {
            assert_ne!(hash(form, &words), hash(1, &["Why?", "a@b.example"]), "{words:?}");
        }
    }
}
