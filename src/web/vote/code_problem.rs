//! Why a code was not taken, in words.

use crate::domain::alphabet::CharacterError;
use crate::domain::letter_code::LetterCodeError;
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};

/// Everything that can be wrong with what stands in the field for the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// Nothing was typed.
    Empty,
    /// What was typed is no code.
    Unreadable(LetterCodeError),
    /// No row of this round's roll has the code.
    Unknown,
    /// Another round's roll has it.
    OtherRound,
    /// A newer code has replaced it.
    Revoked,
    /// Too many wrong codes came from the same address.
    TooOften {
        /// When the next try is allowed.
        again_at: Instant,
    },
}

impl CodeProblem {
    /// The sentence for the summary and the field.
    #[must_use]
    pub fn text(self, words: Words<'_>) -> String {
        match self {
            Self::Empty => words.text("vote-problem-code-empty", &[]),
            Self::Unreadable(error) => unreadable(error, "vote-problem-code-mistyped", words),
            Self::Unknown => words.text("vote-problem-code-unknown", &[]),
            Self::OtherRound => words.text("vote-problem-code-other-round", &[]),
            Self::Revoked => words.text("vote-problem-code-revoked", &[]),
            Self::TooOften { again_at } => too_often(again_at, words),
        }
    }
}

/// What is wrong with something that is no code; `mistyped` is the key for a character that is not the right one.
pub(in crate::web) fn unreadable(error: LetterCodeError, mistyped: &str, words: Words<'_>) -> String {
    match error {
        LetterCodeError::Character(CharacterError::LetterU) => words.text("vote-problem-code-letter-u", &[]),
        LetterCodeError::Character(CharacterError::Foreign(character)) => {
            words.text("vote-problem-code-letters", &[("character", Arg::Text(character.to_string().into()))])
        }
        LetterCodeError::WrongLength { read } => {
            let count = i64::try_from(read).unwrap_or(i64::MAX);
            words.text("vote-problem-code-length", &[("count", Arg::Count(count))])
        }
        LetterCodeError::Mistyped => words.text(mistyped, &[]),
    }
}

/// From when the next code is taken.
pub(in crate::web) fn too_often(again_at: Instant, words: Words<'_>) -> String {
    words.text("vote-problem-code-too-often", &[("time", Arg::Text(words.time(again_at).into()))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::letter_code::LetterCode;
    use crate::locale::{Catalogue, Language};

    fn told(problem: CodeProblem) -> String {
        let catalogue = Catalogue::load().unwrap();
        problem.text(Words::new(&catalogue, Language::English, chrono_tz::UTC)).replace(['\u{2068}', '\u{2069}'], "")
    }

    fn typed(text: &str) -> String {
        told(CodeProblem::Unreadable(LetterCode::parse(text).unwrap_err()))
    }

    #[test]
    fn a_code_that_is_too_short_is_told_with_its_length() {
        assert_eq!(typed("K7QM-2XBA"), "Check the length. The code has 12 characters, you entered 8.");
    }

    #[test]
    fn a_foreign_character_is_named() {
        assert_eq!(typed("K7QM-2XB%"), "Check the character %. A code has only letters and digits.");
        assert_eq!(typed("U7QM-2XBA"), "A code never has the letter U. It may be a V.");
    }

    #[test]
    fn too_many_tries_are_told_with_the_time_of_the_next() {
        let again_at = Instant::parse("2027-10-01T18:40:00Z").unwrap();

        assert_eq!(
            told(CodeProblem::TooOften { again_at }),
            "Too many wrong codes came from here. Try again from 18:40."
        );
    }
}
