//! What the pages of an account show.

use serde::Serialize;

use crate::web::templates::View;

/// Sets up the telephone: `pages/account/second_factor.html`. Field `code`, and which button was pressed in `act`:
/// `begin`, `confirm` or `papers`.
#[derive(Debug, Serialize)]
pub struct AccountSecondFactor {
    /// Where the forms go.
    pub url: String,
    /// Where to go afterwards: a path on this site.
    pub next: Option<String>,
    /// How far it is.
    pub state: FactorState,
    /// What to do about what was typed.
    pub problem: Option<String>,
    /// Whether a code on paper was used up just now.
    pub paper_used: bool,
    /// The office's overview, for whoever is done.
    pub office_url: String,
}

/// How far the set-up of a telephone is.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FactorState {
    /// There is none.
    None,
    /// The picture waits to be photographed and the first code to be typed.
    Waiting {
        /// The picture for the app: SVG.
        picture: String,
        /// The same for typing, in groups of four.
        key: String,
    },
    /// It is set up.
    Set {
        /// How many codes on paper are left.
        papers: i64,
    },
    /// It was set up just now, or new codes were made: they are shown this once.
    Papers {
        /// The codes.
        codes: Vec<String>,
    },
}

impl View for AccountSecondFactor {
    const TEMPLATE: &'static str = "pages/account/second_factor.html";
}
