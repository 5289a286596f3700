//! A token with which a program reads what the office may read: its name, what it is good for and how long.

use std::fmt;

use chrono::TimeDelta;
use thiserror::Error;

use super::hex;
use super::round::words;
use super::text::Line;

words! {
    /// What a token is good for.
    TokenScope {
        /// Reading the record of all rounds.
        ReadRecord = "read_record",
    }
}

/// The random id of a token. Knowing it opens nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TokenId([u8; 16]);

impl TokenId {
    /// Takes bytes from a source of randomness.
    #[must_use]
    pub const fn new(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Reads 32 lower-case hexadecimal digits; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        hex::decode(text).map(Self)
    }
}

impl fmt::Display for TokenId {
    /// 32 lower-case hexadecimal digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(&self.0))
    }
}

/// What the office calls a token: 1 to 80 characters on one line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenName(String);

/// Why a text is no name of a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TokenNameError {
    /// Nothing but blanks.
    #[error("a token needs a name")]
    Missing,
    /// More than 80 characters.
    #[error("a token's name has at most {} characters", TokenName::LONGEST)]
    TooLong,
    /// More than one line, or a sign that nobody sees.
    #[error("a token's name is one line of signs that people see")]
    Hidden,
}

impl TokenName {
    /// The most characters.
    pub const LONGEST: usize = 80;

    /// Reads a name; blanks around it are dropped.
    ///
    /// # Errors
    /// When nothing is left, it is too long, or it holds a line break or a sign that nobody sees.
    pub fn parse(text: &str) -> Result<Self, TokenNameError> {
        let name = text.trim();
        if name.is_empty() {
            Err(TokenNameError::Missing)
        } else if name.chars().count() > Self::LONGEST {
            Err(TokenNameError::TooLong)
        } else {
            let line = Line::parse(name).map_err(|_| TokenNameError::Hidden)?;
            Ok(Self(line.as_str().to_owned()))
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How long a token holds: 1 to 365 days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TokenLife(u16);

impl TokenLife {
    /// The most days.
    pub const LONGEST: u16 = 365;

    /// Takes whole days; `None` when they are none or too many.
    #[must_use]
    pub fn of_days(days: u16) -> Option<Self> {
        (1..=Self::LONGEST).contains(&days).then_some(Self(days))
    }

    /// Whole days.
    #[must_use]
    pub const fn days(self) -> u16 {
        self.0
    }

    /// The span.
    #[must_use]
    pub fn span(self) -> TimeDelta {
        TimeDelta::days(i64::from(self.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_one_line_of_some_length() {
        assert_eq!(TokenName::parse("  Auditor 2027 ").unwrap().as_str(), "Auditor 2027");
        for hidden in ["Auditor\n2027", "Am\u{202e}t", "A\u{200f}", "a\tb"] {
            assert_eq!(TokenName::parse(hidden), Err(TokenNameError::Hidden), "{hidden:?}");
        }
        assert_eq!(TokenName::parse(" \t"), Err(TokenNameError::Missing));
        assert!(TokenName::parse(&"ü".repeat(80)).is_ok());
        assert_eq!(TokenName::parse(&"ü".repeat(81)), Err(TokenNameError::TooLong));
    }

    #[test]
    fn a_life_is_a_day_to_a_year() {
        assert_eq!(
            [0, 1, 365, 366].map(|days| TokenLife::of_days(days).map(TokenLife::days)),
            [None, Some(1), Some(365), None]
        );
    }
}
