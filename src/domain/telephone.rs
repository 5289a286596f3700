//! A telephone number as people write it.

use thiserror::Error;

use super::text::Line;

/// Digits with blanks and `+ - / ( )` between them.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Telephone(String);

/// Why a text is no telephone number.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
#[error("a telephone number has digits, blanks and + - / ( ) only")]
pub struct TelephoneError;

impl Telephone {
    /// Reads a number; blanks around it are dropped.
    ///
    /// # Errors
    /// When it has no digit, another sign, or more than 120 characters.
    pub fn parse(text: &str) -> Result<Self, TelephoneError> {
        let text = text.trim();
        let readable = |letter: char| letter.is_ascii_digit() || " +-/()".contains(letter);
        let has_digit = text.bytes().any(|byte| byte.is_ascii_digit());
        if has_digit && text.chars().all(readable) && text.len() <= Line::MOST {
            Ok(Self(text.to_owned()))
        } else {
            Err(TelephoneError)
        }
    }

    /// The number as it was written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_what_can_be_dialled() {
        assert_eq!(Telephone::parse(" +49 (30) 90 18-20 ").unwrap().as_str(), "+49 (30) 90 18-20");
        for wrong in ["", "call us", "+", "030\n1", "030\u{202e}1", &"1".repeat(121)] {
            assert_eq!(Telephone::parse(wrong), Err(TelephoneError), "{wrong:?}");
        }
    }
}
