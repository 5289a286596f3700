//! What can come in the way of a mail, sorted by what is to be done about it.

use chrono::{DateTime, Utc};
use thiserror::Error;

/// Why a mail could not be handed over.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum HandOverError {
    /// It is refused for good; the next mail may follow.
    #[error("{0}")]
    Refused(String),
    /// It is refused for good, and the way is lost.
    #[error("{0}")]
    RefusedAndLost(String),
    /// It is refused for now; the next mail may follow.
    #[error("{0}")]
    Later(String),
    /// It is refused for now, and the way is lost.
    #[error("{0}")]
    LaterAndLost(String),
    /// The way is lost; nobody knows whether the mail was taken, unless it was not yet handed in.
    #[error("{0}")]
    Lost(String),
}

impl HandOverError {
    /// Whether trying again is of no use.
    #[must_use]
    pub const fn is_final(&self) -> bool {
        match self {
            Self::Refused(_) | Self::RefusedAndLost(_) => true,
            Self::Later(_) | Self::LaterAndLost(_) | Self::Lost(_) => false,
        }
    }

    /// Whether the next mail needs a new way.
    #[must_use]
    pub const fn is_lost(&self) -> bool {
        match self {
            Self::RefusedAndLost(_) | Self::LaterAndLost(_) | Self::Lost(_) => true,
            Self::Refused(_) | Self::Later(_) => false,
        }
    }
}

/// Why there is no way out. Nothing is wrong with any mail then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Unreachable {
    /// There is no connection: the name, the port, the network, or the server is down.
    #[error("the mail server cannot be reached: {0}")]
    Network(String),
    /// It does not say anything.
    #[error("the mail server does not answer")]
    Silent,
    /// It does not want us.
    #[error("the mail server turns us away: {0}")]
    Refused(String),
    /// The connection cannot be encrypted, or the certificate does not hold.
    #[error("the connection to the mail server is not safe: {0}")]
    Tls(String),
    /// It offers no encryption where we ask for it.
    #[error("the mail server offers no STARTTLS")]
    NoStartTls,
    /// It does not take our account.
    #[error("the mail server does not take our account: {0}")]
    SignIn(String),
    /// The folder cannot be used.
    #[error("the folder for mails cannot be used: {0}")]
    Folder(String),
}

/// When we last looked for the way out, and what we found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// When.
    pub at: DateTime<Utc>,
    /// Whether there was one.
    pub outcome: Result<(), Unreachable>,
}
