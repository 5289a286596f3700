//! The ways out of the house: a mail server, a folder, or this process's memory.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use chrono::{DateTime, Utc};
use lettre::message::Mailbox;
use lettre::transport::smtp::client::{TlsParameters, TlsVersion};
use thiserror::Error;
use tokio::time::{Interval, MissedTickBehavior, interval};

use super::files::Folder;
use super::mime::{Rendered, build};
use super::outcome::{Check, HandOverError, Unreachable};
use super::settings::{Encryption, MailSettings, SmtpServer, TransportSettings};
use super::smtp::{LONGEST, SmtpConnection};

/// Why mails cannot leave at all; told at the start.
#[derive(Debug, Error)]
pub enum MailError {
    /// The folder cannot be made, written or read.
    #[error("the folder for mails cannot be used: {0}")]
    Folder(#[from] std::io::Error),
    /// The certificates cannot be used.
    #[error("mail.smtp_host cannot be reached safely: {0}")]
    Tls(#[from] lettre::transport::smtp::Error),
}

/// Hands mails over. Clones share what they know.
#[derive(Debug, Clone)]
pub struct Mailer(Arc<Shared>);

struct Shared {
    sender: Mailbox,
    reply_to: Option<Mailbox>,
    way: Way,
    /// The last look for the way out, in this process.
    check: Mutex<Option<Check>>,
    /// One tick for each mail that the server may get; made by whoever sends first, because it needs a running clock.
    pace: tokio::sync::Mutex<Option<Interval>>,
}

enum Way {
    File(Folder),
    Memory(Mutex<Vec<KeptMail>>),
    Smtp { server: SmtpServer, tls: Option<TlsParameters> },
}

/// A mail that the memory keeps.
#[derive(Debug, Clone)]
pub struct KeptMail {
    /// Its Message-ID.
    pub message_id: String,
    /// The whole mail, headers first.
    pub bytes: Vec<u8>,
}

/// Which way mails leave, as an administrator is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayOut<'a> {
    /// Into a folder.
    File,
    /// Nowhere.
    Memory,
    /// To a mail server.
    Smtp {
        /// Its name.
        host: &'a str,
        /// Its port.
        port: u16,
    },
}

impl Mailer {
    /// The longest that handing over one mail can take.
    pub const LONGEST: Duration = LONGEST;

    /// Makes ready what the settings ask for. A mail server is not yet greeted.
    ///
    /// # Errors
    /// When the folder or the certificates cannot be used.
    pub fn open(settings: &MailSettings) -> Result<Self, MailError> {
        let way = match &settings.transport {
            TransportSettings::File(path) => Way::File(Folder::open(path)?),
            TransportSettings::Memory => Way::Memory(Mutex::default()),
            TransportSettings::Smtp(server) => Way::Smtp { tls: tls(server)?, server: (**server).clone() },
        };
        let (sender, reply_to) = (settings.sender.clone(), settings.reply_to.clone());
        Ok(Self(Arc::new(Shared {
            sender,
            reply_to,
            way,
            check: Mutex::default(),
            pace: tokio::sync::Mutex::default(),
        })))
    }

    /// Which way mails leave.
    #[must_use]
    pub fn way_out(&self) -> WayOut<'_> {
        match &self.0.way {
            Way::File(_) => WayOut::File,
            Way::Memory(_) => WayOut::Memory,
            Way::Smtp { server, .. } => WayOut::Smtp { host: &server.host, port: server.port },
        }
    }

    /// How many mails may be on their way at the same time.
    #[must_use]
    pub fn connections(&self) -> u32 {
        match &self.0.way {
            Way::File(_) | Way::Memory(_) => 1,
            Way::Smtp { server, .. } => server.connections.get(),
        }
    }

    /// Opens the way out, and notes whether there was one. `now` is the time of the note.
    ///
    /// # Errors
    /// Why there is none.
    pub async fn open_way(&self, now: DateTime<Utc>) -> Result<Outlet, Unreachable> {
        let opened = match &self.0.way {
            Way::File(_) | Way::Memory(_) => Ok(None),
            Way::Smtp { server, tls } => SmtpConnection::open(server, tls.as_ref()).await.map(Some),
        };
        let check = Check { at: now, outcome: opened.as_ref().map(drop).map_err(Clone::clone) };
        *self.0.check.lock().unwrap_or_else(PoisonError::into_inner) = Some(check);
        Ok(Outlet { mailer: self.clone(), connection: opened? })
    }

