//! What the sign-in page shows.

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

impl View for SignIn {
    const TEMPLATE: &'static str = "pages/sign_in/show.html";
}
