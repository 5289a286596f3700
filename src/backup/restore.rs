//! Looking whether a backup holds, and filling an empty installation from it.

use std::fs::{self, File};
use std::io::ErrorKind;
use std::path::Path;

use super::error::BackupError;
use super::folder::failed;
use super::manifest::{BackedUpFile, Manifest};
use super::survey::{Survey, see};
use super::take::Progress;
use crate::config::Config;
use crate::media::{ContentHash, Files};
use crate::secrecy::{Installation, KeyDirectory, KeyError};
use crate::store::copy::{CopyError, POSTGRES_FILE, file_name, fill_database, refuse_filled, try_copy};
use crate::store::{Clock, migrate};

/// Verifies every file of a backup, opens the copy of the database in a place that goes away again, and says what it
/// holds. Nothing of the installation changes. Blocks.
///
/// # Errors
/// When the backup does not hold, is of a newer program, or there is no room to try it. Keys that do not fit are no
/// error here: the survey tells of them.
pub fn check_backup(
    config: &Config,
    clock: &Clock,
    from: &Path,
    tell: &mut dyn FnMut(Progress),
) -> Result<Survey, BackupError> {
    let manifest = Manifest::read(from)?;
    refuse_unfit(config, &manifest)?;
    verify(from, &manifest, tell)?;
    let now = clock.now();
    let seen = try_copy(&config.database, &from.join(manifest.database), |conn| see(conn, manifest.begun_at, now));
    Ok(seen.map_err(told_of(from, &manifest))?.with_keys(manifest.begun_at, open_keys(config, &manifest)))
}

/// Fills an empty installation from a backup: the published files first, the database last, so that no row is there
/// without its file. Blocks.
///
/// # Errors
/// When the backup does not hold, is of a newer program or of another kind of database, when the keys do not fit, or
/// when the database is not empty. Then nothing is left that looks whole.
pub fn restore_backup(
    config: &Config,
    clock: &Clock,
    from: &Path,
    tell: &mut dyn FnMut(Progress),
) -> Result<Survey, BackupError> {
    let manifest = Manifest::read(from)?;
    refuse_unfit(config, &manifest)?;
    refuse_filled(&config.database)?;
    let keys = open_keys(config, &manifest).transpose()?;
    verify(from, &manifest, tell)?;
    put_files(config, from, &manifest, tell)?;
    let now = clock.now();
    let copy = from.join(manifest.database);
    let seen = fill_database(&config.database, &copy, |conn| see(conn, manifest.begun_at, now));
    Ok(seen.map_err(told_of(from, &manifest))?.with_keys(manifest.begun_at, keys.map(Ok)))
}

fn refuse_unfit(config: &Config, manifest: &Manifest) -> Result<(), BackupError> {
    let configured = file_name(&config.database);
    if manifest.database != configured {
        let kind = |file| if file == POSTGRES_FILE { "a PostgreSQL database" } else { "an SQLite database" };
        return Err(BackupError::WrongKind { backup: kind(manifest.database), configured: kind(configured) });
    }
    let unknown = migrate::unknown_among(&config.database, &manifest.migrations)?;
    if unknown.is_empty() { Ok(()) } else { Err(BackupError::Newer { program: manifest.program.clone(), unknown }) }
}

/// Opens the keys that the backup's database knows. Nothing is made where there is nothing.
fn open_keys(config: &Config, manifest: &Manifest) -> Option<Result<KeyDirectory, KeyError>> {
    manifest.key_fingerprint.map(|known| KeyDirectory::open(&config.keys, Installation::Known(known)))
}

fn verify(from: &Path, manifest: &Manifest, tell: &mut dyn FnMut(Progress)) -> Result<(), BackupError> {
    for (place, file) in manifest.files.iter().enumerate() {
        tell(Progress::Files(place, manifest.files.len()));
        verify_file(from, file)?;
    }
    Ok(())
}

fn verify_file(from: &Path, file: &BackedUpFile) -> Result<(), BackupError> {
    let path = from.join(&file.path);
    let damaged = |reason: String| BackupError::Damaged { path: path.clone(), reason };
    let (bytes, sha256) = match File::open(&path).and_then(ContentHash::of_stream) {
        Ok(measured) => measured,
        Err(error) if error.kind() == ErrorKind::NotFound => return Err(damaged("it is missing".to_owned())),
        Err(error) => return Err(failed(&path)(error)),
    };
    if bytes != file.bytes {
        return Err(damaged(format!("it has {bytes} bytes instead of {}", file.bytes)));
    }
    if sha256 != file.sha256 {
        return Err(damaged(format!("its SHA-256 is {sha256} instead of {}", file.sha256)));
    }
    Ok(())
}

/// Files are named by their content, so those that are there already are the same.
fn put_files(
    config: &Config,
    from: &Path,
    manifest: &Manifest,
    tell: &mut dyn FnMut(Progress),
) -> Result<(), BackupError> {
    let files = Files::open(&config.files)?;
    for (place, file) in manifest.files.iter().enumerate() {
        tell(Progress::Files(place, manifest.files.len()));
        let Some(hash) = file.published() else { continue };
        let path = from.join(&file.path);
        let bytes = fs::read(&path).map_err(failed(&path))?;
        if files.put(&bytes)? != hash {
            return Err(BackupError::Damaged { path, reason: "it has just changed".to_owned() });
        }
    }
    Ok(())
}

/// A copy with migrations that the manifest does not name is a newer program's all the same.
fn told_of(from: &Path, manifest: &Manifest) -> impl Fn(CopyError) -> BackupError {
    let (path, program) = (from.join(manifest.database), manifest.program.clone());
    move |error| match error {
        CopyError::Open(crate::store::OpenError::Newer { versions, .. }) => {
            BackupError::Newer { program: program.clone(), unknown: versions }
        }
        CopyError::Damaged { reason, .. } => BackupError::Damaged { path: path.clone(), reason },
        other => other.into(),
    }
}
