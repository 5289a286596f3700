//! What somebody wants to be called.

use std::fmt;

use thiserror::Error;

/// A name of one line and at most [`DisplayName::LONGEST`] characters; may be empty.
#[derive(Clone, PartialEq, Eq)]
pub struct DisplayName(String);

/// Why a text is no name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DisplayNameError {
    /// More than [`DisplayName::LONGEST`] characters.
    #[error("a name has at most 120 characters")]
    TooLong,
    /// A line break or another sign that does not show, such as one that turns the direction of reading.
    #[error("a name is one line of letters")]
    Unprintable,
}

impl DisplayName {
    /// The most characters.
    pub const LONGEST: usize = 120;

    /// Reads a name in any script; blanks around it are dropped.
    ///
    /// # Errors
    /// When it is too long, or holds line breaks, control characters or marks that turn the direction of what stands
    /// around the name.
    pub fn parse(text: &str) -> Result<Self, DisplayNameError> {
        let text = text.trim();
        if text.chars().count() > Self::LONGEST {
            return Err(DisplayNameError::TooLong);
        }
        if text.chars().any(|sign| sign.is_control() || turns_or_hides(sign)) {
            return Err(DisplayNameError::Unprintable);
        }
        Ok(Self(text.to_owned()))
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Line separators, and marks that turn directions or take no room. The two joiners are letters' business in some
/// scripts and stay.
const fn turns_or_hides(sign: char) -> bool {
    matches!(
        sign,
        '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

impl fmt::Debug for DisplayName {
    /// Names do not go into logs.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("DisplayName(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_every_script_are_taken_as_they_are() {
        for name in ["", "Ada", "Nguyễn Thị Ánh", "عبد الله", "Zoë O’Neill-Müller", "می‌خواهم"]
        {
            assert_eq!(DisplayName::parse(&format!("  {name} ")).unwrap().as_str(), name);
        }
        assert_eq!(DisplayName::parse(&"ä".repeat(120)).unwrap().as_str().chars().count(), 120);
    }

    #[test]
    fn what_would_break_a_line_or_turn_it_around_is_refused() {
        for name in ["Ada\nBcc: x", "Ada\rBob", "A\u{0}", "Ada\u{202e}adA", "A\u{2028}B", "A\u{2066}B", "\u{feff}A B"] {
            assert_eq!(DisplayName::parse(name), Err(DisplayNameError::Unprintable), "{name:?}");
        }
        assert_eq!(DisplayName::parse(&"a".repeat(121)), Err(DisplayNameError::TooLong));
    }
}
