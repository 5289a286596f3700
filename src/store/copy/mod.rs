//! Whole databases: copying one while it is written to, and filling an empty one from a copy. SQLite copies itself; for
//! PostgreSQL the server's own programs `pg_dump` and `pg_restore` are called.

mod address;
mod contents;
mod error;
mod opened;
mod postgres;
mod programs;
mod sqlite;

use std::path::Path;

use super::backups::insert_or_update_backup;
use super::conn::{Conn, Purpose, open_link};
use super::dialect::{begin_reading, begin_writing, commit, roll_back};
use super::error::{OpenError, StoreError};
use super::migrate;
use super::url::{DatabaseUrl, Target};
use crate::domain::time::Instant;

pub use contents::{Contents, read_contents};
pub use error::CopyError;
pub use sqlite::SQLITE_FILE;

pub use postgres::POSTGRES_FILE;

/// The name that a copy of this kind of database has in a backup.
#[must_use]
pub fn file_name(url: &DatabaseUrl) -> &'static str {
    match url.target() {
        Target::Sqlite { .. } => SQLITE_FILE,
        Target::Postgres { .. } => POSTGRES_FILE,
    }
}

/// Reads one snapshot of a database as it stands, without bringing its tables up to date. Blocks.
///
/// # Errors
/// When it cannot be opened or read.
pub fn look_into<T>(url: &DatabaseUrl, read: impl FnOnce(&mut Conn) -> Result<T, StoreError>) -> Result<T, CopyError> {
    refuse_missing(url)?;
    let mut link = open_link(url, Purpose::Copying)?;
    begin_reading(&mut link.conn)?;
    let result = read(&mut link.conn);
    // The connection ends here, and with it the snapshot, whatever comes of this.
    drop(roll_back(&mut link.conn));
    Ok(result?)
}

/// Writes everything that was committed before this call into a new file, while others read and write. The file is on
/// the disk when it returns. Blocks.
///
/// # Errors
/// When the database cannot be read, the file cannot be written, or the server's programs are missing or too old.
pub fn copy_database(url: &DatabaseUrl, to: &Path) -> Result<(), CopyError> {
    refuse_missing(url)?;
    match url.target() {
        Target::Sqlite { .. } => sqlite::copy(url, to)?,
        Target::Postgres { url: text } => postgres::dump(url, text, to)?,
    }
    let failed = |source| CopyError::File { path: to.to_owned(), source };
    std::fs::File::open(to).and_then(|file| file.sync_all()).map_err(failed)
}

/// Notes in a database that a backup of it was finished, for the people who watch over that. Blocks.
///
/// # Errors
/// When it cannot be opened or written, or its tables are older than this program.
pub fn note_backup(url: &DatabaseUrl, begun_at: Instant) -> Result<(), CopyError> {
    let mut link = open_link(url, Purpose::Writing)?;
    begin_writing(&mut link.conn)?;
    match insert_or_update_backup(&mut link.conn, begun_at) {
        Ok(()) => Ok(commit(&mut link.conn)?),
        Err(error) => {
            // The connection ends here, and with it what was begun.
            drop(roll_back(&mut link.conn));
            Err(error.into())
        }
    }
}

/// Refuses a database that holds anything: an SQLite file that exists, a server's database with tables.
///
/// # Errors
/// [`CopyError::NotEmpty`], or when the server cannot be asked.
pub fn refuse_filled(url: &DatabaseUrl) -> Result<(), CopyError> {
    match url.target() {
        Target::Sqlite { path, .. } => sqlite::refuse_existing(path),
        Target::Postgres { .. } => postgres::refuse_filled(url),
    }
}

/// Fills an empty database from a copy, but for the sessions, links and digits that were good then, brings its tables up
/// to date and lets `look` read what came. On SQLite the file gets its name when all of this went well; on PostgreSQL the
/// rows come in one transaction. So there is no moment at which a session of then would be good again. Blocks.
///
/// # Errors
/// When the database is not empty, the copy is damaged, or the tables are newer than this program.
pub fn fill_database<T>(
    url: &DatabaseUrl,
    copy: &Path,
    look: impl FnOnce(&mut Conn) -> Result<T, StoreError>,
) -> Result<T, CopyError> {
    refuse_filled(url)?;
    match url.target() {
        Target::Sqlite { path, .. } => sqlite::fill(path, copy, |url| {
            migrate::run(url)?;
            opened::end_what_was_open(url)?;
            look_into(url, look)
        }),
        Target::Postgres { url: text } => {
            postgres::restore(url, text, copy, &opened::TABLES)?;
            migrate_and_look(url, look)
        }
    }
}

/// Fills a database that goes away again, brings its tables up to date and lets `look` read what came. On PostgreSQL it
/// is made on the server of `url`, whose own database stays as it is. Blocks.
///
/// # Errors
/// When there is no room for it, the copy is damaged, or the tables are newer than this program.
pub fn try_copy<T>(
    url: &DatabaseUrl,
    copy: &Path,
    look: impl FnOnce(&mut Conn) -> Result<T, StoreError>,
) -> Result<T, CopyError> {
    match url.target() {
        Target::Sqlite { .. } => {
            let folder =
                tempfile::tempdir().map_err(|source| CopyError::File { path: std::env::temp_dir(), source })?;
            sqlite::fill(&folder.path().join(SQLITE_FILE), copy, |url| migrate_and_look(url, look))
        }
        Target::Postgres { url: text } => {
            let scratch = postgres::Scratch::make(url, text)?;
            let result = scratch.fill(copy).and_then(|url| migrate_and_look(&url, look));
            scratch.remove()?;
            result
        }
    }
}

fn migrate_and_look<T>(
    url: &DatabaseUrl,
    look: impl FnOnce(&mut Conn) -> Result<T, StoreError>,
) -> Result<T, CopyError> {
    migrate::run(url)?;
    look_into(url, look)
}

/// An SQLite file would be made by opening it.
fn refuse_missing(url: &DatabaseUrl) -> Result<(), CopyError> {
    match url.file() {
        Some(path) if !path.exists() => Err(CopyError::NoDatabase { path: path.to_owned() }),
        Some(_) | None => Ok(()),
    }
}

impl From<StoreError> for CopyError {
    fn from(error: StoreError) -> Self {
        Self::Store(error)
    }
}

impl From<OpenError> for CopyError {
    fn from(error: OpenError) -> Self {
        Self::Open(error)
    }
}
