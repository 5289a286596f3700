//! The code on a receipt: the first 100 bits of the leaf as 20 characters of the code alphabet, in groups of four.

use std::fmt;

use crate::domain::alphabet::{self, CharacterError};

use super::leaf::Leaf;

const LENGTH: usize = 20;

/// A receipt code. It proves that a ballot is recorded, never how it reads.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReceiptCode {
    /// Values from 0 to 31.
    values: [u8; LENGTH],
}

/// Why what somebody typed is not a receipt code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptCodeError {
    /// A character that no code contains.
    #[error(transparent)]
    Character(#[from] CharacterError),
    /// Too few or too many characters.
    #[error("a receipt code has 20 characters, {read} were read")]
    WrongLength {
        /// How many characters were read, without blanks and dashes.
        read: usize,
    },
}

impl ReceiptCode {
    /// Five bits for each character, the leaf's first byte and in it the highest bit first.
    pub(super) fn of(leaf: &Leaf) -> Self {
        let mut bits = leaf.as_bytes().iter().flat_map(|byte| (0..8).rev().map(move |place| (byte >> place) & 1));
        let mut values = [0; LENGTH];
        for value in &mut values {
            *value = bits.by_ref().take(5).fold(0, |sum, bit| (sum << 1) | bit);
        }
        Self { values }
    }

    /// Reads what somebody typed: any case, blanks and dashes left out, O read as 0, I and L as 1.
    ///
    /// # Errors
    /// A foreign character first, then a wrong length.
    pub fn parse(text: &str) -> Result<Self, ReceiptCodeError> {
        let read = alphabet::read(text)?;
        let values = <[u8; LENGTH]>::try_from(read.as_slice());
        values.map(|values| Self { values }).map_err(|_| ReceiptCodeError::WrongLength { read: read.len() })
    }
}

impl fmt::Display for ReceiptCode {
    /// Five groups of four, joined by dashes.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        alphabet::print(&self.values, f)
    }
}

impl fmt::Debug for ReceiptCode {
    /// Hides the code: it names one ballot.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ReceiptCode(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_wrong_length_says_how_many_characters_were_read() {
        assert_eq!(ReceiptCode::parse("ABCD-EF"), Err(ReceiptCodeError::WrongLength { read: 6 }));
    }

    proptest! {
        #[test]
        fn a_code_reads_as_it_prints(leaf: [u8; 32]) {
            let code = Leaf::new(leaf).receipt_code();

            prop_assert_eq!(ReceiptCode::parse(&code.to_string().to_lowercase()), Ok(code));
            prop_assert_eq!(code.to_string().split('-').map(str::len).collect::<Vec<_>>(), [4; 5]);
        }
    }
}