    /// When this process last looked for the way out, and what it found.
    #[must_use]
    pub fn last_check(&self) -> Option<Check> {
        self.0.check.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// A mail as it left, where the way keeps it: the folder and the memory do. Blocks.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn kept(&self, message_id: &str) -> Result<Option<Vec<u8>>, MailError> {
        match &self.0.way {
            Way::File(folder) => Ok(folder.read(message_id)?),
            Way::Memory(mails) => {
                let mails = mails.lock().unwrap_or_else(PoisonError::into_inner);
                Ok(mails.iter().rfind(|mail| mail.message_id == message_id).map(|mail| mail.bytes.clone()))
            }
            Way::Smtp { .. } => Ok(None),
        }
    }

    /// All that the memory keeps, in the order in which it left; nothing for another way.
    #[must_use]
    pub fn in_memory(&self) -> Vec<KeptMail> {
        match &self.0.way {
            Way::Memory(mails) => mails.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            Way::File(_) | Way::Smtp { .. } => Vec::new(),
        }
    }

    /// Waits until the server may get one more mail.
    async fn keep_pace(&self, server: &SmtpServer) {
        let mut pace = self.0.pace.lock().await;
        let ticks = pace.get_or_insert_with(|| {
            let mut ticks = interval(Duration::from_secs(1).checked_div(server.per_second.get()).unwrap_or_default());
            ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
            ticks
        });
        ticks.tick().await;
    }
}

fn tls(server: &SmtpServer) -> Result<Option<TlsParameters>, MailError> {
    if server.encryption == Encryption::None {
        return Ok(None);
    }
    let builder = TlsParameters::builder(server.host.clone()).set_min_tls_version(TlsVersion::Tlsv12);
    let builder = match &server.authority {
        Some(authority) => builder.add_root_certificate(authority.clone()),
        None => builder,
    };
    Ok(Some(builder.build()?))
}

impl std::fmt::Debug for Shared {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Mailer").field("sender", &self.sender).finish_non_exhaustive()
    }
}

/// An open way out, for one mail after the other.
pub struct Outlet {
    mailer: Mailer,
    connection: Option<SmtpConnection>,
}

impl Outlet {
    /// Hands a mail over.
    ///
    /// # Errors
    /// Why not, and whether trying again is of use.
    pub async fn send(&mut self, mail: &Rendered) -> Result<(), HandOverError> {
        let shared = Arc::clone(&self.mailer.0);
        let message = build(mail, &shared.sender, shared.reply_to.as_ref())
            .map_err(|error| HandOverError::Refused(error.to_string()))?;
        match (&shared.way, &mut self.connection) {
            (Way::Smtp { server, tls }, Some(connection)) => {
                self.mailer.keep_pace(server).await;
                connection.send(server, tls.as_ref(), &message).await
            }
            (Way::Smtp { .. }, None) => Err(HandOverError::Lost("there is no connection".to_owned())),
            (Way::Memory(mails), _) => {
                let kept = KeptMail { message_id: mail.message_id.clone(), bytes: message.formatted() };
                mails.lock().unwrap_or_else(PoisonError::into_inner).push(kept);
                Ok(())
            }
            (Way::File(folder), _) => {
                let (folder, name) = (folder.clone(), mail.message_id.clone());
                let written = tokio::task::spawn_blocking(move || folder.write(&name, &message.formatted())).await;
                match written {
                    Ok(Ok(())) => Ok(()),
                    Ok(Err(error)) => Err(HandOverError::Lost(Unreachable::Folder(error.to_string()).to_string())),
                    Err(_) => Err(HandOverError::Lost("the mail could not be written".to_owned())),
                }
            }
        }
    }

    /// Says goodbye.
    pub async fn close(self) {
        if let Some(connection) = self.connection {
            connection.close().await;
        }
    }
}
