//! The code in a letter with which somebody votes: 11 random characters and a check character.
//!
//! The check character is chosen so that the weighted sum of all 12 characters over the field of 32 elements is 0.
//! All weights differ and none is 0, therefore one wrong character or two exchanged ones always change the sum.

use std::fmt;

use zeroize::{Zeroize, Zeroizing};

use super::alphabet::{self, CharacterError};

const LENGTH: usize = 12;

/// A letter code whose check character is right.
///
/// It is a secret: `Debug` hides it, and its memory is wiped when it is dropped. `Display` prints it in three groups,
/// for the letter and for nothing else.
#[derive(Clone, PartialEq, Eq)]
pub struct LetterCode {
    /// Values from 0 to 31, the check character last.
    values: [u8; LENGTH],
}

/// Why what somebody typed is not a letter code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum LetterCodeError {
    /// A character that no code contains.
    #[error(transparent)]
    Character(#[from] CharacterError),
    /// Too few or too many characters.
    #[error("a code has 12 characters, {read} were read")]
    WrongLength {
        /// How many characters were read, without blanks and dashes.
        read: usize,
    },
    /// The check character does not fit the others.
    #[error("one character of the code is mistyped")]
    Mistyped,
}

impl LetterCode {
    /// Makes a code from random bytes.
    ///
    /// 55 of the 56 bits are used, five for each character, so that every code is equally likely.
    #[must_use]
    pub fn from_random(bytes: [u8; 7]) -> Self {
        let mut bits = bytes.iter().fold(0_u64, |bits, byte| (bits << 8) | u64::from(*byte));
        let mut values = [0; LENGTH];
        for value in values.iter_mut().take(LENGTH - 1) {
            *value = lowest_five_bits(bits);
            bits >>= 5;
        }
        let sum = weighted_sum(&values);
        // The weight of the last place is 1, so that the sum of the others is the value which brings it to 0.
        if let Some(check) = values.last_mut() {
            *check = sum;
        }
        Self { values }
    }

    /// Reads what somebody typed: any case, blanks and dashes left out, O read as 0, I and L as 1.
    ///
    /// # Errors
    /// A foreign character first, then a wrong length, then a check character that does not fit.
    pub fn parse(text: &str) -> Result<Self, LetterCodeError> {
        let read = alphabet::read(text)?;
        let values =
            <[u8; LENGTH]>::try_from(read.as_slice()).map_err(|_| LetterCodeError::WrongLength { read: read.len() })?;
        let code = Self { values };
        if weighted_sum(&code.values) == 0 { Ok(code) } else { Err(LetterCodeError::Mistyped) }
    }

    /// The 12 characters in upper case without dashes, as the code's authentication code is made of them.
    #[must_use]
    pub fn characters(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::with_capacity(LENGTH));
        text.extend(self.values.iter().map(|value| alphabet::letter(*value)));
        text
    }
}

impl fmt::Display for LetterCode {
    /// Three groups of four, as the letter prints them: `ABCD-EFGH-JKMN`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        alphabet::print(&self.values, f)
    }
}

impl fmt::Debug for LetterCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LetterCode(hidden)")
    }
}

impl Drop for LetterCode {
    fn drop(&mut self) {
        self.values.zeroize();
    }
}

fn lowest_five_bits(bits: u64) -> u8 {
    let [lowest, ..] = bits.to_le_bytes();
    lowest & 31
}

/// The sum of each value times a power of 2 in the field: 2¹¹ for the first place, 2⁰ = 1 for the last. The powers
/// 2⁰ to 2³⁰ all differ, because 2 generates the field.
///
/// Horner's scheme; addition in the field is exclusive or.
fn weighted_sum(values: &[u8; LENGTH]) -> u8 {
    values.iter().fold(0, |sum, value| twice(sum) ^ value)
}

/// Twice an element of the field of 32 elements made by the polynomial x⁵ + x² + 1.
fn twice(element: u8) -> u8 {
    let doubled = element << 1;
    if doubled & 32 == 0 { doubled } else { doubled ^ 0b10_0101 }
}

#[cfg(test)]
mod tests;
