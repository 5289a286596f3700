//! What the pages with the organisation's own texts show.

use serde::Serialize;

use crate::web::templates::View;

/// One of the organisation's texts.
#[derive(Debug, Clone, Serialize)]
pub struct LegalShow {
    /// Which one.
    pub kind: LegalText,
    /// The text as safe HTML from [`crate::locale::markdown`]; without one the page says that it is missing.
    pub text_html: Option<String>,
    /// The language that the text is in, when it is not the page's.
    pub text_language: Option<&'static str>,
    /// Where a barrier is reported, from the statement on them.
    pub report_url: Option<String>,
    /// Who can see and do what; a page that privacy leads to.
    pub who_sees_what_url: Option<String>,
    /// What is kept of people; on the page about privacy.
    pub kept: Option<KeptTable>,
}

/// What is kept of people, why and until when: `pages/legal/_kept.html`.
#[derive(Debug, Clone, Serialize)]
pub struct KeptTable {
    /// By purpose.
    pub groups: Vec<KeptGroup>,
    /// The day on which the deletion last ran, if it ever did.
    pub last: Option<String>,
}

/// What is kept for one purpose.
#[derive(Debug, Clone, Serialize)]
pub struct KeptGroup {
    /// Names the heading on the page.
    pub anchor: String,
    /// What it is about.
    pub name: String,
    /// Why it is kept.
    pub why: String,
    /// What is kept.
    pub rows: Vec<KeptRow>,
}

/// One kind of data.
#[derive(Debug, Clone, Serialize)]
pub struct KeptRow {
    /// What it is.
    pub what: String,
    /// Until when it is kept.
    pub until: String,
}

impl View for LegalShow {
    const TEMPLATE: &'static str = "pages/legal/show.html";
}

/// The texts that every page links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LegalText {
    /// Who is responsible.
    Imprint,
    /// What is stored and for how long.
    Privacy,
    /// What works for whom, and where to report a barrier.
    Accessibility,
}
