//! A backup of the keys, for a place where no backup of the data ever comes: whoever gets both can open the ballots.

use std::path::{Path, PathBuf};

use serde::Serialize;

use super::error::BackupError;
use super::folder::{Unfinished, failed, refuse_beside, refuse_in_use, write_private};
use super::manifest::MANIFEST;
use super::take::known_fingerprint;
use crate::config::Config;
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::secrecy::{Installation, KeyDirectory};
use crate::store::copy::look_into;
use crate::store::rounds::{KeyedRound, list_keyed_rounds, list_rounds};
use crate::store::{Clock, Conn, DatabaseUrl, StoreError};

/// The manifest's name in a backup of keys. Nothing else has this name, so that the two sorts are told apart.
pub(super) const KEYS_MANIFEST: &str = "keys.json";

/// A backup of the keys that was taken.
#[derive(Debug, Clone)]
pub struct KeysTaken {
    /// Its folder.
    pub path: PathBuf,
    /// The rounds whose keys are in it.
    pub rounds: Vec<KeptKey>,
}

/// A round's key in a backup. It must not outlive the certification of its round.
#[derive(Debug, Clone, Serialize)]
pub struct KeptKey {
    /// The round's name in addresses.
    pub round: String,
    /// The key's path in the backup.
    pub file: String,
    /// The key's fingerprint.
    pub fingerprint: String,
    /// When voting ends, as the round says today. The key is to be destroyed when the round is certified, after this.
    pub voting_ends_at: Option<String>,
}

#[derive(Serialize)]
struct Json<'a> {
    format: u32,
    program: &'static str,
    begun_at: String,
    key_fingerprint: String,
    rounds: &'a [KeptKey],
}

/// Copies the installation's key and the key of each round that is public and not certified into a new folder, laid out
/// as the key directory. Blocks.
///
/// # Errors
/// When the folder lies where data lie, a key is missing or foreign, or something cannot be written. Then nothing is
/// left of it.
pub fn take_keys(config: &Config, clock: &Clock, to: &Path) -> Result<KeysTaken, BackupError> {
    refuse_in_use(to, &config.keys)?;
    refuse_in_use(to, &config.files)?;
    if let Some(folder) = config.database.file().and_then(Path::parent) {
        refuse_in_use(to, if folder == Path::new("") { Path::new(".") } else { folder })?;
    }
    refuse_beside(to, MANIFEST)?;
    let fingerprint = known_fingerprint(&config.database)?.ok_or(BackupError::NoKeys)?;
    let keys = KeyDirectory::open(&config.keys, Installation::Known(fingerprint))?;
    let rounds = look_into(&config.database, read_rounds)?;
    let folder = Unfinished::begin(to)?;
    keys.copy_installation_key(folder.path())?;
    for (round, _) in &rounds {
        keys.copy_round_key(&round.public_id, &round.key_fingerprint, folder.path())?;
    }
    refuse_certified(&config.database, &rounds)?;
    let rounds: Vec<KeptKey> = rounds.into_iter().map(kept_key).collect();
    let json = Json {
        format: 1,
        program: env!("CARGO_PKG_VERSION"),
        begun_at: clock.now().to_rfc3339(),
        key_fingerprint: fingerprint.to_string(),
        rounds: &rounds,
    };
    let path = folder.path().join(KEYS_MANIFEST);
    let text = serde_json::to_string_pretty(&json).map_err(|error| failed(&path)(error.into()))?;
    write_private(&path, text.as_bytes())?;
    Ok(KeysTaken { path: folder.finish()?, rounds })
}

type RoundWithEnd = (KeyedRound, Option<Instant>);

fn read_rounds(conn: &mut Conn) -> Result<Vec<RoundWithEnd>, StoreError> {
    let all = list_rounds(conn)?;
    let end_of = |keyed: &KeyedRound| {
        let round = all.iter().find(|round| round.public_id == keyed.public_id)?;
        round.schedule.span(Window::Voting)?.closes_at
    };
    let keyed = list_keyed_rounds(conn)?;
    Ok(keyed
        .into_iter()
        .map(|round| {
            let end = end_of(&round);
            (round, end)
        })
        .collect())
}

/// A round that was certified meanwhile has no key any more, and no copy of it may begin to live now.
fn refuse_certified(url: &DatabaseUrl, copied: &[RoundWithEnd]) -> Result<(), BackupError> {
    let still = look_into(url, list_keyed_rounds)?;
    match copied.iter().find(|(round, _)| !still.contains(round)) {
        Some((round, _)) => Err(BackupError::CertifiedMeanwhile { round: round.slug.to_string() }),
        None => Ok(()),
    }
}

fn kept_key((round, end): RoundWithEnd) -> KeptKey {
    KeptKey {
        round: round.slug.to_string(),
        file: format!("rounds/{}.key", round.public_id),
        fingerprint: round.key_fingerprint,
        voting_ends_at: end.map(Instant::to_rfc3339),
    }
}
