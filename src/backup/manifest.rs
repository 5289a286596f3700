//! What a backup says of itself, as `manifest.json`. Whoever reads one gets checked values or an error.

use std::fs::File;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::error::BackupError;
use super::folder::failed;
use crate::domain::time::Instant;
use crate::media::ContentHash;
use crate::secrecy::Fingerprint;
use crate::store::copy::{POSTGRES_FILE, SQLITE_FILE};

/// The manifest's name.
pub(super) const MANIFEST: &str = "manifest.json";
/// The folder of published files in a backup.
pub(super) const FILES: &str = "files";

/// The only format so far.
const FORMAT: u32 = 1;

/// What a backup says of itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manifest {
    /// The version of the program that took it.
    pub program: String,
    /// When it was begun: what was acknowledged before is in it.
    pub begun_at: Instant,
    /// The name of the database's copy, which tells its kind.
    pub database: &'static str,
    /// The migrations that its tables have seen, oldest first.
    pub migrations: Vec<String>,
    /// The fingerprint of the installation's key, once the service was started.
    pub key_fingerprint: Option<Fingerprint>,
    /// Every file of the backup but this one.
    pub files: Vec<BackedUpFile>,
    /// Published files that were damaged when the backup was taken, and are not in it.
    pub left_out: Vec<ContentHash>,
}

/// A file of a backup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackedUpFile {
    /// Where it lies below the backup's folder.
    pub path: PathBuf,
    /// Its size.
    pub bytes: u64,
    /// The hash of its content.
    pub sha256: ContentHash,
}

/// Why a manifest does not hold.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ManifestError {
    /// It is not written as one.
    #[error("{0}")]
    Json(String),
    /// A value means nothing here.
    #[error("{field} is {value:?}")]
    Value {
        /// The field.
        field: &'static str,
        /// What stands there.
        value: String,
    },
}

#[derive(Serialize, Deserialize)]
struct Format {
    format: u32,
    program: String,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Json {
    format: u32,
    program: String,
    begun_at: String,
    database: String,
    migrations: Vec<String>,
    key_fingerprint: Option<String>,
    left_out: Vec<String>,
    files: Vec<JsonFile>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct JsonFile {
    path: String,
    bytes: u64,
    sha256: String,
}

impl Manifest {
    /// Reads the manifest of a backup.
    ///
    /// # Errors
    /// When there is none, it is of a newer program, or it does not hold.
    pub fn read(backup: &Path) -> Result<Self, BackupError> {
        let path = backup.join(MANIFEST);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return Err(BackupError::NoBackup { path: backup.to_owned(), file: MANIFEST });
            }
            Err(error) => return Err(failed(&path)(error)),
        };
        let faulty = |reason| BackupError::Manifest { path: path.clone(), reason };
        let json = |error: serde_json::Error| faulty(ManifestError::Json(error.to_string()));
        let format: Format = serde_json::from_str(&text).map_err(json)?;
        if format.format > FORMAT {
            let unknown = vec![format!("the format {} of backups", format.format)];
            return Err(BackupError::Newer { program: format.program, unknown });
        }
        let json: Json = serde_json::from_str(&text).map_err(json)?;
        Self::try_from(json).map_err(faulty)
    }

    /// The text to be written.
    ///
    /// # Errors
    /// Never in practice: text, numbers and lists can be written.
    pub(super) fn to_json(&self) -> Result<String, serde_json::Error> {
        let json = Json {
            format: FORMAT,
            program: self.program.clone(),
            begun_at: self.begun_at.to_rfc3339(),
            database: self.database.to_owned(),
            migrations: self.migrations.clone(),
            key_fingerprint: self.key_fingerprint.map(|fingerprint| fingerprint.to_string()),
            left_out: self.left_out.iter().map(ContentHash::to_string).collect(),
            files: self.files.iter().map(JsonFile::from).collect(),
        };
        serde_json::to_string_pretty(&json)
    }
}

impl BackedUpFile {
    /// Measures a file below a folder.
    pub(super) fn measure(folder: &Path, path: PathBuf) -> Result<Self, BackupError> {
        let there = folder.join(&path);
        let (bytes, sha256) = File::open(&there).and_then(ContentHash::of_stream).map_err(failed(&there))?;
        Ok(Self { path, bytes, sha256 })
    }

    /// The hash by which the service knows this file, if it is a published one.
    pub(super) fn published(&self) -> Option<ContentHash> {
        self.path.starts_with(FILES).then_some(self.sha256)
    }
}

/// Where a published file lies in a backup, as in the service's own folder.
pub(super) fn published_path(hash: &ContentHash) -> PathBuf {
    let name = hash.to_string();
    let folder: String = name.chars().take(2).collect();
    [FILES, &folder, &name].iter().collect()
}

