//! Finds the server's own programs: on the path, or where Debian keeps each version.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::error::CopyError;

const DEBIAN: &str = "/usr/lib/postgresql";

/// The newest program of this name, at least as new as the server: an older one cannot read what the server holds.
pub(super) fn find_program(program: &'static str, wanted: u32) -> Result<PathBuf, CopyError> {
    choose(program, wanted, [PathBuf::from(program)].into_iter().chain(below(Path::new(DEBIAN), program)))
}

/// `FOLDER/VERSION/bin/PROGRAM` for each version that is installed.
fn below(folder: &Path, program: &str) -> Vec<PathBuf> {
    let versions = std::fs::read_dir(folder).into_iter().flatten().flatten();
    versions.map(|version| version.path().join("bin").join(program)).collect()
}

fn choose(program: &'static str, wanted: u32, candidates: impl Iterator<Item = PathBuf>) -> Result<PathBuf, CopyError> {
    let versions = candidates.filter_map(|path| Some((version_of(&path)?, path)));
    match versions.max_by_key(|(version, _)| *version) {
        None => Err(CopyError::ProgramMissing { program, wanted }),
        Some((found, _)) if found < wanted => Err(CopyError::ProgramOld { program, found, wanted }),
        Some((_, path)) => Ok(path),
    }
}

/// The major version that a program says it has; `None` where there is no such program.
fn version_of(path: &Path) -> Option<u32> {
    let said = Command::new(path).arg("--version").stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    read_version(&String::from_utf8_lossy(&said.stdout))
}

/// Reads `pg_dump (PostgreSQL) 15.18 (Debian ...)` and `... 19beta1`.
fn read_version(text: &str) -> Option<u32> {
    let number = text.split_once("(PostgreSQL) ")?.1;
    let digits = number.find(|sign: char| !sign.is_ascii_digit()).unwrap_or(number.len());
    number.get(..digits)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    /// A folder as Debian's, with programs that only say their version.
    fn installed(versions: &[u32]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for version in versions {
            let bin = folder.path().join(version.to_string()).join("bin");
            std::fs::create_dir_all(&bin).unwrap();
            let program = bin.join("pg_dump");
            std::fs::write(&program, format!("#!/bin/sh\necho 'pg_dump (PostgreSQL) {version}.3 (Debian)'\n")).unwrap();
            std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).unwrap();
        }
        folder
    }

    fn chosen(versions: &[u32], wanted: u32) -> Result<u32, CopyError> {
        let folder = installed(versions);
        let path = choose("pg_dump", wanted, below(folder.path(), "pg_dump").into_iter())?;
        Ok(version_of(&path).unwrap())
    }

    #[test]
    fn the_newest_program_is_taken_if_it_is_as_new_as_the_server() {
        assert_eq!(chosen(&[9, 15, 17], 15).unwrap(), 17);
        assert_eq!(chosen(&[15], 15).unwrap(), 15);
    }

    #[test]
    fn an_old_and_a_missing_program_are_told_apart_with_the_next_step() {
        let old = chosen(&[13, 15], 16).unwrap_err().to_string();
        let missing = chosen(&[], 16).unwrap_err().to_string();

        assert!(
            old.contains("has version 15, and the server has version 16") && old.contains("postgresql-client-16"),
            "{old}"
        );
        assert!(missing.contains("pg_dump is not installed") && missing.contains("apt-get install"), "{missing}");
    }

    #[test]
    fn versions_are_read() {
        assert_eq!(read_version("pg_dump (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)\n"), Some(15));
        assert_eq!(read_version("pg_restore (PostgreSQL) 19beta1"), Some(19));
        assert_eq!(read_version("bash 5"), None);
    }
}
