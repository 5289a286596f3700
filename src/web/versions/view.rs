//! What the page about earlier versions shows.

use serde::Serialize;

use crate::web::templates::View;

/// What a proposal said before: `pages/versions/show.html`.
#[derive(Debug, Serialize)]
pub struct ProposalVersions {
    /// The round's title.
    pub round_title: String,
    /// The proposal's number.
    pub number: String,
    /// Its title as it is now.
    pub title: String,
    /// The language that it is written in.
    #[serde(rename = "title_language")]
    pub language: String,
    /// Its page.
    pub proposal_url: String,
    /// The changes, the latest first.
    pub changes: Vec<ChangeView>,
    /// How many earlier ones are not shown.
    pub withheld: i64,
}

impl View for ProposalVersions {
    const TEMPLATE: &'static str = "pages/versions/show.html";
}

/// A change.
#[derive(Debug, Serialize)]
pub struct ChangeView {
    /// When.
    pub date: String,
    /// Who changed it and why.
    pub who: String,
    /// The language of the text.
    pub language: String,
    /// The fields that changed; none where only the name did.
    pub fields: Vec<FieldChange>,
}

/// What changed in a field.
#[derive(Debug, Serialize)]
pub struct FieldChange {
    /// The field's name.
    pub field: String,
    /// The text, piece by piece.
    pub pieces: Vec<PieceView>,
}

/// A piece of a text.
#[derive(Debug, Serialize)]
pub struct PieceView {
    /// `same`, `removed` or `added`.
    pub change: &'static str,
    /// Its words.
    pub text: String,
}
