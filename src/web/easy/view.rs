//! What the page in easy language shows.

use serde::Serialize;

use crate::web::templates::View;

/// The texts in easy language: `pages/easy/show.html`.
#[derive(Debug, Clone, Serialize)]
pub struct EasyShow {
    /// Those that are written.
    pub sections: Vec<EasySection>,
    /// A page with a video in sign language.
    pub video_url: Option<String>,
}

impl View for EasyShow {
    const TEMPLATE: &'static str = "pages/easy/show.html";
}

/// A text in easy language.
#[derive(Debug, Clone, Serialize)]
pub struct EasySection {
    /// What it is about.
    pub topic: EasyTopic,
    /// The text as safe HTML.
    pub html: String,
}

/// What a text is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EasyTopic {
    /// What this is.
    What,
    /// How to vote.
    Vote,
    /// How to suggest something.
    Suggest,
}
