//! What people type: a line, or a text of several. Neither holds signs that nobody sees.

use thiserror::Error;

/// Why a text is not taken.
#[derive(Debug, Error, Clone, Copy, PartialEq, Eq)]
pub enum TextError {
    /// Too many characters.
    #[error("the text has more than {most} characters")]
    TooLong {
        /// How many it may have.
        most: usize,
    },
    /// A line that is none.
    #[error("the text has more than one line")]
    LineBreak,
    /// A control character, or a mark that turns the direction of what stands beside it.
    #[error("the text holds a sign that nobody sees")]
    Hidden,
}

/// One line of at most 120 characters, maybe empty; a name, an address, the hours of a telephone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Line(String);

impl Line {
    /// The most characters.
    pub const MOST: usize = 120;

    /// Reads a line; blanks around it are dropped.
    ///
    /// # Errors
    /// When it is too long, has a line break inside, or holds a sign that nobody sees.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        if text.chars().count() > Self::MOST {
            return Err(TextError::TooLong { most: Self::MOST });
        }
        if text.contains(['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}']) {
            return Err(TextError::LineBreak);
        }
        if text.chars().any(is_hidden) {
            return Err(TextError::Hidden);
        }
        Ok(Self(text.to_owned()))
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A text of several lines, maybe empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Prose(String);

impl Prose {
    /// The most characters of a text that nothing else bounds.
    pub const MOST: usize = 20_000;

    /// Reads a text; blanks around it are dropped, line ends become `\n`.
    ///
    /// # Errors
    /// When it is too long or holds a sign that nobody sees.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        Self::parse_within(text, Self::MOST)
    }

    /// The same with a bound of its own, in characters.
    ///
    /// # Errors
    /// When it is too long or holds a sign that nobody sees.
    pub fn parse_within(text: &str, most: usize) -> Result<Self, TextError> {
        let text = text.replace("\r\n", "\n").trim().to_owned();
        if text.chars().count() > most {
            return Err(TextError::TooLong { most });
        }
        let hidden = |letter: char| (letter.is_control() && !matches!(letter, '\n' | '\t')) || turns_direction(letter);
        if text.chars().any(hidden) { Err(TextError::Hidden) } else { Ok(Self(text)) }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// What nobody sees in a line.
pub(super) fn is_hidden(letter: char) -> bool {
    letter.is_control() || is_mark(letter) || turns_direction(letter)
}

/// Embeddings, overrides and isolates: they reach beyond the text that they stand in.
const fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Marks of direction and signs without width, which make two names look alike. The two joiners are letters' business in
/// some scripts and stay.
const fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_loses_the_blanks_around_it() {
        assert_eq!(Line::parse("  Amt für Bürger \n").unwrap().as_str(), "Amt für Bürger");
        assert!(Line::parse(" ").unwrap().is_empty());
    }

    #[test]
    fn a_line_is_one_line_of_signs_that_people_see() {
        for (text, error) in [
            ("a\nb", TextError::LineBreak),
            ("a\r\nBcc: b", TextError::LineBreak),
            ("a\u{2028}b", TextError::LineBreak),
            ("a\u{7}b", TextError::Hidden),
            ("a\tb", TextError::Hidden),
            ("a\u{202e}b", TextError::Hidden),
            ("a\u{200f}b", TextError::Hidden),
            ("a\u{200b}b", TextError::Hidden),
            ("a\u{2067}b\u{2069}", TextError::Hidden),
            ("a\u{61c}b", TextError::Hidden),
            ("a\u{2063}b", TextError::Hidden),
            ("a\u{206a}b", TextError::Hidden),
            ("\u{feff}a b", TextError::Hidden),
        ] {
            assert_eq!(Line::parse(text), Err(error), "{text:?}");
        }
        assert_eq!(Line::parse(&"ü".repeat(121)), Err(TextError::TooLong { most: 120 }));
        assert!(Line::parse(&"ü".repeat(120)).is_ok());
    }

    #[test]
    fn names_of_every_script_are_taken_as_they_are() {
        for name in [
            "",
            "Ada",
            "Nguyễn Thị Ánh",
            "عبد الله",
            "Zoë O’Neill-Müller",
            "می‌خواهم",
            "Łucja Żółć",
            "Søren Ærø",
            "Юлія Їжак",
            "Ελένη",
            "משה כהן",
            "अनुष्का",
            "ক্ষমা",
            "தமிழ்ச்செல்வி",
            "กัญญา",
            "김민준",
            "王小明",
            "さくら",
            "José María",
            "D'Arcy",
            "Jean-Luc",
            "Ng",
            "Ó Súilleabháin",
            "İpek Şahin",
            "Đorđe",
            "Ivo Š.",
            "Abdul-Rahman bin Ali",
            "X Æ A-12",
            "Anna 🌻",
        ] {
            assert_eq!(Line::parse(&format!("  {name} ")).unwrap().as_str(), name);
        }
    }

    #[test]
    fn a_text_may_have_lines_and_marks_that_arabic_needs_but_turns_nothing_around() {
        assert_eq!(Prose::parse("a\r\n\r\nb\t\u{200f}").unwrap().as_str(), "a\n\nb\t\u{200f}");
        assert_eq!(Prose::parse("a\u{202e}b"), Err(TextError::Hidden));
        assert_eq!(Prose::parse("a\u{1b}b"), Err(TextError::Hidden));
        assert_eq!(Prose::parse_within("abc", 2), Err(TextError::TooLong { most: 2 }));
    }
}
