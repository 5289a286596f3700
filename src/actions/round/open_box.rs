//! Opening the box of a certified round: sealed ballots become the shuffled profile, and the round's key is destroyed.
//!
//! Every step can be cut short and done again. Only when the whole profile is written are the sealed rows, the keys of
//! the casts and the round's key deleted: slices that moved ballots one by one would leave in the write-ahead log
//! which pseudonyms became which ballots.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use thiserror::Error;

use super::RoundError;
use crate::actions::steps::{RecordIds, append, authorise, round_of, write_profile};
use crate::domain::hex;
use crate::domain::ids::{AreaId, AreaNumber, RoundId};
use crate::domain::job::JobKind;
use crate::domain::permission::{Actor, Permission};
use crate::domain::round::Round;
use crate::media::{ContentHash, Files, FilesError};
use crate::record::{Act, Subject};
use crate::secrecy::randomness::draw;
use crate::secrecy::{BallotContent, ContentError, EnvelopeError, Fingerprint, KeyDirectory, Leaf, RoundKeys};
use crate::store::areas::list_areas;
use crate::store::ballots::{SealedBallot, delete_ballots, delete_pending_leaves, list_ballots, list_pending_leaves};
use crate::store::entries::is_entered;
use crate::store::jobs::insert_job;
use crate::store::participations::update_cast_keys_forgotten;
use crate::store::profile::{Opening, ProfileBallot, find_opening};
use crate::store::rounds::update_key_fingerprint;
use crate::store::{Db, Lock, StoreError};