impl From<&BackedUpFile> for JsonFile {
    fn from(file: &BackedUpFile) -> Self {
        // Only names of ours: ASCII, with slashes.
        Self { path: file.path.display().to_string(), bytes: file.bytes, sha256: file.sha256.to_string() }
    }
}

impl TryFrom<JsonFile> for BackedUpFile {
    type Error = ManifestError;

    /// Takes only the paths that a backup has, so that no manifest leads out of its folder.
    fn try_from(json: JsonFile) -> Result<Self, ManifestError> {
        let value = |field, value: &str| ManifestError::Value { field, value: value.to_owned() };
        let sha256 = ContentHash::parse(&json.sha256).ok_or_else(|| value("sha256", &json.sha256))?;
        let path = PathBuf::from(&json.path);
        let plain = path.components().all(|part| matches!(part, Component::Normal(_)));
        let known = json.path == SQLITE_FILE || json.path == POSTGRES_FILE || path == published_path(&sha256);
        if plain && known { Ok(Self { path, bytes: json.bytes, sha256 }) } else { Err(value("path", &json.path)) }
    }
}

impl TryFrom<Json> for Manifest {
    type Error = ManifestError;

    fn try_from(json: Json) -> Result<Self, ManifestError> {
        let value = |field, value: &str| ManifestError::Value { field, value: value.to_owned() };
        let database = [SQLITE_FILE, POSTGRES_FILE].into_iter().find(|name| *name == json.database);
        let files = json.files.into_iter().map(BackedUpFile::try_from).collect::<Result<Vec<_>, _>>()?;
        let database = database
            .filter(|name| files.iter().filter(|file| file.path == Path::new(name)).count() == 1)
            .ok_or_else(|| value("database", &json.database))?;
        let key_fingerprint = match json.key_fingerprint {
            Some(text) => Some(Fingerprint::parse(&text).ok_or_else(|| value("key_fingerprint", &text))?),
            None => None,
        };
        let hash = |text: &String| ContentHash::parse(text).ok_or_else(|| value("left_out", text));
        Ok(Self {
            program: json.program,
            begun_at: Instant::parse(&json.begun_at).ok_or_else(|| value("begun_at", &json.begun_at))?,
            database,
            migrations: json.migrations,
            key_fingerprint,
            left_out: json.left_out.iter().map(hash).collect::<Result<_, _>>()?,
            files,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn manifest() -> Manifest {
        let picture = ContentHash::of(b"a picture");
        Manifest {
            program: "0.1.0".to_owned(),
            begun_at: Instant::parse("2027-05-01T12:00:00Z").unwrap(),
            database: SQLITE_FILE,
            migrations: vec!["2026-11-23-0900_start".to_owned()],
            key_fingerprint: Fingerprint::parse(&"0a".repeat(16)),
            left_out: vec![ContentHash::of(b"damaged")],
            files: vec![
                BackedUpFile { path: SQLITE_FILE.into(), bytes: 8192, sha256: ContentHash::of(b"rows") },
                BackedUpFile { path: published_path(&picture), bytes: 9, sha256: picture },
            ],
        }
    }

    fn read(text: &str) -> Result<Manifest, BackupError> {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join(MANIFEST), text).unwrap();
        Manifest::read(folder.path())
    }

    #[test]
    fn a_manifest_reads_as_it_was_written() {
        assert_eq!(read(&manifest().to_json().unwrap()).unwrap(), manifest());
    }

    #[test]
    fn what_leads_out_of_the_folder_or_means_nothing_is_refused() {
        let good = manifest().to_json().unwrap();
        let picture = published_path(&ContentHash::of(b"a picture")).display().to_string();
        for (from, to) in [
            (picture.as_str(), "../../etc/passwd"),
            (picture.as_str(), "/etc/passwd"),
            (picture.as_str(), "files/aa/aa"),
            ("\"database\": \"database.sqlite\"", "\"database\": \"database.dump\""),
            ("\"database\": \"database.sqlite\"", "\"database\": \"mysql\""),
            ("2027-05-01T12:00:00.000Z", "yesterday"),
            ("0a0a", "zz"),
            ("\"bytes\": 9", "\"bytes\": -9"),
            ("\"program\"", "\"programme\""),
            ("{", "["),
        ] {
            let text = good.replacen(from, to, 1);
            assert_ne!(text, good, "{from}");
            assert!(matches!(read(&text), Err(BackupError::Manifest { .. })), "{from} -> {to}");
        }
    }

    #[test]
    fn a_format_of_a_later_program_is_told_as_such() {
        let text = r#"{"format": 2, "program": "9.0.0", "something": "new"}"#;

        assert!(matches!(read(text), Err(BackupError::Newer { program, .. }) if program == "9.0.0"));
    }
}
