//! A public reason: why somebody extended a window or closed it early. It is shown to everybody, for ever.

use thiserror::Error;

/// 10 to 500 characters of text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublicReason(String);

/// Why a text is no public reason.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
pub enum PublicReasonError {
    /// Fewer than ten characters: nobody would understand it later.
    #[error("the reason needs at least {} characters", PublicReason::MIN)]
    TooShort,
    /// Over five hundred characters.
    #[error("the reason may have at most {} characters", PublicReason::MAX)]
    TooLong,
}

impl PublicReason {
    /// The least number of characters.
    pub const MIN: usize = 10;
    /// The greatest number of characters.
    pub const MAX: usize = 500;

    /// Reads a reason; surrounding blanks are dropped.
    ///
    /// # Errors
    /// When it has fewer than [`Self::MIN`] or more than [`Self::MAX`] characters.
    pub fn parse(text: &str) -> Result<Self, PublicReasonError> {
        let text = text.trim();
        match text.chars().count() {
            0..Self::MIN => Err(PublicReasonError::TooShort),
            Self::MIN..=Self::MAX => Ok(Self(text.to_owned())),
            _ => Err(PublicReasonError::TooLong),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_neither_a_word_nor_a_book() {
        assert_eq!(PublicReason::parse("   kurz   "), Err(PublicReasonError::TooShort));
        assert_eq!(PublicReason::parse(&"x".repeat(501)), Err(PublicReasonError::TooLong));
        assert!(PublicReason::parse("The power was out on Sunday.").is_ok());
    }
}
