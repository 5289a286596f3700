//! What the pages of the sign-in show.

use serde::Serialize;

use crate::web::templates::View;

/// The form: `pages/sign_in/show.html`. Fields `email`, `password`, hidden `next`.
#[derive(Debug, Serialize)]
pub struct SignIn {
    /// Where the form goes.
    pub url: String,
    /// What was typed; the password is never sent back.
    pub email: String,
    /// Where to go afterwards: a path on this site.
    pub next: Option<String>,
    /// A form that came without a session and waits for the sign-in; empty when there is none.
    pub kept: Vec<HiddenField>,
    /// Why the form is shown, when there is something to say.
    pub state: SignInState,
}

/// Why the sign-in form is shown.
#[derive(Debug, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SignInState {
    /// Somebody came to sign in.
    Fresh,
    /// The page before needs a sign-in, or the session has ended.
    Needed,
    /// A form came when the session had ended; it is kept.
    Lapsed,
    /// Just signed out.
    SignedOut,
    /// Address or password is wrong. The same words for known and unknown addresses.
    Refused,
    /// Too many attempts.
    TooMany {
        /// When the next attempt counts, such as "14:35".
        again: String,
    },
}

/// A field that travels on unseen.
#[derive(Debug, Serialize)]
pub struct HiddenField {
    /// Its name.
    pub name: String,
    /// What was typed.
    pub value: String,
}

/// Signed in, and the kept form can be sent again: `pages/sign_in/again.html`.
#[derive(Debug, Serialize)]
pub struct SignInAgain {
    /// Where the form goes: where it went before.
    pub url: String,
    /// What was typed.
    pub fields: Vec<HiddenField>,
    /// The office's overview, for whoever does not want to send it any more.
    pub office_url: String,
}

impl View for SignInAgain {
    const TEMPLATE: &'static str = "pages/sign_in/again.html";
}

impl View for SignIn {
    const TEMPLATE: &'static str = "pages/sign_in/show.html";
}
