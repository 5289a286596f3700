//! Taking a backup: the database first, then the files, because a file is on the disk before the row that names it.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::error::BackupError;
use super::folder::{Unfinished, failed, refuse_beside, refuse_in_use, write_private};
use super::keys::KEYS_MANIFEST;
use super::manifest::{BackedUpFile, FILES, MANIFEST, Manifest, published_path};
use crate::config::Config;
use crate::media::{ContentHash, Files, FilesError};
use crate::secrecy::Fingerprint;
use crate::store::copy::{copy_database, file_name, look_into, note_backup};
use crate::store::organisation::find_installation_key;
use crate::store::{Clock, CopyError, DatabaseUrl, migrate};

/// How far a backup is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// The database is being copied; so many bytes are written.
    Database(u64),
    /// So many of all published files are copied.
    Files(usize, usize),
}

/// A backup that was taken.
#[derive(Debug, Clone)]
pub struct Taken {
    /// Its folder.
    pub path: PathBuf,
    /// What it says of itself.
    pub manifest: Manifest,
}

/// How often somebody is told how far the copy of the database is.
const TOLD_EVERY: Duration = Duration::from_millis(200);

/// Takes a backup of the database and the published files into a new folder, while the service runs. Blocks.
///
/// # Errors
/// When the folder cannot be a backup's, or something cannot be read or written. Then nothing is left of it.
pub fn take_backup(
    config: &Config,
    clock: &Clock,
    to: &Path,
    tell: &mut dyn FnMut(Progress),
) -> Result<Taken, BackupError> {
    refuse_in_use(to, &config.keys)?;
    refuse_in_use(to, &config.files)?;
    refuse_beside(to, KEYS_MANIFEST)?;
    if let Some(path) = config.database.file().filter(|path| !path.exists()) {
        return Err(CopyError::NoDatabase { path: path.to_owned() }.into());
    }
    let folder = Unfinished::begin(to)?;
    let begun_at = clock.now();
    let standing = migrate::refuse_newer(&config.database, migrate::standing(&config.database)?)?;
    let key_fingerprint = known_fingerprint(&config.database)?;
    let database = file_name(&config.database);
    copy_and_tell(&config.database, &folder.path().join(database), tell)?;
    let mut files = vec![BackedUpFile::measure(folder.path(), PathBuf::from(database))?];
    let left_out = copy_files(&config.files, folder.path(), &mut files, tell)?;
    let manifest = Manifest {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        begun_at,
        database,
        migrations: standing.applied,
        key_fingerprint,
        files,
        left_out,
    };
    let path = folder.path().join(MANIFEST);
    let text = manifest.to_json().map_err(|error| failed(&path)(error.into()))?;
    write_private(&path, text.as_bytes())?;
    let path = folder.finish()?;
    // The backup is whole without it: the office only reads there how old it is.
    if let Err(error) = note_backup(&config.database, begun_at) {
        tracing::warn!(%error, "the office does not learn of this backup");
    }
    Ok(Taken { path, manifest })
}

/// The fingerprint of the key that belongs to a database, once the service was started on it.
pub(super) fn known_fingerprint(url: &DatabaseUrl) -> Result<Option<Fingerprint>, BackupError> {
    match look_into(url, find_installation_key)? {
        None => Ok(None),
        Some(text) => Fingerprint::parse(&text).ok_or(BackupError::NoFingerprint(text)).map(Some),
    }
}

/// The copying is one call, so how far it is can only be seen by the size of the file.
fn copy_and_tell(url: &DatabaseUrl, to: &Path, tell: &mut dyn FnMut(Progress)) -> Result<(), CopyError> {
    std::thread::scope(|scope| {
        let (done, ended) = channel();
        scope.spawn(move || drop(done.send(copy_database(url, to))));
        loop {
            match ended.recv_timeout(TOLD_EVERY) {
                Ok(result) => return result,
                Err(RecvTimeoutError::Timeout) => {
                    tell(Progress::Database(std::fs::metadata(to).map_or(0, |file| file.len())));
                }
                // The thread ended without an answer, and the scope passes its panic on.
                Err(RecvTimeoutError::Disconnected) => return Err(crate::store::StoreError::Panicked.into()),
            }
        }
    })
}

/// Copies every published file that is whole, and answers those that are not.
fn copy_files(
    from: &Path,
    backup: &Path,
    copied: &mut Vec<BackedUpFile>,
    tell: &mut dyn FnMut(Progress),
) -> Result<Vec<ContentHash>, BackupError> {
    let (from, to) = (Files::open(from)?, Files::open(&backup.join(FILES))?);
    let all = from.list()?;
    let mut left_out = Vec::new();
    for (place, hash) in all.iter().enumerate() {
        tell(Progress::Files(place, all.len()));
        match from.read(hash) {
            Ok(bytes) => {
                let sha256 = to.put(&bytes)?;
                let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
                copied.push(BackedUpFile { path: published_path(&sha256), bytes: size, sha256 });
            }
            Err(FilesError::Damaged { .. }) => left_out.push(*hash),
            // Its time was over since the files were listed.
            Err(FilesError::Missing { .. }) => {}
            Err(other) => return Err(other.into()),
        }
    }
    Ok(left_out)
}
