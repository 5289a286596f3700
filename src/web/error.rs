//! What a browser gets when something goes wrong: one table of public codes, and the only mapping to HTTP.
//!
//! `from` turns the errors of the layers below into [`WebError`]; `errors::answer` makes the page of it and logs it,
//! once.

mod code;
mod from;

use std::error::Error as StdError;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use thiserror::Error;

pub use self::code::Code;
use super::answer::{PRIVATE, see_other};
use super::errors::view::{ErrorKind, VoteSafety};
use super::kept::KeptForm;
use crate::domain::time::Instant;

/// What a browser gets when something goes wrong.
#[derive(Debug, Error)]
pub enum WebError {
    /// Something that the person, or the state of things, is the reason for.
    #[error("{}", .0.as_str())]
    Told(Code),
    /// Not here, but there: who is not signed in, or has entered no code. The path is one of this site.
    #[error("see {0}")]
    Elsewhere(String),
    /// Nobody is signed in, and a form was sent from a page of ours: it is kept beside the sign-in.
    #[error("{}", Code::NotSignedIn.as_str())]
    SignInFirst(KeptForm),
    /// Too many attempts.
    #[error("too many attempts")]
    TooMany {
        /// When the next one counts.
        again_at: Instant,
    },
    /// Busy, full or out of reach; trying again may help.
    #[error("{}: {source}", code.as_str())]
    Unavailable {
        /// Which of these.
        code: Code,
        /// Whether a ballot was on its way.
        vote: VoteSafety,
        /// What the layer below said.
        source: Box<dyn StdError + Send + Sync>,
    },
    /// A mistake of the program or of the machine.
    #[error("internal: {source}")]
    Fault {
        /// Whether a ballot was on its way.
        vote: VoteSafety,
        /// What the layer below said.
        source: Box<dyn StdError + Send + Sync>,
    },
}

impl WebError {
    /// An error with a public code and nothing behind it.
    #[must_use]
    pub const fn told(code: Code) -> Self {
        Self::Told(code)
    }

    /// Missing or hidden.
    #[must_use]
    pub const fn not_found() -> Self {
        Self::Told(Code::NotFound)
    }

    /// A mistake of the program.
    #[must_use]
    pub fn fault(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Fault { vote: VoteSafety::Unrelated, source: source.into() }
    }

    /// Busy or out of reach.
    pub(super) fn unavailable(code: Code, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self::Unavailable { code, vote: VoteSafety::Unrelated, source: source.into() }
    }

    /// The public code; none for what is no error.
    #[must_use]
    pub const fn code(&self) -> Option<Code> {
        match self {
            Self::Told(code) | Self::Unavailable { code, .. } => Some(*code),
            Self::SignInFirst(_) => Some(Code::NotSignedIn),
            Self::TooMany { .. } => Some(Code::TooManyAttempts),
            Self::Fault { .. } => Some(Code::Internal),
            Self::Elsewhere(_) => None,
        }
    }

    /// Whether the person's vote is safe.
    pub(super) const fn vote(&self) -> VoteSafety {
        match self {
            Self::Told(code) => code.vote(),
            Self::Unavailable { vote, .. } | Self::Fault { vote, .. } => *vote,
            Self::Elsewhere(_) | Self::SignInFirst(_) | Self::TooMany { .. } => VoteSafety::Unrelated,
        }
    }
}

/// The status of each kind of error page.
#[must_use]
pub const fn status(kind: ErrorKind) -> StatusCode {
    match kind {
        ErrorKind::BadRequest => StatusCode::BAD_REQUEST,
        ErrorKind::Forbidden | ErrorKind::NotEntrusted => StatusCode::FORBIDDEN,
        ErrorKind::NotFound => StatusCode::NOT_FOUND,
        ErrorKind::Method => StatusCode::METHOD_NOT_ALLOWED,
        ErrorKind::Conflict => StatusCode::CONFLICT,
        ErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        ErrorKind::MediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
        ErrorKind::Refused => StatusCode::UNPROCESSABLE_ENTITY,
        ErrorKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        ErrorKind::Internal => StatusCode::INTERNAL_SERVER_ERROR,
        ErrorKind::Busy => StatusCode::SERVICE_UNAVAILABLE,
    }
}

impl ResponseError for WebError {
    fn status_code(&self) -> StatusCode {
        self.code().map_or(StatusCode::SEE_OTHER, |code| status(code.kind()))
    }

    /// The bare answer; `errors::answer` puts the page into it.
    fn error_response(&self) -> HttpResponse {
        if let Self::Elsewhere(path) = self {
            return see_other(path);
        }
        HttpResponse::build(self.status_code()).insert_header((header::CACHE_CONTROL, PRIVATE)).finish()
    }
}
