//! What is shown of supports.

use serde::Serialize;

use crate::web::templates::View;

/// The supports on the page of a proposal: `pages/supports/_support.html`.
#[derive(Debug, Clone, Serialize)]
pub struct SupportSection {
    /// How many there are, in words; none before the first can be given, or while voting is open.
    pub count: Option<String>,
    /// Whether the number is kept back because voting is open.
    pub hidden: bool,
    /// Whether the reader's is among them.
    pub mine: bool,
    /// What the reader can do.
    pub act: SupportAct,
    /// Where the form goes.
    pub url: String,
}

/// What somebody can do, or why nothing.
#[derive(Debug, Clone, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SupportAct {
    /// Support it.
    Give {
        /// Until when.
        until: Option<String>,
    },
    /// Sign in, and then support it.
    SignIn {
        /// The way in, which leads back.
        url: String,
        /// Whether employees alone can.
        employees: bool,
        /// Until when.
        until: Option<String>,
    },
    /// Take it back.
    Take {
        /// Until when.
        until: Option<String>,
    },
    /// Wait.
    NotYet {
        /// Until then.
        date: String,
    },
    /// It is over.
    Over {
        /// Since when.
        date: Option<String>,
    },
    /// Support another one.
    Merged {
        /// The number and the page of that one.
        original: Option<(String, String)>,
    },
    /// Enter with a personnel code.
    NotEmployee {
        /// Where.
        url: String,
    },
    /// Add an address.
    NoAddress {
        /// Where.
        url: String,
    },
    /// Nothing: it is the reader's own.
    Own,
}

/// Supporting a proposal, for whoever signed in for it: `pages/supports/show.html`.
#[derive(Debug, Serialize)]
pub struct SupportShow {
    /// The round's title.
    pub round_title: String,
    /// Its number.
    pub number: String,
    /// Its title.
    pub title: String,
    /// The language that it is written in.
    #[serde(rename = "title_language")]
    pub language: String,
    /// Its summary, or the beginning of its text.
    pub excerpt: String,
    /// Its page.
    pub proposal_url: String,
    /// What can be done.
    pub support: SupportSection,
    /// Whether somebody comes from a proposal of their own that they were writing.
    pub draft: bool,
}

impl View for SupportShow {
    const TEMPLATE: &'static str = "pages/supports/show.html";
}
