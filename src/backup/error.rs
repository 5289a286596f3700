//! Why a backup cannot be taken, does not hold or cannot be restored, each with the next step for the operator.

use std::path::PathBuf;

use super::manifest::ManifestError;
use crate::media::FilesError;
use crate::secrecy::KeyError;
use crate::store::copy::CopyError;
use crate::store::{OpenError, StoreError};

/// Why a backup cannot be taken, does not hold or cannot be restored.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// Something is there already.
    #[error("{} is there already, and a backup is never written over; name another folder with --to", path.display())]
    Exists {
        /// What was named.
        path: PathBuf,
    },
    /// The folder around it is missing.
    #[error("there is no folder {} to put the backup into; make it, or mount the volume", path.display())]
    NoParent {
        /// The folder that is missing.
        path: PathBuf,
    },
    /// The folder belongs to the running service.
    #[error("{} lies in {}, which the service uses; name a folder on another volume with --to", path.display(), used.display())]
    InUse {
        /// What was named.
        path: PathBuf,
        /// The folder of the service.
        used: PathBuf,
    },
    /// Keys and data would lie side by side.
    #[error(
        "{} is a backup of {what}, and {} would lie beside it: whoever gets both can open the ballots; name a folder in \
         another place with --to", other.display(), path.display()
    )]
    Beside {
        /// What was named.
        path: PathBuf,
        /// The backup that is there.
        other: PathBuf,
        /// `the keys` or `the data`.
        what: &'static str,
    },
    /// The folder is no backup.
    #[error("{} is no backup: it has no {file}; name the folder of a backup with --from", path.display())]
    NoBackup {
        /// What was named.
        path: PathBuf,
        /// The manifest's name.
        file: &'static str,
    },
    /// The manifest does not hold.
    #[error("the manifest {} does not hold: {reason}; take another backup", path.display())]
    Manifest {
        /// The manifest.
        path: PathBuf,
        /// Why not.
        reason: ManifestError,
    },
    /// A newer program has taken the backup.
    #[error(
        "this backup was taken by Allmende {program}, which is newer than this program: it knows nothing of {}; install \
         that release and try again", unknown.join(", ")
    )]
    Newer {
        /// The version of the program that took it.
        program: String,
        /// The migrations, or the format, that this program does not know.
        unknown: Vec<String>,
    },
    /// The backup is of the other kind of database.
    #[error("this backup is of {backup}, and database.url names {configured}; name a database of the same kind there")]
    WrongKind {
        /// The kind in the backup.
        backup: &'static str,
        /// The kind in the settings.
        configured: &'static str,
    },
    /// A file of the backup is missing or another than it was.
    #[error("{} is damaged: {reason}; take another backup", path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        reason: String,
    },
    /// The keys do not belong to the database in the backup.
    #[error("the keys do not fit this backup: {0}")]
    Keys(#[from] KeyError),
    /// The database names something that is no fingerprint.
    #[error("the database names the key {0:?}, which is no fingerprint; take another backup")]
    NoFingerprint(String),
    /// The service has never been started on this database, so there is no key to copy.
    #[error("this database has no keys yet; they are made at the first start of the service")]
    NoKeys,
    /// A round was certified while its key was being copied.
    #[error("the round {round} was certified at this moment; nothing was kept of its key. Run this again")]
    CertifiedMeanwhile {
        /// The round's name in addresses.
        round: String,
    },
    /// A file or folder cannot be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// A published file cannot be read or written.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// The database cannot be copied or filled.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// The database cannot be opened.
    #[error(transparent)]
    Open(#[from] OpenError),
}

/// What must change for another try to go well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blame {
    /// What was asked for: an option or a setting.
    Question,
    /// The world: a disk, a database, a key, a damaged backup.
    World,
}

impl BackupError {
    /// What must change for another try to go well.
    #[must_use]
    pub const fn blame(&self) -> Blame {
        match self {
            Self::Exists { .. }
            | Self::NoParent { .. }
            | Self::InUse { .. }
            | Self::Beside { .. }
            | Self::NoBackup { .. }
            | Self::WrongKind { .. }
            | Self::Copy(
                CopyError::NoDatabase { .. }
                | CopyError::NotEmpty { .. }
                | CopyError::NotText { .. }
                | CopyError::NameInParameter,
            ) => Blame::Question,
            Self::Manifest { .. }
            | Self::Newer { .. }
            | Self::Damaged { .. }
            | Self::Keys(_)
            | Self::NoFingerprint(_)
            | Self::NoKeys
            | Self::CertifiedMeanwhile { .. }
            | Self::File { .. }
            | Self::Files(_)
            | Self::Copy(
                CopyError::Damaged { .. }
                | CopyError::ProgramMissing { .. }
                | CopyError::ProgramOld { .. }
                | CopyError::Program { .. }
                | CopyError::NoScratch { .. }
                | CopyError::File { .. }
                | CopyError::Open(_)
                | CopyError::Store(_),
            )
            | Self::Open(_) => Blame::World,
        }
    }
}

impl From<StoreError> for BackupError {
    fn from(error: StoreError) -> Self {
        Self::Copy(error.into())
    }
}
