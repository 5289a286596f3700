//! Backups: taking one while the service runs, looking whether one holds, and filling an empty installation from one.
//!
//! A backup is a folder with a copy of the database, the published files by their hash, and a manifest that names each
//! with its size and hash. Keys are never in it: they have a backup of their own, for another place.

mod error;
mod folder;
mod keys;
mod manifest;
mod restore;
mod survey;
mod take;

pub use error::{BackupError, Blame};
pub use keys::{KeptKey, KeysTaken, take_keys};
pub use manifest::{BackedUpFile, Manifest, ManifestError};
pub use restore::{check_backup, restore_backup};
pub use survey::{KeyStanding, OpenRound, Survey, Voting};
pub use take::{Progress, Taken, take_backup};
