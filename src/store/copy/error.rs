//! Why a whole database cannot be copied or filled, each with the next step for the operator.

use std::path::PathBuf;

use crate::store::error::{OpenError, StoreError};
use crate::store::url::DatabaseUrl;

/// Why a database cannot be copied or filled.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// There is nothing to copy.
    #[error("there is no database at {}; correct database.url", path.display())]
    NoDatabase {
        /// The file that database.url names.
        path: PathBuf,
    },
    /// The database that is to be filled holds something.
    #[error("{url} is not empty, and a restore never writes over anything; {next_step}")]
    NotEmpty {
        /// The address, without a password.
        url: DatabaseUrl,
        /// What the operator can do.
        next_step: &'static str,
    },
    /// The copy does not hold together.
    #[error("the copy {} is damaged: {reason}; take another backup", path.display())]
    Damaged {
        /// The copy.
        path: PathBuf,
        /// What the database said.
        reason: String,
    },
    /// A path that the database cannot be told.
    #[error("{} is not written in UTF-8; choose another path", path.display())]
    NotText {
        /// The path.
        path: PathBuf,
    },
    /// A program of the server is not installed.
    #[error(
        "{program} is not installed; install the client programs of PostgreSQL {wanted} or newer (on Debian: apt-get \
         install postgresql-client)"
    )]
    ProgramMissing {
        /// `pg_dump` or `pg_restore`.
        program: &'static str,
        /// The version of the server.
        wanted: u32,
    },
    /// A program of the server is older than the server.
    #[error(
        "{program} has version {found}, and the server has version {wanted}; install the client programs of PostgreSQL \
         {wanted} or newer (on Debian: apt-get install postgresql-client-{wanted})"
    )]
    ProgramOld {
        /// `pg_dump` or `pg_restore`.
        program: &'static str,
        /// The newest version that was found.
        found: u32,
        /// The version of the server.
        wanted: u32,
    },
    /// A program of the server failed.
    #[error("{program} failed: {said}")]
    Program {
        /// `pg_dump` or `pg_restore`.
        program: &'static str,
        /// What it wrote to standard error.
        said: String,
    },
    /// No database can be made on the server to try the copy in.
    #[error(
        "no database can be made on the server to try the backup in: {reason}. Let the server's administrator run, for \
         the role of the program: alter role ROLE createdb"
    )]
    NoScratch {
        /// What the server said.
        reason: String,
    },
    /// The parameters of the address lead elsewhere than its path.
    #[error("database.url names its database in a parameter (dbname=); write it as postgres://USER@HOST/NAME")]
    NameInParameter,
    /// A file cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The database cannot be opened.
    #[error(transparent)]
    Open(OpenError),
    /// The database fails.
    #[error("the database fails: {0}")]
    Store(StoreError),
}
