//! Why a personnel code was not taken, in words.

use crate::domain::letter_code::LetterCodeError;
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::web::vote::code_problem::{too_often, unreadable};

/// Everything that can be wrong with what stands in the field for the code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Problem {
    /// Nothing was typed.
    Empty,
    /// What was typed is no code.
    Unreadable(LetterCodeError),
    /// Nobody was handed it, or it was withdrawn: the words are the same.
    Unknown,
    /// Too many wrong codes came from here, or far too many codes of any kind.
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
            Self::Unreadable(error) => unreadable(error, "enter-problem-mistyped", words),
            Self::Unknown => words.text("enter-problem-unknown", &[]),
            Self::TooOften { again_at } => too_often(again_at, words),
        }
    }
}
