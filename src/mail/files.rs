//! Mails as files, one each, which an operator can read or hand on.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

/// A folder of mails. Each file is named after its Message-ID: a mail that is written twice is still one file.
#[derive(Debug, Clone)]
pub(super) struct Folder(PathBuf);

impl Folder {
    /// Takes a folder; it is made when it is missing. Links to sign in stand in the mails, so nobody else reads them.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        DirBuilder::new().recursive(true).mode(0o700).create(path)?;
        Ok(Self(path.to_owned()))
    }

    /// Writes a mail. It is there whole, on the disk, or not at all.
    pub(super) fn write(&self, message_id: &str, mail: &[u8]) -> io::Result<()> {
        let path = self.path(message_id);
        let unfinished = path.with_extension("tmp");
        let mut file = OpenOptions::new().create(true).write(true).truncate(true).mode(0o600).open(&unfinished)?;
        file.write_all(mail)?;
        file.sync_all()?;
        fs::rename(&unfinished, &path)?;
        File::open(&self.0)?.sync_all()
    }

    /// The mail with a Message-ID, if it was written.
    pub(super) fn read(&self, message_id: &str) -> io::Result<Option<Vec<u8>>> {
        match fs::read(self.path(message_id)) {
            Ok(mail) => Ok(Some(mail)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Ours are hexadecimal with a number; whatever else is in a Message-ID could lead out of the folder.
    fn path(&self, message_id: &str) -> PathBuf {
        let name: String = message_id.chars().filter(|sign| sign.is_ascii_alphanumeric() || *sign == '.').collect();
        self.0.join(format!("{}.eml", name.trim_start_matches('.')))
    }
}
