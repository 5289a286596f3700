//! What the entry of a workplace shows.

use serde::Serialize;

use crate::web::sign_in::view::HiddenField;
use crate::web::templates::View;

/// Where employees enter: `pages/enter/show.html`. Field `code`.
#[derive(Debug, Serialize)]
pub struct EnterShow {
    /// What the workplace is called.
    pub workplace: String,
    /// Where the form goes.
    pub url: String,
    /// What was typed.
    pub code: String,
    /// What to do about it.
    pub problem: Option<String>,
    /// Why the page is shown, when there is something to say.
    pub state: EnterState,
    /// The fields of a form that is sent once somebody has entered.
    pub kept: Vec<HiddenField>,
    /// Where to go on, a path of this site.
    pub next: Option<String>,
    /// After so many minutes without a request the session will end.
    pub minutes: i64,
    /// The way in of everybody who has an address.
    pub sign_in_url: String,
}

impl View for EnterShow {
    const TEMPLATE: &'static str = "pages/enter/show.html";
}

/// Why the entry is shown.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EnterState {
    /// Somebody came to enter.
    Fresh,
    /// Just signed out; ready for the next person.
    SignedOut,
    /// No session is left, because nobody did anything or somebody went back after signing out.
    Over,
    /// Somebody is signed in in this browser.
    SignedIn {
        /// What the person is called; may be empty.
        name: String,
        /// Where to go on.
        go_on_url: String,
        /// Signs out, by POST.
        sign_out_url: String,
        /// What stands in this address, to come back here.
        key: String,
    },
}

/// There is no entry at this address: `pages/enter/missing.html`.
#[derive(Debug, Serialize)]
pub struct EnterMissing {
    /// The start page.
    pub home_url: String,
}

impl View for EnterMissing {
    const TEMPLATE: &'static str = "pages/enter/missing.html";
}

/// The workplace is closed: `pages/enter/closed.html`.
#[derive(Debug, Serialize)]
pub struct EnterClosed {
    /// What the workplace is called.
    pub workplace: String,
    /// The start page.
    pub home_url: String,
}

impl View for EnterClosed {
    const TEMPLATE: &'static str = "pages/enter/closed.html";
}
