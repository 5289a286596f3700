//! What an error page says: what happened, whether the vote is safe, what to do next.

use serde::Serialize;

use crate::locale::Words;
use crate::web::layout::NavLink;
use crate::web::sign_in::view::HiddenField;
use crate::web::templates::View;

/// An error page.
#[derive(Debug, Clone, Serialize)]
pub struct ErrorShow {
    /// What happened, as a heading.
    pub title: String,
    /// What happened, in a sentence.
    pub what: String,
    /// What to do, in one or two sentences.
    pub next: String,
    /// Whether a vote is safe.
    pub vote: Option<String>,
    /// When to try again.
    pub retry_at: Option<String>,
    /// What to name when asking; with errors of the program only.
    pub reference: Option<String>,
    /// Ways out, the likeliest first.
    pub links: Vec<NavLink>,
    /// What was written and is not taken, with the form that sends it once more.
    pub written: Option<WrittenForm>,
}

/// A form that was not taken, as it came.
#[derive(Debug, Clone, Serialize)]
pub struct WrittenForm {
    /// Where it goes; nowhere when it would be refused again.
    pub url: Option<String>,
    /// Its fields, in their order.
    pub fields: Vec<HiddenField>,
    /// What stands in those that somebody filled in.
    pub texts: Vec<WrittenText>,
    /// Whether a file came along, which cannot be given back.
    pub file_left: bool,
}

/// What somebody wrote in one field.
#[derive(Debug, Clone, Serialize)]
pub struct WrittenText {
    /// What the field is called, where that is known.
    pub label: Option<String>,
    /// What stands in it.
    pub lines: Vec<String>,
}

impl View for ErrorShow {
    const TEMPLATE: &'static str = "pages/errors/show.html";
}

/// The kinds of error that have a page of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400: what came cannot be read.
    BadRequest,
    /// 403: not allowed, or the form's token is missing or foreign.
    Forbidden,
    /// 403: signed in, but entrusted with something else.
    NotEntrusted,
    /// 404: missing or hidden.
    NotFound,
    /// 405: the address takes another method.
    Method,
    /// 409: the state has moved on.
    Conflict,
    /// 413: the body is too large.
    TooLarge,
    /// 415: the body is of a type that is not taken here.
    MediaType,
    /// 422: refused by a rule.
    Refused,
    /// 429: too many attempts.
    TooMany,
    /// 500: a mistake of the program.
    Internal,
    /// 503: busy or full.
    Busy,
}

/// Whether the person's vote is safe, as far as the program can tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteSafety {
    /// The error has nothing to do with voting.
    Unrelated,
    /// A ballot that was cast is still cast.
    Untouched,
    /// The ballot on its way was not cast.
    NotCast,
    /// The ballot on its way may be cast. Sent again, it counts once.
    Unknown,
}

impl ErrorShow {
    /// The page for an error, with the way home as its first link; callers put better ways before it.
    #[must_use]
    pub fn new(kind: ErrorKind, vote: VoteSafety, words: Words<'_>, home_url: String) -> Self {
        let [title, what, next] = kind.keys();
        Self {
            title: words.text(title, &[]),
            what: words.text(what, &[]),
            next: words.text(next, &[]),
            vote: vote.key().map(|key| words.text(key, &[])),
            retry_at: None,
            reference: None,
            links: vec![NavLink { label: words.text("errors-home", &[]), url: home_url, current: false }],
            written: None,
        }
    }

    /// Puts "try again" with its address before the other ways out.
    #[must_use]
    pub fn again_at(mut self, url: String, words: Words<'_>) -> Self {
        self.links.insert(0, NavLink { label: words.text("errors-again", &[]), url, current: false });
        self
    }
}

impl ErrorKind {
    /// All kinds, by status.
    pub const ALL: [Self; 12] = [
        Self::BadRequest,
        Self::Forbidden,
        Self::NotEntrusted,
        Self::NotFound,
        Self::Method,
        Self::Conflict,
        Self::TooLarge,
        Self::MediaType,
        Self::Refused,
        Self::TooMany,
        Self::Internal,
        Self::Busy,
    ];

    /// The messages of the heading, the sentence and the next step.
    const fn keys(self) -> [&'static str; 3] {
        match self {
            Self::BadRequest => ["errors-bad-request-title", "errors-bad-request-what", "errors-bad-request-next"],
            Self::Forbidden => ["errors-forbidden-title", "errors-forbidden-what", "errors-forbidden-next"],
            Self::NotEntrusted => {
                ["errors-not-entrusted-title", "errors-not-entrusted-what", "errors-not-entrusted-next"]
            }
            Self::NotFound => ["errors-not-found-title", "errors-not-found-what", "errors-not-found-next"],
            Self::Method => ["errors-method-title", "errors-method-what", "errors-method-next"],
            Self::Conflict => ["errors-conflict-title", "errors-conflict-what", "errors-conflict-next"],
            Self::TooLarge => ["errors-too-large-title", "errors-too-large-what", "errors-too-large-next"],
            Self::MediaType => ["errors-media-title", "errors-media-what", "errors-media-next"],
            Self::Refused => ["errors-refused-title", "errors-refused-what", "errors-refused-next"],
            Self::TooMany => ["errors-too-many-title", "errors-too-many-what", "errors-too-many-next"],
            Self::Internal => ["errors-internal-title", "errors-internal-what", "errors-internal-next"],
            Self::Busy => ["errors-busy-title", "errors-busy-what", "errors-busy-next"],
        }
    }
}

impl VoteSafety {
    /// The same where a ballot was on its way: what failed without a word of it came before the box.
    pub(in crate::web) const fn of_a_ballot_on_its_way(self) -> Self {
        match self {
            Self::Unrelated | Self::Untouched | Self::NotCast => Self::NotCast,
            Self::Unknown => Self::Unknown,
        }
    }

    const fn key(self) -> Option<&'static str> {
        match self {
            Self::Unrelated => None,
            Self::Untouched => Some("errors-vote-untouched"),
            Self::NotCast => Some("errors-vote-not-cast"),
            Self::Unknown => Some("errors-vote-unknown"),
        }
    }
}
