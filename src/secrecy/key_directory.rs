//! The key directory: the installation's key, and one key for each round until its ballots are opened.
//!
//! It lies on another volume than the database and in no backup of it. The database knows each key's fingerprint, so
//! that a foreign key is told from a missing one. Several processes may share the directory.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock, RwLockWriteGuard};

use crate::domain::ids::RoundPublicId;

use super::derivation::{InstallationKeys, RoundKeys};

mod error;
mod file;
mod fingerprint;

pub use error::KeyError;
pub use fingerprint::Fingerprint;

const INSTALLATION_KEY: &str = "installation.key";
const ROUNDS: &str = "rounds";

/// Whether the database already knows this installation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Installation {
    /// The database knows no key yet: the directory and the key are made where they are missing.
    FirstStart,
    /// The database knows the key with this fingerprint: no other is taken, and none is made.
    Known(Fingerprint),
}

/// The opened key directory. Clones share what they remember.
#[derive(Debug, Clone)]
pub struct KeyDirectory {
    shared: Arc<Shared>,
}

#[derive(Debug)]
struct Shared {
    rounds: PathBuf,
    installation: InstallationKeys,
    fingerprint: Fingerprint,
    remembered: RwLock<HashMap<RoundPublicId, Remembered>>,
}

#[derive(Debug, Clone)]
struct Remembered {
    keys: Arc<RoundKeys>,
    fingerprint: Fingerprint,
}

impl KeyDirectory {
    /// Opens the directory, whose parent must exist, and reads the installation's key.
    ///
    /// # Errors
    /// What is wrong with the directory or the key, each with its path and, where there is one, the mending command.
    pub fn open(path: &Path, installation: Installation) -> Result<Self, KeyError> {
        let rounds = path.join(ROUNDS);
        let key_file = path.join(INSTALLATION_KEY);
        if installation == Installation::FirstStart {
            file::make_folder(path)?;
        }
        file::check_folder(path)?;
        if installation == Installation::FirstStart {
            file::make_folder(&rounds)?;
            file::make_key(&key_file)?;
        }
        file::check_folder(&rounds)?;
        let key = file::read_key(&key_file)?;
        let fingerprint = Fingerprint::of(&key);
        match installation {
            Installation::Known(expected) if expected != fingerprint => {
                Err(KeyError::Foreign { path: key_file, expected, found: fingerprint })
            }
            Installation::Known(_) | Installation::FirstStart => Ok(Self {
                shared: Arc::new(Shared {
                    rounds,
                    installation: InstallationKeys::derive(&key),
                    fingerprint,
                    remembered: RwLock::default(),
                }),
            }),
        }
    }

    /// The keys of the installation.
    #[must_use]
    pub fn installation(&self) -> &InstallationKeys {
        &self.shared.installation
    }

    /// The fingerprint of the installation's key, which the database stores at the first start.
    #[must_use]
    pub fn installation_fingerprint(&self) -> Fingerprint {
        self.shared.fingerprint
    }

    /// Makes a round's key and answers its fingerprint. File and folder are on the disk when it returns, so that the
    /// row that names the key can commit after it. A key that is already there stays: publishing may be tried again.
    ///
    /// # Errors
    /// When the key cannot be made, or the one that is there cannot be read.
    pub fn create_round_key(&self, round: &RoundPublicId) -> Result<Fingerprint, KeyError> {
        let path = self.round_file(round);
        file::make_key(&path)?;
        Ok(Fingerprint::of(&file::read_key(&path)?))
    }

    /// The keys of a round, whose fingerprint the database knows.
    ///
    /// They are remembered, but only as long as the file is there: another process may destroy it. Do not keep them
    /// longer than for one ballot or one opening of the box.
    ///
    /// # Errors
    /// When the key is missing, unreadable, open to others, of a wrong length or another than the database's.
    pub fn round_key(&self, round: &RoundPublicId, expected: &Fingerprint) -> Result<Arc<RoundKeys>, KeyError> {
        let path = self.round_file(round);
        let known = self.shared.remembered.read().unwrap_or_else(PoisonError::into_inner).get(round).cloned();
        let remembered = match known {
            Some(remembered) if file::is_there(&path)? => remembered,
            Some(_) | None => self.load(*round, &path)?,
        };
        if remembered.fingerprint == *expected {
            Ok(remembered.keys)
        } else {
            Err(KeyError::Foreign { path, expected: *expected, found: remembered.fingerprint })
        }
    }

