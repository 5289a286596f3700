//! Why a personnel code was not taken, in words.

use crate::domain::alphabet::CharacterError;
use crate::domain::letter_code::LetterCodeError;
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};

/// Everything that can be wrong with what stands in the field for the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// Nothing was typed.
    Empty,
    /// What was typed is no code.
    Unreadable(LetterCodeError),
    /// Nobody was handed it, or it was withdrawn: the words are the same.
    Unknown,
    /// Too many wrong codes came from here.
    TooOften {
        /// When the next try is allowed.
        again_at: Instant,
    },
}

impl Problem {
    /// The sentence for the summary and the field.
    pub(super) fn text(self, words: Words<'_>) -> String {
        match self {
            Self::Empty => words.text("enter-problem-empty", &[]),
            Self::Unreadable(LetterCodeError::Character(CharacterError::LetterU)) => {
                words.text("vote-problem-code-letter-u", &[])
            }
            Self::Unreadable(LetterCodeError::Character(CharacterError::Foreign(character))) => {
                words.text("vote-problem-code-letters", &[("character", Arg::Text(character.to_string().into()))])
            }
            Self::Unreadable(LetterCodeError::WrongLength { read }) => {
                let count = i64::try_from(read).unwrap_or(i64::MAX);
                words.text("vote-problem-code-length", &[("count", Arg::Count(count))])
            }
            Self::Unreadable(LetterCodeError::Mistyped) => words.text("enter-problem-mistyped", &[]),
            Self::Unknown => words.text("enter-problem-unknown", &[]),
            Self::TooOften { again_at } => {
                words.text("vote-problem-code-too-often", &[("time", Arg::Text(words.time(again_at).into()))])
            }
        }
    }
}
