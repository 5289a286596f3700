//! Six digits that somebody types: from a mail, or as an app on a telephone shows them.

use std::fmt;

use thiserror::Error;

/// Six digits. They are a secret for as long as they are good, so `Debug` hides them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct SixDigits(u32);

/// What was typed is not six digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("the code has six digits")]
pub struct SixDigitsError;

impl SixDigits {
    /// Makes them from random bytes; each of the million is as likely as the others, to one part in 10¹³.
    #[must_use]
    pub fn from_random(bytes: [u8; 8]) -> Self {
        Self(u32::try_from(u64::from_le_bytes(bytes) % 1_000_000).unwrap_or_default())
    }

    /// Reads what somebody typed or pasted: blanks and dashes are left out.
    ///
    /// # Errors
    /// When anything but six digits is left.
    pub fn parse(text: &str) -> Result<Self, SixDigitsError> {
        let digits: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '-').collect();
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(SixDigitsError);
        }
        digits.parse().map(Self).map_err(|_| SixDigitsError)
    }
}

impl fmt::Display for SixDigits {
    /// All six, without a blank.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl fmt::Debug for SixDigits {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SixDigits(hidden)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_as_people_type_and_paste_them() {
        for text in ["012345", " 012 345\n", "012-345", "0 1 2 3 4 5"] {
            assert_eq!(SixDigits::parse(text).unwrap().to_string(), "012345", "{text:?}");
        }
    }

    #[test]
    fn anything_else_is_no_code() {
        for text in ["", "12345", "1234567", "12345a", "+12345", "１２３４５６", "-"] {
            assert_eq!(SixDigits::parse(text), Err(SixDigitsError), "{text:?}");
        }
    }

    #[test]
    fn random_bytes_become_digits_of_full_length() {
        assert_eq!(SixDigits::from_random([0; 8]).to_string(), "000000");
        assert_eq!(SixDigits::from_random(1_999_999_u64.to_le_bytes()).to_string(), "999999");
        assert_eq!(format!("{:?}", SixDigits::from_random([1; 8])), "SixDigits(hidden)");
    }
}