    /// Whether the key of a round can be used, of which the database stores this text as its fingerprint.
    ///
    /// # Errors
    /// As [`Self::round_key`]; or the text is no fingerprint.
    pub fn check_round_key(&self, round: &RoundPublicId, stored: &str) -> Result<(), KeyError> {
        let expected = Fingerprint::parse(stored).ok_or_else(|| KeyError::NoFingerprint { name: stored.to_owned() })?;
        self.round_key(round, &expected).map(drop)
    }

    /// Copies the installation's key into a private folder, which gets the layout of a key directory.
    ///
    /// # Errors
    /// When the key is missing, unreadable, open to others, or cannot be written there.
    pub fn copy_installation_key(&self, to: &Path) -> Result<(), KeyError> {
        file::make_folder(&to.join(ROUNDS))?;
        let from = self.shared.rounds.with_file_name(INSTALLATION_KEY);
        file::copy_key(&from, &to.join(INSTALLATION_KEY))
    }

    /// Copies a round's key into a folder that [`Self::copy_installation_key`] has laid out, if it is the one that the
    /// database knows.
    ///
    /// # Errors
    /// As [`Self::check_round_key`]; or the key cannot be written there.
    pub fn copy_round_key(&self, round: &RoundPublicId, stored: &str, to: &Path) -> Result<(), KeyError> {
        self.check_round_key(round, stored)?;
        file::copy_key(&self.round_file(round), &to.join(ROUNDS).join(format!("{round}.key")))
    }

    /// Destroys a round's key: overwrites and unlinks the file, syncs the folder and forgets the keys. A key that is
    /// already gone is no error.
    ///
    /// What it cannot reach are snapshots of the volume, copies and worn-out cells of flash memory.
    ///
    /// # Errors
    /// When the file cannot be written or unlinked.
    pub fn destroy_round_key(&self, round: &RoundPublicId) -> Result<(), KeyError> {
        // Held to the end, so that nobody loads the key again between the two steps.
        let mut remembered = self.remembered();
        remembered.remove(round);
        file::destroy_key(&self.round_file(round))
    }

    /// Forgets the keys that another process destroyed. A job calls it now and then, because this process may never
    /// ask for them again.
    ///
    /// # Errors
    /// The last case in which it cannot be seen whether a key is still there; those are forgotten too.
    pub fn forget_destroyed_keys(&self) -> Result<(), KeyError> {
        let mut remembered = self.remembered();
        let mut result = Ok(());
        remembered.retain(|round, _| match file::is_there(&self.round_file(round)) {
            Ok(is_there) => is_there,
            Err(error) => {
                result = Err(error);
                false
            }
        });
        result
    }

    /// Reads a key and remembers it, under the lock that [`Self::destroy_round_key`] takes too.
    fn load(&self, round: RoundPublicId, path: &Path) -> Result<Remembered, KeyError> {
        let mut remembered = self.remembered();
        remembered.remove(&round);
        let key = file::read_key(path)?;
        let loaded = Remembered { keys: Arc::new(RoundKeys::derive(round, &key)), fingerprint: Fingerprint::of(&key) };
        remembered.insert(round, loaded.clone());
        Ok(loaded)
    }

    /// A panic elsewhere leaves at most a key less in the map, so a poisoned lock is as good as another.
    fn remembered(&self) -> RwLockWriteGuard<'_, HashMap<RoundPublicId, Remembered>> {
        self.shared.remembered.write().unwrap_or_else(PoisonError::into_inner)
    }

    fn round_file(&self, round: &RoundPublicId) -> PathBuf {
        self.shared.rounds.join(format!("{round}.key"))
    }
}

#[cfg(test)]
mod tests;
