//! What can be wrong with keys, one by one, in words for the operator.

use std::path::{Path, PathBuf};

use crate::secrecy::randomness::RandomnessError;

use super::fingerprint::Fingerprint;

/// Why a key or the key directory cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The key directory, or its `rounds` folder, is not there.
    #[error("the key folder {} is missing; mount the volume or restore the folder, and start again", path.display())]
    FolderMissing {
        /// The folder.
        path: PathBuf,
    },
    /// A key file is not there.
    #[error("the key file {} is missing; restore it from the sealed offline copy", path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The file or folder is there and cannot be read.
    #[error("the key {} cannot be read: {source}; check its owner and the volume", path.display())]
    Unreadable {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The file, or the folder around it, cannot be written.
    #[error("the key {} cannot be written: {source}", path.display())]
    Unwritable {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// Something of another kind lies where a key file or folder should be; links are not followed.
    #[error("{} is not a plain {expected}, and links are not followed; put the {expected} itself there", path.display())]
    WrongKind {
        /// Where it lies.
        path: PathBuf,
        /// What should be there: `folder` or `file`.
        expected: &'static str,
    },
    /// Others than the owner may read or write it.
    #[error("{} is open to others (mode {mode:03o}); mend it with: {}", path.display(), mend(path, *wanted))]
    TooOpen {
        /// The file or folder.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
        /// The permission bits it should have.
        wanted: u32,
    },
    /// The key is another one than the database knows.
    #[error("the key {} belongs to another installation or round: its fingerprint is {found}, the database knows {expected}; restore the right one from the sealed offline copy", path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// What the database knows.
        expected: Fingerprint,
        /// What lies there.
        found: Fingerprint,
    },
    /// What the database stores in the place of a fingerprint is none.
    #[error("the database names the key {name:?}, which is no fingerprint; restore the database from a backup")]
    NoFingerprint {
        /// What the database stores.
        name: String,
    },
    /// The file has not the length of a key.
    #[error("the key {} has {length} bytes instead of 32; restore it from the sealed offline copy", path.display())]
    WrongLength {
        /// The file.
        path: PathBuf,
        /// Its length in bytes.
        length: u64,
    },
    /// No key can be made without random bytes.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
}

/// The command that mends the permissions, ready to be pasted into a shell.
fn mend(path: &Path, wanted: u32) -> String {
    let path = path.display().to_string();
    let plain = path.chars().all(|c| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_'));
    // A leading dash would be taken for an option.
    let path = if plain && !path.starts_with('-') { path } else { format!("-- '{}'", path.replace('\'', r"'\''")) };
    format!("chmod {wanted:03o} {path}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mending_command_can_be_pasted() {
        assert_eq!(mend(Path::new("/srv/keys"), 0o700), "chmod 700 /srv/keys");
        assert_eq!(mend(Path::new("/srv/the town's keys"), 0o600), r"chmod 600 -- '/srv/the town'\''s keys'");
    }
}
