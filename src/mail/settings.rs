//! How mails leave the house, as the settings say it. `config` reads and checks them.

use std::num::NonZeroU32;
use std::path::PathBuf;

use lettre::message::Mailbox;
use lettre::transport::smtp::client::Certificate;
use zeroize::Zeroize;

/// Who writes, and by which way.
#[derive(Debug, Clone)]
pub struct MailSettings {
    /// The address that mails come from. Its name stands in for the organisation's until that has one.
    pub sender: Mailbox,
    /// Where answers go, when that is not the organisation's address for help.
    pub reply_to: Option<Mailbox>,
    /// The way.
    pub transport: TransportSettings,
}

/// By which way mails leave.
#[derive(Debug, Clone)]
pub enum TransportSettings {
    /// Each becomes a file in this folder.
    File(PathBuf),
    /// They are kept in memory and go nowhere, for tests.
    Memory,
    /// A mail server takes them.
    Smtp(Box<SmtpServer>),
}

/// The mail server that takes our mails.
#[derive(Debug, Clone)]
pub struct SmtpServer {
    /// Its name, which its certificate must carry.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// What keeps others from reading along.
    pub encryption: Encryption,
    /// With what we sign in, if we do.
    pub sign_in: Option<SmtpSignIn>,
    /// Whose signature under its certificate is believed beside the usual ones.
    pub authority: Option<Certificate>,
    /// How many mails it gets in a second, over all connections.
    pub per_second: NonZeroU32,
    /// How many connections are open at most.
    pub connections: NonZeroU32,
}

/// What keeps others from reading along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encryption {
    /// Begins in the clear and must change to TLS before anything is told.
    StartTls,
    /// TLS from the first byte.
    Tls,
    /// Nothing; for a server on this machine itself.
    None,
}

/// The account with the mail server.
#[derive(Debug, Clone)]
pub struct SmtpSignIn {
    /// Its name.
    pub user: String,
    /// Its password.
    pub password: Password,
}

/// A password. It does not print and is wiped when it is dropped.
#[derive(Clone)]
pub struct Password(String);

impl Password {
    /// Takes it.
    #[must_use]
    pub const fn new(text: String) -> Self {
        Self(text)
    }

    /// Its letters, for the mail server alone.
    pub(super) fn expose(&self) -> &str {
        &self.0
    }
}

impl Drop for Password {
    fn drop(&mut self) {
        self.0.zeroize();
    }
}

impl std::fmt::Debug for Password {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Password(hidden)")
    }
}
