//! Pictures that people send, made anew by `picture`; and content-addressed files: each lies under the hash of its bytes, so it never changes and is never stored twice.
//!
//! A file is on the disk before the row that names it commits.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

mod content_hash;
mod picture;
mod scan;

pub use content_hash::ContentHash;
pub use picture::{Bounds, LOGO, Picture, PictureError, PictureKind};
pub use scan::{SCAN, Scan, ScanKind};

/// Tells apart the temporary files of one process.
static WRITES: AtomicU64 = AtomicU64::new(0);

/// Why a file cannot be stored or read.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The folder cannot be made or opened.
    #[error("the folder for files {} cannot be used: {source}", path.display())]
    Folder {
        /// The folder.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The file is not there, although something names it.
    #[error("the file {} is missing; restore it from a backup", path.display())]
    Missing {
        /// Where it should lie.
        path: PathBuf,
    },
    /// The disk has no room left.
    #[error("no room is left on the disk for {}; free some and try again", path.display())]
    DiskFull {
        /// What was to be written.
        path: PathBuf,
    },
    /// The file cannot be read.
    #[error("the file {} cannot be read: {source}", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The file cannot be written.
    #[error("the file {} cannot be written: {source}", path.display())]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// The bytes are not those that were stored.
    #[error("the file {} is damaged: its content has the hash {found}; restore it from a backup", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// The hash of what lies there.
        found: ContentHash,
    },
}

/// The folder of files. Several processes may share it.
#[derive(Debug, Clone)]
pub struct Files {
    folder: PathBuf,
}

impl Files {
    /// Opens the folder, and makes it when it is missing.
    ///
    /// # Errors
    /// [`FilesError::Folder`] when it can neither be opened nor made.
    pub fn open(folder: &Path) -> Result<Self, FilesError> {
        let failed = |source| FilesError::Folder { path: folder.to_owned(), source };
        fs::create_dir_all(folder).map_err(failed)?;
        // Its own name stands in the folder above.
        for folder in folder.ancestors().take(2).filter(|folder| !folder.as_os_str().is_empty()) {
            File::open(folder).and_then(|folder| folder.sync_all()).map_err(failed)?;
        }
        Ok(Self { folder: folder.to_owned() })
    }

    /// Stores bytes and answers their hash; they are on the disk when it returns. What is already there whole stays,
    /// what is damaged is replaced.
    ///
    /// # Errors
    /// When the disk is full or cannot be written.
    pub fn put(&self, bytes: &[u8]) -> Result<ContentHash, FilesError> {
        let hash = ContentHash::of(bytes);
        let path = self.path(&hash);
        let folder = self.folder_of(&hash);
        match self.read(&hash) {
            // Another process may have renamed it a moment ago and not yet synced the folder.
            Ok(_) => return sync(&folder).map(|()| hash),
            Err(FilesError::Missing { .. } | FilesError::Damaged { .. }) => {}
            Err(other) => return Err(other),
        }
        match fs::create_dir(&folder) {
            Err(error) if error.kind() != ErrorKind::AlreadyExists => return Err(unwritable(&folder, error)),
            Ok(()) | Err(_) => sync(&self.folder)?,
        }
        let (beside, file) = create_beside(&path)?;
        if let Err(error) = fill(file, bytes).and_then(|()| fs::rename(&beside, &path)) {
            // It names nothing, and the error that led here is the one to tell.
            drop(fs::remove_file(&beside));
            return Err(unwritable(&path, error));
        }
        sync(&folder)?;
        Ok(hash)
    }

    /// Reads the bytes with this hash, and makes sure that they have it.
    ///
    /// # Errors
    /// When the file is missing, unreadable or damaged.
    pub fn read(&self, hash: &ContentHash) -> Result<Vec<u8>, FilesError> {
        let path = self.path(hash);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Err(FilesError::Missing { path }),
            Err(source) => return Err(FilesError::Unreadable { path, source }),
        };
        let found = ContentHash::of(&bytes);
        if found == *hash { Ok(bytes) } else { Err(FilesError::Damaged { path, found }) }
    }

    /// Takes a file away that nothing names any more; one that is not there is gone already.
    ///
    /// # Errors
    /// When it cannot be deleted.
    pub fn remove(&self, hash: &ContentHash) -> Result<(), FilesError> {
        let path = self.path(hash);
        match fs::remove_file(&path) {
            Ok(()) => sync(&self.folder_of(hash)),
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            Err(error) => Err(unwritable(&path, error)),
        }
    }

    /// The hashes of all files that are stored here, in order. What is still being written is not among them.
    ///
    /// # Errors
    /// When a folder cannot be read.
    pub fn list(&self) -> Result<Vec<ContentHash>, FilesError> {
        let mut hashes = Vec::new();
        for folder in names_in(&self.folder)? {
            let is_ours = folder.len() == 2 && self.folder.join(&folder).is_dir();
            if !is_ours {
                continue;
            }
            let hash = |name: &String| ContentHash::parse(name).filter(|_| name.starts_with(&folder));
            hashes.extend(names_in(&self.folder.join(&folder))?.iter().filter_map(hash));
        }
        hashes.sort();
        Ok(hashes)
    }

    /// The first two digits name a folder, so that no folder grows large.
    fn folder_of(&self, hash: &ContentHash) -> PathBuf {
        self.folder.join(hash.to_string().chars().take(2).collect::<String>())
    }

    fn path(&self, hash: &ContentHash) -> PathBuf {
        self.folder_of(hash).join(hash.to_string())
    }
}

/// The names in a folder; those that are no text are none of ours.
fn names_in(folder: &Path) -> Result<Vec<String>, FilesError> {
    let failed = |source| FilesError::Folder { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        names.extend(entry.map_err(failed)?.file_name().into_string());
    }
    Ok(names)
}

/// A new file beside its later place, under a name that nobody else has.
fn create_beside(path: &Path) -> Result<(PathBuf, File), FilesError> {
    loop {
        let number = WRITES.fetch_add(1, Ordering::Relaxed);
        let beside = path.with_extension(format!("{}-{number}.part", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((beside, file)),
            // Left by a process of the same number that was killed, or made on another host.
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
            Err(error) => return Err(unwritable(&beside, error)),
        }
    }
}

fn fill(mut file: File, bytes: &[u8]) -> io::Result<()> {
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync(folder: &Path) -> Result<(), FilesError> {
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(|error| unwritable(folder, error))
}

fn unwritable(path: &Path, source: io::Error) -> FilesError {
    let path = path.to_owned();
    match source.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FilesError::DiskFull { path },
        _ => FilesError::Unwritable { path, source },
    }
}

#[cfg(test)]
mod tests;
