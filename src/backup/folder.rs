//! The folder of a backup: made under a name that nothing reads, and named when it is whole and on the disk.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

use super::error::BackupError;
use super::keys::KEYS_MANIFEST;
use crate::domain::hex;

/// A folder that is being filled. It goes away unless it is finished; after a kill it stays as `.NAME.NUMBER.part`.
pub(super) struct Unfinished {
    path: PathBuf,
    target: PathBuf,
    finished: bool,
}

impl Unfinished {
    /// Makes it beside its later place, readable for nobody else.
    pub(super) fn begin(target: &Path) -> Result<Self, BackupError> {
        let target = std::path::absolute(target).map_err(failed(target))?;
        refuse_existing(&target)?;
        let folder = parent(&target);
        if !folder.is_dir() {
            return Err(BackupError::NoParent { path: folder.to_owned() });
        }
        let number: [u8; 8] = rand::random();
        let mut name = OsString::from(".");
        name.push(target.file_name().unwrap_or_default());
        name.push(format!(".{}.part", hex::encode(&number)));
        let path = folder.join(name);
        make_folder(&path)?;
        Ok(Self { path, target, finished: false })
    }

    /// Where to put what belongs into it.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Sees to it that everything is on the disk, and names it.
    pub(super) fn finish(mut self) -> Result<PathBuf, BackupError> {
        sync_folders(&self.path)?;
        refuse_existing(&self.target)?;
        fs::rename(&self.path, &self.target).map_err(failed(&self.target))?;
        self.finished = true;
        sync(parent(&self.target))?;
        Ok(self.target.clone())
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if !self.finished {
            // The error that led here is the one to tell.
            drop(fs::remove_dir_all(&self.path));
        }
    }
}

/// Refuses a place beside a backup of the other sort: keys and data never meet.
pub(super) fn refuse_beside(target: &Path, manifest: &'static str) -> Result<(), BackupError> {
    let path = std::path::absolute(target).map_err(failed(target))?;
    let what = if manifest == KEYS_MANIFEST { "the keys" } else { "the data" };
    let beside = |other: &Path| BackupError::Beside { path: path.clone(), other: other.to_owned(), what };
    if let Some(around) = path.ancestors().skip(1).find(|folder| folder.join(manifest).exists()) {
        return Err(beside(around));
    }
    let Ok(neighbours) = fs::read_dir(parent(&path)) else { return Ok(()) };
    match neighbours.flatten().find(|one| one.path().join(manifest).exists()) {
        Some(found) => Err(beside(&found.path())),
        None => Ok(()),
    }
}

/// Refuses a place inside a folder that the service uses.
pub(super) fn refuse_in_use(target: &Path, used: &Path) -> Result<(), BackupError> {
    let path = resolved(target)?;
    let used = resolved(used)?;
    if path.starts_with(&used) { Err(BackupError::InUse { path, used }) } else { Ok(()) }
}

/// The path without links, as far as it exists.
fn resolved(path: &Path) -> Result<PathBuf, BackupError> {
    let path = std::path::absolute(path).map_err(failed(path))?;
    for folder in path.ancestors() {
        if let Ok(real) = folder.canonicalize() {
            return Ok(path.strip_prefix(folder).map_or_else(|_| real.clone(), |rest| real.join(rest)));
        }
    }
    Ok(path)
}

/// Writes a new file that nobody else may read; it is on the disk when this returns.
pub(super) fn write_private(path: &Path, bytes: &[u8]) -> Result<(), BackupError> {
    let written = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path);
    written
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .map_err(failed(path))
}

/// Makes a folder that nobody else may enter.
pub(super) fn make_folder(path: &Path) -> Result<(), BackupError> {
    DirBuilder::new().mode(0o700).create(path).map_err(failed(path))
}

/// An error of the operating system with the path it is about.
pub(super) fn failed(path: &Path) -> impl FnOnce(io::Error) -> BackupError {
    let path = path.to_owned();
    move |source| BackupError::File { path, source }
}

fn refuse_existing(target: &Path) -> Result<(), BackupError> {
    match fs::symlink_metadata(target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(failed(target)(error)),
        Ok(_) => Err(BackupError::Exists { path: target.to_owned() }),
    }
}

fn parent(path: &Path) -> &Path {
    path.parent().unwrap_or(path)
}

/// Files are synced where they are written; this is for the names in the folders.
fn sync_folders(folder: &Path) -> Result<(), BackupError> {
    for entry in fs::read_dir(folder).map_err(failed(folder))? {
        let path = entry.map_err(failed(folder))?.path();
        if path.is_dir() {
            sync_folders(&path)?;
        }
    }
    sync(folder)
}

fn sync(folder: &Path) -> Result<(), BackupError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed(folder))
}
