//! Why a command failed, and with which exit code.

use std::path::PathBuf;
use std::process::ExitCode;

use thiserror::Error;

use crate::actions::account::CreateAdministratorError;
use crate::actions::people::PeopleError;
use crate::actions::round::{MakeCodesError, PublishResultError, RoundError};
use crate::app::StartError;
use crate::backup::{BackupError, Blame};
use crate::config::ConfigError;
use crate::demo::{DemoError, DirectoryError};
use crate::domain::email::EmailError;
use crate::exchange::pabulib::ImportError;
use crate::jobs::JobError;
use crate::media::FilesError;
use crate::secrecy::password::PasswordError;
use crate::secrecy::randomness::RandomnessError;
use crate::store::{OpenError, StoreError};
use crate::web::server::ServeError;

/// Why a command failed. Its text tells the operator the next step.
#[derive(Debug, Error)]
pub enum CliError {
    /// What was asked for does not hold.
    #[error("{0}")]
    Usage(String),
    /// An address for mail does not hold.
    #[error("--email: {0}")]
    Email(#[from] EmailError),
    /// The settings do not hold.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The filter of log lines does not parse.
    #[error("log.filter: {0}")]
    LogFilter(#[from] tracing_subscriber::filter::ParseError),
    /// A file is no round.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A file cannot be read or written.
    #[error("{path}: {source}", path = .path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// A folder cannot be a demo's.
    #[error(transparent)]
    Directory(#[from] DirectoryError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// The application cannot be built.
    #[error(transparent)]
    Start(#[from] StartError),
    /// Nobody can be served.
    #[error(transparent)]
    Serve(#[from] ServeError),
    /// The system gives no threads, no signals or no output.
    #[error("the system refuses: {0}")]
    System(#[from] std::io::Error),
    /// No randomness.
    #[error(transparent)]
    Randomness(RandomnessError),
    /// A password cannot be hashed.
    #[error(transparent)]
    Password(#[from] PasswordError),
    /// An account cannot be made.
    #[error(transparent)]
    Account(#[from] CreateAdministratorError),
    /// An account cannot be changed.
    #[error(transparent)]
    People(#[from] PeopleError),
    /// Codes cannot be made.
    #[error(transparent)]
    Codes(#[from] MakeCodesError),
    /// An act on a round is refused or fails.
    #[error(transparent)]
    Round(#[from] RoundError),
    /// A result cannot be published.
    #[error(transparent)]
    Publish(#[from] PublishResultError),
    /// A published file cannot be read.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// A job fails.
    #[error(transparent)]
    Job(#[from] JobError),
    /// A backup cannot be taken, does not hold or cannot be restored.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// The demo cannot be filled.
    #[error(transparent)]
    Demo(#[from] DemoError),
    /// The database fails.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CliError {
    /// 2 when what was asked for must be changed, as for a command that does not parse; else 1.
    pub(super) fn exit_code(&self) -> ExitCode {
        match self {
            Self::Backup(error) => match error.blame() {
                Blame::Question => ExitCode::from(2),
                Blame::World => ExitCode::from(1),
            },
            Self::Usage(_) | Self::Email(_) | Self::Config(_) | Self::LogFilter(_) | Self::Import(_) => {
                ExitCode::from(2)
            }
            Self::File { .. }
            | Self::Directory(_)
            | Self::Open(_)
            | Self::Start(_)
            | Self::Serve(_)
            | Self::System(_)
            | Self::Randomness(_)
            | Self::Password(_)
            | Self::Account(_)
            | Self::People(_)
            | Self::Codes(_)
            | Self::Round(_)
            | Self::Publish(_)
            | Self::Files(_)
            | Self::Job(_)
            | Self::Demo(_)
            | Self::Store(_) => ExitCode::from(1),
        }
    }
}
