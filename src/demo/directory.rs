//! The demo's folder: database, keys, files and mails beside each other, and a marker that says it is a demo's.
//!
//! `--fresh` deletes only a folder with that marker.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use thiserror::Error;

const MARKER: &str = "allmende-demo.toml";

/// The ways into a demo, printed at each start. A real installation never writes such things down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignIn {
    /// The administrator's address.
    pub email: String,
    /// The administrator's password.
    pub password: String,
    /// Where employees come in; demos of earlier versions have none.
    pub entrance: Option<Entrance>,
    /// Letter codes with what they are for.
    pub codes: Vec<DemoCode>,
}

/// Where employees without e-mail come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entrance {
    /// What the workplace is called.
    pub workplace: String,
    /// What stands in its address.
    pub key: String,
    /// Personnel codes as the slips show them.
    pub personnel_codes: Vec<String>,
}

/// A letter code of the demo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DemoCode {
    /// The code as a letter shows it.
    pub code: String,
    /// The round in addresses.
    pub round: String,
    /// The area that it is bound to, if any.
    pub area: Option<String>,
}

/// Why a folder cannot be a demo's.
#[derive(Debug, Error)]
pub enum DirectoryError {
    /// It has other things in it.
    #[error("{0} is there already and is no demo's folder; name another one with --data")]
    Foreign(PathBuf),
    /// An earlier filling was cut short.
    #[error("the demo in {0} was not filled to the end; begin again with --fresh")]
    Unfinished(PathBuf),
    /// It cannot be made, read or deleted.
    #[error("{path}: {source}")]
    File {
        /// The folder or file.
        path: PathBuf,
        /// Why not.
        source: std::io::Error,
    },
    /// The marker is no longer what the demo wrote.
    #[error("{0} cannot be read; begin again with --fresh")]
    Marker(PathBuf),
}

/// A demo's folder.
#[derive(Debug, Clone)]
pub struct DemoDirectory {
    folder: PathBuf,
}

impl DemoDirectory {
    /// Takes a folder: a missing or empty one, or one that a demo made. With `fresh` everything in it is deleted.
    ///
    /// # Errors
    /// When the folder holds other things or cannot be used.
    pub fn take(folder: &Path, fresh: bool) -> Result<Self, DirectoryError> {
        let directory = Self { folder: folder.to_owned() };
        let failed = |source| DirectoryError::File { path: folder.to_owned(), source };
        let ours = directory.marker().exists();
        let empty = match std::fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => true,
            Err(error) => return Err(failed(error)),
        };
        if !ours && !empty {
            return Err(DirectoryError::Foreign(folder.to_owned()));
        }
        if ours && fresh {
            std::fs::remove_dir_all(folder).map_err(failed)?;
        }
        if !ours || fresh {
            std::fs::create_dir_all(folder).map_err(failed)?;
            directory.write("")?;
        }
        Ok(directory)
    }

    /// The ways in, when the demo is filled; nothing when it is new.
    ///
    /// # Errors
    /// When an earlier filling was cut short or the marker cannot be read.
    pub fn sign_in(&self) -> Result<Option<SignIn>, DirectoryError> {
        let path = self.marker();
        let text =
            std::fs::read_to_string(&path).map_err(|source| DirectoryError::File { path: path.clone(), source })?;
        if !text.is_empty() {
            return toml::from_str(&text).map(Some).map_err(|_| DirectoryError::Marker(path));
        }
        if self.database().exists() { Err(DirectoryError::Unfinished(self.folder.clone())) } else { Ok(None) }
    }

    /// Notes that the demo is filled, with the ways in.
    ///
    /// # Errors
    /// When the marker cannot be written.
    pub fn finish(&self, sign_in: &SignIn) -> Result<(), DirectoryError> {
        let text = toml::to_string(sign_in).map_err(|_| DirectoryError::Marker(self.marker()))?;
        self.write(&text)
    }

    fn write(&self, text: &str) -> Result<(), DirectoryError> {
        let path = self.marker();
        let written = std::fs::File::create(&path).and_then(|mut file| {
            file.write_all(text.as_bytes())?;
            file.sync_all()
        });
        written.map_err(|source| DirectoryError::File { path, source })
    }

    fn marker(&self) -> PathBuf {
        self.folder.join(MARKER)
    }

    /// The database's file.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.folder.join("allmende.sqlite")
    }

    /// The settings of a demo, as the environment would give them.
    #[must_use]
    pub fn settings(&self, listen: std::net::SocketAddr) -> Vec<(String, String)> {
        let path = |name: &str| self.folder.join(name).display().to_string();
        let settings = [
            ("SERVER__LISTEN", listen.to_string()),
            ("SERVER__BASE_URL", format!("http://{listen}")),
            ("DATABASE__URL", format!("sqlite:{}", self.database().display())),
            ("KEYS__DIRECTORY", path("keys")),
            ("KEYS__BESIDE_DATABASE", "true".to_owned()),
            ("FILES__DIRECTORY", path("files")),
            ("MAIL__DIRECTORY", path("mail")),
        ];
        settings.map(|(name, value)| (format!("ALLMENDE__{name}"), value)).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_with_other_things_is_never_taken_or_deleted() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("holiday.jpg"), "x").unwrap();

        for fresh in [false, true] {
            assert!(matches!(DemoDirectory::take(folder.path(), fresh), Err(DirectoryError::Foreign(_))));
        }
        assert!(folder.path().join("holiday.jpg").exists());
    }

    #[test]
    fn a_filled_demo_is_found_again_and_fresh_begins_anew() {
        let folder = tempfile::tempdir().unwrap();
        let sign_in = SignIn { email: "a@b.example".into(), password: "p".into(), entrance: None, codes: vec![] };

        DemoDirectory::take(folder.path(), false).unwrap().finish(&sign_in).unwrap();

        assert_eq!(DemoDirectory::take(folder.path(), false).unwrap().sign_in().unwrap(), Some(sign_in));
        assert_eq!(DemoDirectory::take(folder.path(), true).unwrap().sign_in().unwrap(), None);
    }

    #[test]
    fn a_filling_that_was_cut_short_says_so() {
        let folder = tempfile::tempdir().unwrap();
        let directory = DemoDirectory::take(folder.path(), false).unwrap();
        std::fs::write(directory.database(), "").unwrap();

        assert!(matches!(directory.sign_in(), Err(DirectoryError::Unfinished(_))));
    }
}
