//! Key files on the disk: made whole or not at all, private, synced, destroyed by overwriting.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::domain::hex;
use crate::secrecy::{SecretKey, randomness};

use super::error::KeyError;

const FOLDER_MODE: u32 = 0o700;
const FILE_MODE: u32 = 0o600;
const OTHERS: u32 = 0o077;

fn unreadable(path: &Path) -> impl FnOnce(io::Error) -> KeyError {
    move |source| KeyError::Unreadable { path: path.to_owned(), source }
}

fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> KeyError {
    move |source| KeyError::Unwritable { path: path.to_owned(), source }
}

/// Makes a private folder where there is nothing; its parent must exist.
pub(super) fn make_folder(path: &Path) -> Result<(), KeyError> {
    match DirBuilder::new().mode(FOLDER_MODE).create(path) {
        Ok(()) => sync_parent(path),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(unwritable(path)(error)),
    }
}

/// Sees to it that a folder is there and private.
pub(super) fn check_folder(path: &Path) -> Result<(), KeyError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_dir() => check_private(path, metadata.mode(), FOLDER_MODE),
        Ok(_) => Err(KeyError::WrongKind { path: path.to_owned(), expected: "folder" }),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(KeyError::FolderMissing { path: path.to_owned() }),
        Err(error) => Err(unreadable(path)(error)),
    }
}

/// Whether a key file is still there.
pub(super) fn is_there(path: &Path) -> Result<bool, KeyError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(unreadable(path)(error)),
    }
}

/// Reads a key that is private and has the length of a key.
pub(super) fn read_key(path: &Path) -> Result<SecretKey, KeyError> {
    check_file(path)?;
    let mut file = File::open(path).map_err(unreadable(path))?;
    let length = file.metadata().map_err(unreadable(path))?.len();
    if u64::try_from(SecretKey::LENGTH) != Ok(length) {
        return Err(KeyError::WrongLength { path: path.to_owned(), length });
    }
    let mut bytes = Zeroizing::new([0; SecretKey::LENGTH]);
    file.read_exact(&mut *bytes).map_err(unreadable(path))?;
    Ok(SecretKey::take(&mut bytes))
}

/// Makes a key where there is none; one that is there stays.
///
/// It is written beside its place and then linked there. So nobody ever reads half a key, and of two processes that
/// make the same one, the later takes the earlier's.
pub(super) fn make_key(path: &Path) -> Result<(), KeyError> {
    if is_there(path)? {
        // Another process may have linked it a moment ago and not yet synced the folder.
        return sync_parent(path);
    }
    let beside = beside(path, &hex::encode(&randomness::draw::<8>()?));
    let linked = write_key(&beside).and_then(|()| match fs::hard_link(&beside, path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(unwritable(path)(error)),
        Ok(()) | Err(_) => Ok(()),
    });
    let removed = fs::remove_file(&beside).map_err(unwritable(&beside));
    linked?;
    removed?;
    sync_parent(path)
}

/// Copies a key to where there is none, as private as it is.
pub(super) fn copy_key(from: &Path, to: &Path) -> Result<(), KeyError> {
    let key = read_key(from)?;
    write_new(to, key.expose())
}

/// Overwrites and unlinks a key and whatever a crash left of making it.
pub(super) fn destroy_key(path: &Path) -> Result<(), KeyError> {
    let folder = folder_of(path);
    let left = beside(path, "");
    let entries = fs::read_dir(folder).map_err(unreadable(folder))?;
    for entry in entries {
        let file = entry.map_err(unreadable(folder))?.path();
        let is_left = file.as_os_str().as_encoded_bytes().starts_with(left.as_os_str().as_encoded_bytes());
        if is_left || file == path {
            overwrite_and_unlink(&file)?;
        }
    }
    sync_parent(path)
}

fn overwrite_and_unlink(path: &Path) -> Result<(), KeyError> {
    let metadata = match fs::symlink_metadata(path) {
        Ok(metadata) => metadata,
        // Another process was faster.
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(unreadable(path)(error)),
    };
    if !metadata.is_file() {
        return Err(KeyError::WrongKind { path: path.to_owned(), expected: "file" });
    }
    let zeros = [0; SecretKey::LENGTH];
    let overwritten = OpenOptions::new().write(true).open(path).and_then(|mut file| {
        file.write_all(&zeros)?;
        file.sync_all()
    });
    match overwritten.and_then(|()| fs::remove_file(path)) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(unwritable(path)(error)),
        Ok(()) | Err(_) => Ok(()),
    }
}

fn write_key(path: &Path) -> Result<(), KeyError> {
    let bytes = Zeroizing::new(randomness::draw::<{ SecretKey::LENGTH }>()?);
    write_new(path, &bytes)
}

fn write_new(path: &Path, bytes: &[u8; SecretKey::LENGTH]) -> Result<(), KeyError> {
    let mut file =
        OpenOptions::new().write(true).create_new(true).mode(FILE_MODE).open(path).map_err(unwritable(path))?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(unwritable(path))
}

fn check_file(path: &Path) -> Result<(), KeyError> {
    match fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => check_private(path, metadata.mode(), FILE_MODE),
        Ok(_) => Err(KeyError::WrongKind { path: path.to_owned(), expected: "file" }),
        Err(error) if error.kind() == ErrorKind::NotFound => Err(KeyError::Missing { path: path.to_owned() }),
        Err(error) => Err(unreadable(path)(error)),
    }
}

fn check_private(path: &Path, mode: u32, wanted: u32) -> Result<(), KeyError> {
    if mode & OTHERS == 0 {
        return Ok(());
    }
    Err(KeyError::TooOpen { path: path.to_owned(), mode: mode & 0o777, wanted })
}

/// `.NAME.SUFFIX` in the same folder.
fn beside(path: &Path, suffix: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{suffix}"))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        Some(_) | None => Path::new("."),
    }
}

fn sync_parent(path: &Path) -> Result<(), KeyError> {
    let folder = folder_of(path);
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(unwritable(folder))
}
