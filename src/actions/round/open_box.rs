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
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::Round;
use crate::media::{ContentHash, Files, FilesError};
use crate::record::{Act, Subject};
use crate::secrecy::randomness::draw;
use crate::secrecy::{ContentError, EnvelopeError, Fingerprint, KeyDirectory, Leaf, PendingLeafId};
use crate::store::areas::list_areas;
use crate::store::ballots::{SealedBallot, delete_ballots, delete_pending_leaves, list_ballots, list_pending_leaves};
use crate::store::entries::is_entered;
use crate::store::jobs::insert_job;
use crate::store::participations::update_cast_keys_forgotten;
use crate::store::profile::{Opening, ProfileBallot, find_opening};
use crate::store::roll_accounts::delete_ways_of_accounts;
use crate::store::rounds::{find_round, update_key_fingerprint};
use crate::store::{Conn, Db, Lock, StoreError};

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
    let read = db.read(move |conn| read_box(conn, round)).await?;
    let (found, opening) = (read.round.clone(), read.opening);
    if !read.emptied {
        let OpenedBox { profile, ballots, leaves } = unseal(keys, read)?;
        if opening != Opening::Complete {
            write_profile(db, round, profile.into(), progress).await?;
        }
        let leaves = files.put(leaves.as_bytes())?;
        note_box_opened(db, &found, ballots, leaves).await?;
    }
    if found.key_fingerprint.is_some() {
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

/// Everything about a round's box, of one moment.
struct SealedBox {
    round: Round,
    opening: Opening,
    emptied: bool,
    areas: BTreeMap<AreaNumber, AreaId>,
    ballots: Vec<SealedBallot>,
    pending: Vec<(PendingLeafId, Vec<u8>)>,
}

fn read_box(conn: &mut Conn, id: RoundId) -> Result<SealedBox, OpenBoxError> {
    let round = find_round(conn, id)?.ok_or(StoreError::NotFound)?;
    if round.facts.certified_at.is_none() {
        return Err(OpenBoxError::NotCertified);
    }
    Ok(SealedBox {
        round,
        opening: find_opening(conn, id)?,
        emptied: is_entered(conn, id, Act::BallotsOpened)?,
        areas: list_areas(conn, id)?.into_iter().map(|area| (area.number, area.id)).collect(),
        ballots: list_ballots(conn, id)?,
        pending: list_pending_leaves(conn, id)?,
    })
}

/// What the seals held.
struct OpenedBox {
    /// The keys are random for each area, and sorting by them is the shuffle.
    profile: Vec<ProfileBallot>,
    /// How many ballots there were.
    ballots: i64,
    /// The list of leaves, so that receipts outlive the key.
    leaves: String,
}

/// Unseals each ballot once, for the profile and for its leaf. Everything is in memory: 250,000 ballots are some 100 MB.
/// So each seal is let go as soon as it is broken, and the leaves are one text.
fn unseal(keys: &KeyDirectory, sealed: SealedBox) -> Result<OpenedBox, OpenBoxError> {
    let round = &sealed.round;
    let fingerprint = round.key_fingerprint.as_deref().ok_or(OpenBoxError::NoFingerprint)?;
    let round_keys = keys.round_key(&round.public_id, &known_fingerprint(fingerprint)?).map_err(RoundError::Key)?;
    let ballots = i64::try_from(sealed.ballots.len()).unwrap_or(i64::MAX);
    let (mut profile, mut counted, mut recorded) = (Vec::new(), BTreeSet::new(), BTreeSet::new());
    for ballot in sealed.ballots {
        let content = round_keys.open_ballot(&ballot.pseudonym, &ballot.sealed)?;
        counted.insert(round_keys.leaf(round.format, &content)?);
        for area in content.areas {
            let id = *sealed.areas.get(&area.area).ok_or(OpenBoxError::UnknownArea(area.area))?;
            let key = draw().map_err(RoundError::Randomness)?;
            profile.push(ProfileBallot { area: id, key, channel: Some(content.channel), choices: area.choices });
        }
    }
    profile.sort_by_key(|ballot| ballot.key);
    for (row, leaf) in sealed.pending {
        recorded.insert(round_keys.open_leaf(&row, &leaf)?);
    }
    Ok(OpenedBox { profile, ballots, leaves: list_of_leaves(&recorded, &counted) })
}

fn known_fingerprint(text: &str) -> Result<Fingerprint, OpenBoxError> {
    Fingerprint::parse(text).ok_or_else(|| StoreError::corrupt("rounds", "key_fingerprint", text).into())
}

/// One line for each leaf: its digits and whether it was counted or replaced by a later one.
fn list_of_leaves(recorded: &BTreeSet<Leaf>, counted: &BTreeSet<Leaf>) -> String {
    let line = |leaf: &Leaf| {
        let fate = if counted.contains(leaf) { "counted" } else { "replaced" };
        format!("{} {fate}\n", hex::encode(leaf.as_bytes()))
    };
    recorded.union(counted).map(line).collect()
}

async fn note_box_opened(db: &Db, round: &Round, ballots: i64, leaves: ContentHash) -> Result<(), OpenBoxError> {
    let ids = RecordIds::draw().map_err(RoundError::Randomness)?;
    let (id, public_id) = (round.id, round.public_id);
    let leaves = Arc::new(leaves.to_string());
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, Actor::System, Permission::CountRound, Scope::Round(id))?;
        if is_entered(tx, id, Act::BallotsOpened)? {
            return Ok(());
        }
        delete_ballots(tx, id)?;
        delete_pending_leaves(tx, id)?;
        update_cast_keys_forgotten(tx, id)?;
        delete_ways_of_accounts(tx, id)?;
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