/// Why a box was not opened. What was begun is done again next time.
#[derive(Debug, Error)]
pub enum OpenBoxError {
    /// The round is refused or something fails.
    #[error(transparent)]
    Round(#[from] RoundError),
    /// The round is not certified.
    #[error("the round is not certified")]
    NotCertified,
    /// The key's fingerprint is gone from the database, though the box is not open.
    #[error("the database does not know the round's key")]
    NoFingerprint,
    /// A ballot cannot be opened: it was changed, or the key is another round's.
    #[error("a sealed ballot cannot be opened: {0}")]
    Content(#[from] ContentError),
    /// A leaf cannot be opened.
    #[error("a sealed leaf cannot be opened: {0}")]
    Envelope(#[from] EnvelopeError),
    /// A ballot speaks of an area that the round does not have.
    #[error("a ballot speaks of the unknown area {0}")]
    UnknownArea(AreaNumber),
    /// The list of leaves cannot be written.
    #[error(transparent)]
    Files(#[from] FilesError),
}

impl From<StoreError> for OpenBoxError {
    fn from(error: StoreError) -> Self {
        Self::Round(error.into())
    }
}

/// Opens the box of a certified round, or goes on where an opening was cut short, and lets a job count.
///
/// # Errors
/// When the round is not certified or something fails.
pub async fn open_box(
    db: &Db,
    keys: &KeyDirectory,
    files: &Files,
    round: RoundId,
    progress: impl FnMut(usize, usize),
) -> Result<(), OpenBoxError> {
    let (found, opening) = db
        .read(move |conn| {
            let found = crate::store::rounds::find_round(conn, round)?.ok_or(StoreError::NotFound)?;
            Ok::<_, StoreError>((found, find_opening(conn, round)?))
        })
        .await?;
    if found.facts.certified_at.is_none() {
        return Err(OpenBoxError::NotCertified);
    }
    if opening != Opening::Complete {
        let box_content = read_box(db, keys, &found).await?;
        write_profile(db, round, box_content.into(), progress).await?;
    }
    if let Some(fingerprint) = &found.key_fingerprint {
        empty_box(db, keys, files, &found, fingerprint).await?;
        keys.destroy_round_key(&found.public_id).map_err(RoundError::Key)?;
        // A reader that holds an old snapshot keeps the log from being emptied; it must not keep the round from being
        // counted. The database empties the log later by itself.
        if let Err(error) = db.compact().await {
            tracing::warn!(%error, "the write-ahead log is not emptied yet");
        }
        note_key_destroyed(db, &found).await?;
    }
    Ok(())
}

fn known_fingerprint(text: &str) -> Result<Fingerprint, OpenBoxError> {
    Fingerprint::parse(text).ok_or_else(|| StoreError::corrupt("rounds", "key_fingerprint", text).into())
}

/// Everything in memory: 250,000 ballots are some 100 MB. The keys are random for each area, and sorting by them is
/// the shuffle.
async fn read_box(db: &Db, keys: &KeyDirectory, round: &Round) -> Result<Vec<ProfileBallot>, OpenBoxError> {
    let fingerprint = round.key_fingerprint.as_deref().ok_or(OpenBoxError::NoFingerprint)?;
    let round_keys = keys.round_key(&round.public_id, &known_fingerprint(fingerprint)?).map_err(RoundError::Key)?;
    let id = round.id;
    let (sealed, areas) =
        db.read(move |conn| Ok::<_, StoreError>((list_ballots(conn, id)?, list_areas(conn, id)?))).await?;
    let areas: BTreeMap<AreaNumber, AreaId> = areas.into_iter().map(|area| (area.number, area.id)).collect();
    let mut profile = Vec::new();
    for ballot in &sealed {
        let content = open(&round_keys, ballot)?;
        for area in content.areas {
            let id = *areas.get(&area.area).ok_or(OpenBoxError::UnknownArea(area.area))?;
            let key = draw().map_err(RoundError::Randomness)?;
            profile.push(ProfileBallot { area: id, key, channel: Some(content.channel), choices: area.choices });
        }
    }
    profile.sort_by_key(|ballot| ballot.key);
    Ok(profile)
}

fn open(round_keys: &RoundKeys, ballot: &SealedBallot) -> Result<BallotContent, ContentError> {
    round_keys.open_ballot(&ballot.pseudonym, &ballot.sealed)
}

/// Writes the sorted leaves to a file of their own, so that receipts outlive the key, and empties the box.
async fn empty_box(
    db: &Db,
    keys: &KeyDirectory,
    files: &Files,
    round: &Round,
    fingerprint: &str,
) -> Result<(), OpenBoxError> {
    let id = round.id;
    let (emptied, sealed, pending) = db
        .read(move |conn| {
            let emptied = is_entered(conn, id, Act::BallotsOpened)?;
            Ok::<_, StoreError>((emptied, list_ballots(conn, id)?, list_pending_leaves(conn, id)?))
        })
        .await?;
    if emptied {
        return Ok(());
    }
    let mut recorded: BTreeSet<[u8; 32]> = BTreeSet::new();
    let mut counted: BTreeSet<[u8; 32]> = BTreeSet::new();
    if !sealed.is_empty() || !pending.is_empty() {
        let round_keys = keys.round_key(&round.public_id, &known_fingerprint(fingerprint)?).map_err(RoundError::Key)?;
        for (row, leaf) in &pending {
            recorded.insert(*round_keys.open_leaf(row, leaf)?.as_bytes());
        }
        for ballot in &sealed {
            let leaf: Leaf = round_keys.leaf(round.format, &open(&round_keys, ballot)?)?;
            counted.insert(*leaf.as_bytes());
        }
    }
    let ballots = i64::try_from(sealed.len()).unwrap_or(i64::MAX);
    let leaves = files.put(list_of_leaves(&recorded, &counted).as_bytes())?;
    note_box_opened(db, round, ballots, leaves).await
}

/// One line for each leaf: its digits and whether it was counted or replaced by a later one.
fn list_of_leaves(recorded: &BTreeSet<[u8; 32]>, counted: &BTreeSet<[u8; 32]>) -> String {
    let line = |leaf: &[u8; 32]| {
        let fate = if counted.contains(leaf) { "counted" } else { "replaced" };
        format!("{} {fate}\n", hex::encode(leaf))
    };
    recorded.union(counted).map(line).collect()
}

async fn note_box_opened(db: &Db, round: &Round, ballots: i64, leaves: ContentHash) -> Result<(), OpenBoxError> {
    let ids = RecordIds::draw().map_err(RoundError::Randomness)?;
    let (id, public_id) = (round.id, round.public_id);
    let leaves = Arc::new(leaves.to_string());
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, Actor::System, Permission::CountRound)?;
        if is_entered(tx, id, Act::BallotsOpened)? {
            return Ok(());
        }
        delete_ballots(tx, id)?;
        delete_pending_leaves(tx, id)?;
        update_cast_keys_forgotten(tx, id)?;
        let details = [("ballots", ballots.into()), ("leaves", leaves.as_str().into())];
        append(tx, &ids, Actor::System, Act::BallotsOpened, (Some(id), Subject::Round(public_id)), details)?;
        Ok::<_, RoundError>(())
    })
    .await?;
    Ok(())
}

async fn note_key_destroyed(db: &Db, round: &Round) -> Result<(), OpenBoxError> {
    let ids = RecordIds::draw().map_err(RoundError::Randomness)?;
    let (id, public_id) = (round.id, round.public_id);
    db.write(Lock::Round(id), move |tx| {
        if round_of(tx, id)?.key_fingerprint.is_none() {
            return Ok(());
        }
        let now = tx.now;
        update_key_fingerprint(tx, id, None)?;
        insert_job(tx, JobKind::CountRound, id, now)?;
        append(tx, &ids, Actor::System, Act::RoundKeyDestroyed, (Some(id), Subject::Round(public_id)), [])?;
        Ok::<_, RoundError>(())
    })
    .await?;
    Ok(())
}
