//! What the pages of the sign-in show.

use actix_web::http::StatusCode;
use serde::Serialize;

use crate::actions::account::Shown;
use crate::domain::time::Instant;
use crate::locale::Words;
use crate::web::templates::View;

/// Both ways in: `pages/sign_in/show.html`. Fields `email`, `password`, hidden `next`.
#[derive(Debug, Serialize)]
pub struct SignIn {
    /// Where the form with the password goes.
    pub url: String,
    /// Where the form that asks for a mail goes.
    pub mail_url: String,
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
    /// What was typed is no address.
    NoAddress,
    /// Address or password is wrong. The same words for known and unknown addresses.
    Refused,
    /// Too many attempts.
    TooMany {
        /// When the next attempt counts, such as "14:35".
        again: String,
    },
}

/// Asks for the six digits of the mail: `pages/sign_in/code.html`. Field `code`, hidden `request` and `next`. It says
/// the same whether or not the address has an account, and whatever handle stands in the address.
#[derive(Debug, Serialize)]
pub struct SignInCode {
    /// Where the form goes.
    pub url: String,
    /// The handle of the sign-in.
    pub request: String,
    /// Where to go afterwards: a path on this site.
    pub next: Option<String>,
    /// A form that came without a session and waits for the sign-in; empty when there is none.
    pub kept: Vec<HiddenField>,
    /// How many minutes the digits are good.
    pub minutes: i64,
    /// What to do about what was typed.
    pub problem: Option<String>,
    /// Where a new mail is asked for.
    pub again_url: String,
}

/// What can be wrong with the six digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// Not six digits.
    NotSixDigits,
    /// Wrong; so often they may still be typed.
    Wrong {
        /// How often.
        left: i64,
    },
    /// Used, run out or tried too often.
    NotGood,
    /// Too many wrong ones from here.
    TooMany {
        /// From when on digits are looked at again.
        again_at: Instant,
    },
}

impl CodeProblem {
    /// What to do.
    #[must_use]
    pub fn text(self, words: Words<'_>) -> String {
        match self {
            Self::NotSixDigits => words.text("sign-in-code-not-six", &[]),
            Self::Wrong { left } => words.text("sign-in-code-wrong", &[("left", left.into())]),
            Self::NotGood => words.text("sign-in-code-not-good", &[]),
            Self::TooMany { again_at } => words.text("sign-in-too-many", &[("again", words.time(again_at).into())]),
        }
    }
}

/// The page behind the link of the mail, which lets in by its button: `pages/sign_in/link.html`. Hidden field `token`.
#[derive(Debug, Serialize)]
pub struct SignInLink {
    /// Where the form goes.
    pub url: String,
    /// What the link opens; none when it is not good any more.
    pub good: Option<GoodLink>,
    /// Where a new mail is asked for.
    pub again_url: String,
}

/// Says who is signed in here already: `pages/sign_in/already.html`.
#[derive(Debug, Serialize)]
pub struct SignedInAlready {
    /// What the account is called, or its address; none where it has neither.
    pub name: Option<String>,
    /// Where it goes on.
    pub on_url: String,
    /// Where somebody else signs it out.
    pub sign_out_url: String,
    /// What brought somebody here, in a sentence.
    pub why: String,
}

impl View for SignedInAlready {
    const TEMPLATE: &'static str = "pages/sign_in/already.html";
}

/// A link that is still good.
#[derive(Debug, Serialize)]
pub struct GoodLink {
    /// Its token.
    pub token: String,
    /// Whose account it opens, shortened: somebody may have been sent another's link.
    pub email: String,
}

/// Asks for the code of the telephone: `pages/sign_in/second_factor.html`. Field `code`, hidden `next`.
#[derive(Debug, Serialize)]
pub struct SignInSecondFactor {
    /// Where the form goes.
    pub url: String,
    /// Where to go afterwards: a path on this site.
    pub next: Option<String>,
    /// A form that waits; empty when there is none.
    pub kept: Vec<HiddenField>,
    /// What to do about what was typed.
    pub problem: Option<String>,
}

/// What can be wrong with the code of the telephone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FactorProblem {
    /// Neither six digits nor a code from the paper.
    Unreadable,
    /// Wrong.
    Wrong,
    /// Taken before.
    UsedAlready,
    /// The telephone's clock is minutes off.
    ClockOff,
    /// Too many wrong digits, of whomever; a code from the paper is taken all the same.
    TooOften {
        /// From when on digits are looked at again.
        again_at: Instant,
    },
}

impl FactorProblem {
    /// What is wrong with a code that was shown; for a right one, how many codes on paper are left if it was one of them.
    pub(in crate::web) const fn of(shown: Shown) -> Result<Option<i64>, Self> {
        match shown {
            Shown::Right { papers_left } => Ok(papers_left),
            Shown::UsedAlready => Err(Self::UsedAlready),
            Shown::ClockOff => Err(Self::ClockOff),
            Shown::Wrong => Err(Self::Wrong),
        }
    }

    /// What to do.
    #[must_use]
    pub fn text(self, words: Words<'_>) -> String {
        match self {
            Self::Unreadable => words.text("second-factor-unreadable", &[]),
            Self::Wrong => words.text("second-factor-wrong", &[]),
            Self::UsedAlready => words.text("second-factor-used-already", &[]),
            Self::ClockOff => words.text("second-factor-clock-off", &[]),
            Self::TooOften { again_at } => {
                words.text("second-factor-too-often", &[("again", words.time(again_at).into())])
            }
        }
    }

    /// What a page with it answers.
    pub(in crate::web) const fn status(self) -> StatusCode {
        match self {
            Self::TooOften { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Unreadable | Self::Wrong | Self::UsedAlready | Self::ClockOff => StatusCode::UNPROCESSABLE_ENTITY,
        }
    }
}

/// A field that travels on unseen.
#[derive(Debug, Clone, Serialize)]
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
    /// Whether a file came along that could not be kept.
    pub file_left: bool,
    /// Whether it is a form of the office.
    pub is_of_office: bool,
    /// The office's overview or the home page, for whoever does not want to send it any more.
    pub back_url: String,
}

impl View for SignInAgain {
    const TEMPLATE: &'static str = "pages/sign_in/again.html";
}

impl View for SignIn {
    const TEMPLATE: &'static str = "pages/sign_in/show.html";
}

impl View for SignInCode {
    const TEMPLATE: &'static str = "pages/sign_in/code.html";
}

impl View for SignInLink {
    const TEMPLATE: &'static str = "pages/sign_in/link.html";
}

impl View for SignInSecondFactor {
    const TEMPLATE: &'static str = "pages/sign_in/second_factor.html";
}
