//! What the page of the tokens shows. A token stands on it once, right after it was made.

use serde::Serialize;

use crate::web::parts::Problem;
use crate::web::templates::View;

/// The tokens: `pages/tokens/list.html`. Fields `name`, `days`, hidden `id`; to revoke: hidden `id`.
#[derive(Debug, Serialize)]
pub struct TokensList {
    /// Whether the reader may make and revoke tokens.
    pub may_make: bool,
    /// Where the form goes.
    pub url: String,
    /// Where a button that revokes goes.
    pub revoke_url: String,
    /// Makes the form good for one token.
    pub id: String,
    /// What is wrong with the form.
    pub problems: Vec<Problem>,
    /// What stands in the name.
    pub name: TokenField,
    /// What stands in the days.
    pub days: TokenField,
    /// The token that was made just now.
    pub made: Option<MadeToken>,
    /// Whether one was revoked just now.
    pub revoked: bool,
    /// All tokens, the newest first.
    pub tokens: Vec<TokenRow>,
}

/// A field.
#[derive(Debug, Default, Serialize)]
pub struct TokenField {
    /// What was typed.
    pub value: String,
    /// What to do about it.
    pub problem: Option<String>,
}

/// A token that was made just now.
#[derive(Debug, Serialize)]
pub struct MadeToken {
    /// What the office calls it.
    pub name: String,
    /// The token itself.
    pub text: String,
    /// The address that it opens.
    pub address: String,
}

/// One token of the list.
#[derive(Debug, Serialize)]
pub struct TokenRow {
    /// Its id.
    pub id: String,
    /// What the office calls it.
    pub name: String,
    /// Whose it is.
    pub owner: String,
    /// When it was made.
    pub created: String,
    /// When it was last used.
    pub used: Option<String>,
    /// Whether it holds.
    pub state: TokenState,
}

/// Whether a token holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TokenState {
    /// It does.
    Holds {
        /// Its last day.
        until: String,
    },
    /// It was revoked.
    Revoked {
        /// When.
        at: String,
    },
    /// Its time is over.
    Expired {
        /// Since when.
        at: String,
    },
}

/// What can be wrong with the form; [`Mistake::key`] is its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mistake {
    /// No name.
    NameMissing,
    /// More than 80 characters.
    NameTooLong,
    /// It is not one line of signs that people see.
    NameUnprintable,
    /// Not 1 to 365 days.
    DaysOutOfRange,
}

impl Mistake {
    /// The key of the text, which says what to do.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::NameMissing => "tokens-problem-name-missing",
            Self::NameTooLong => "tokens-problem-name-too-long",
            Self::NameUnprintable => "tokens-problem-name-unprintable",
            Self::DaysOutOfRange => "tokens-problem-days",
        }
    }

    /// The field that it belongs to.
    #[must_use]
    pub const fn field(self) -> &'static str {
        match self {
            Self::NameMissing | Self::NameTooLong | Self::NameUnprintable => "name",
            Self::DaysOutOfRange => "days",
        }
    }
}

impl View for TokensList {
    const TEMPLATE: &'static str = "pages/tokens/list.html";
}
