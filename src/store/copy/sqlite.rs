//! An SQLite database as a file: copied by itself, and put in its place under a temporary name first.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt as _;
use std::path::{Path, PathBuf};

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::error::CopyError;
use crate::domain::hex;
use crate::store::conn::{Conn, Purpose, open_link};
use crate::store::error::StoreError;
use crate::store::url::DatabaseUrl;

/// The copy's name in a backup.
pub const SQLITE_FILE: &str = "database.sqlite";

const NEXT_STEP: &str =
    "name a file that does not exist yet in database.url, or move this one away, together with its -wal and -shm";

/// `vacuum into` writes one snapshot while others write on, and takes no deleted rows along.
pub(super) fn copy(url: &DatabaseUrl, to: &Path) -> Result<(), CopyError> {
    let mut link = open_link(url, Purpose::Copying)?;
    let path = to.to_str().ok_or_else(|| CopyError::NotText { path: to.to_owned() })?;
    // SQLite takes an empty file for a new one; made here, nobody else may read it.
    drop(make_private(to)?);
    diesel::sql_query("vacuum into ?").bind::<Text, _>(path).execute(&mut link.conn).map_err(StoreError::from)?;
    Ok(())
}

/// Refuses a place where a database lies, or what is left of one: SQLite would read a foreign log into a new file.
pub(super) fn refuse_existing(path: &Path) -> Result<(), CopyError> {
    for there in [path.to_owned(), beside(path, "-wal"), beside(path, "-shm"), beside(path, "-journal")] {
        match fs::symlink_metadata(&there) {
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(source) => return Err(CopyError::File { path: there, source }),
            Ok(_) => {
                let url = DatabaseUrl::of_file(&there);
                return Err(CopyError::NotEmpty { url, next_step: NEXT_STEP });
            }
        }
    }
    Ok(())
}

/// Copies a file beside its place, has it looked at, and gives it its name when all went well.
pub(super) fn fill<T>(
    path: &Path,
    copy: &Path,
    look: impl FnOnce(&DatabaseUrl) -> Result<T, CopyError>,
) -> Result<T, CopyError> {
    let number: [u8; 8] = rand::random();
    let partial = Partial(beside(path, &format!(".{}.part", hex::encode(&number))));
    let failed = |source| CopyError::File { path: partial.0.clone(), source };
    let mut target = make_private(&partial.0)?;
    let mut source = File::open(copy).map_err(|source| CopyError::File { path: copy.to_owned(), source })?;
    std::io::copy(&mut source, &mut target).map_err(failed)?;
    let url = DatabaseUrl::of_file(&partial.0);
    check_integrity(&url, copy)?;
    let result = look(&url)?;
    if beside(&partial.0, "-wal").exists() {
        // The last connection empties the log into the file and removes it.
        return Err(StoreError::Busy("others use the write-ahead log".to_owned()).into());
    }
    File::open(&partial.0).and_then(|file| file.sync_all()).map_err(failed)?;
    // Unlike a renaming, a link never replaces what somebody else has put there meanwhile.
    match fs::hard_link(&partial.0, path) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {
            return Err(CopyError::NotEmpty { url: DatabaseUrl::of_file(path), next_step: NEXT_STEP });
        }
        Err(source) => return Err(CopyError::File { path: path.to_owned(), source }),
    }
    drop(partial);
    sync_folder(path)?;
    Ok(result)
}

#[derive(QueryableByName)]
struct Integrity {
    #[diesel(sql_type = Text)]
    integrity_check: String,
}

#[derive(QueryableByName)]
struct Orphan {
    #[diesel(sql_type = Text)]
    table: String,
}

/// SQLite's own check of pages and indexes, and of rows that name others which are not there.
fn check_integrity(url: &DatabaseUrl, copy: &Path) -> Result<(), CopyError> {
    let damaged = |reason: String| CopyError::Damaged { path: copy.to_owned(), reason };
    let mut link = open_link(url, Purpose::Copying).map_err(|error| damaged(error.to_string()))?;
    let read = |conn: &mut Conn| -> Result<Option<String>, StoreError> {
        let said: Vec<Integrity> = diesel::sql_query("pragma integrity_check").load(conn)?;
        if let Some(fault) = said.into_iter().find(|line| line.integrity_check != "ok") {
            return Ok(Some(fault.integrity_check));
        }
        let orphans: Vec<Orphan> = diesel::sql_query("pragma foreign_key_check").load(conn)?;
        Ok(orphans.first().map(|row| format!("a row of {} names one that is missing", row.table)))
    };
    match read(&mut link.conn) {
        Ok(None) => Ok(()),
        Ok(Some(fault)) => Err(damaged(fault)),
        Err(StoreError::Database(cause)) => Err(damaged(cause.to_string())),
        Err(other) => Err(damaged(other.to_string())),
    }
}

/// Removed with whatever SQLite laid beside it.
struct Partial(PathBuf);

impl Drop for Partial {
    fn drop(&mut self) {
        for path in [self.0.clone(), beside(&self.0, "-wal"), beside(&self.0, "-shm"), beside(&self.0, "-journal")] {
            // What stays has a name that nothing reads.
            drop(fs::remove_file(path));
        }
    }
}

fn make_private(path: &Path) -> Result<File, CopyError> {
    let opened = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    opened.map_err(|source| CopyError::File { path: path.to_owned(), source })
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}

fn sync_folder(path: &Path) -> Result<(), CopyError> {
    let folder = match path.parent() {
        Some(folder) if folder != Path::new("") => folder,
        Some(_) | None => Path::new("."),
    };
    let synced = File::open(folder).and_then(|folder| folder.sync_all());
    synced.map_err(|source| CopyError::File { path: folder.to_owned(), source })
}
