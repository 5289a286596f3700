//! Casting: one person's checked choices go into the box, in place of what lay there before.
//!
//! The one action that appends *nothing* to the record and writes no time and no log line with a person: order and
//! time would join person and ballot. What goes to the owner of an account stands in `notice`.

use chrono_tz::Tz;
use sha2::{Digest, Sha256};
use thiserror::Error;

use super::notice::Notice;
use crate::actions::steps::{Forbidden, authorise};
use crate::domain::ballot::ValidBallot;
use crate::domain::channel::Channel;
use crate::domain::ids::{AccountId, AreaNumber, CastNumber};
use crate::domain::permission::{Actor, Denial, Permission, Scope};
use crate::domain::round::Round;
use crate::domain::schedule::Window;
use crate::locale::local_day;
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{
    BallotContent, ContentError, EnvelopeError, Fingerprint, KeyDirectory, KeyError, Leaf, PendingLeafId, RoundKeys,
    SealNonce,
};
use crate::store::ballots::{SealedBallot, find_ballot, insert_or_replace_ballot, insert_pending_leaf};
use crate::store::participations::{
    Participation, ParticipationState, find_participation, insert_participation, update_participation,
};
use crate::store::roll::RollRow;
use crate::store::rounds::find_casting_rules;
use crate::store::{Db, Fate, Lock, StoreError, Tx};

/// A ballot on its way into the box.
#[derive(Debug, Clone)]
pub struct CastBallot {
    /// Whose it is, from the session and never from the form.
    pub voter: RollRow,
    /// The voter's own area, if the row of the roll is bound to one.
    pub own_area: Option<AreaNumber>,
    /// How it came in.
    pub channel: Channel,
    /// The account that it came in with and that is told of it, if it is one.
    pub account: Option<AccountId>,
    /// The choices, checked against the ballot of `ballot_version`.
    pub ballot: ValidBallot,
    /// The version of the ballot that was filled in.
    pub ballot_version: i64,
    /// How often the voter had cast when the check page was made.
    pub cast_number: CastNumber,
    /// 16 random bytes, new at each rendering of the check page: the same key again gets the same answer.
    pub cast_key: [u8; 16],
    /// 16 random bytes from the voter's side, so that no two voters can be given one receipt.
    pub client_nonce: [u8; 16],
}

/// Why a ballot did not go into the box, or why nobody knows whether it did.
#[derive(Debug, Error)]
pub enum CastBallotError {
    /// The voter is not on the roll of this round.
    #[error(transparent)]
    Forbidden(#[from] Forbidden),
    /// Voting is not open at the time of the transaction.
    #[error("voting is not open")]
    NotOpen,
    /// What stands on the ballot changed since it was filled in.
    #[error("the ballot changed since it was filled in")]
    BallotChanged,
    /// Another cast of the same person came first.
    #[error("another ballot of the same person came first")]
    ChangedElsewhere,
    /// A ballot on paper is final.
    #[error("the person has voted on paper")]
    PaperIsFinal,
    /// The round's key cannot be used.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// No randomness.
    #[error(transparent)]
    Randomness(#[from] RandomnessError),
    /// The ballot is too large to be sealed.
    #[error(transparent)]
    Content(#[from] ContentError),
    /// The same cast went in before, and what it recorded cannot be read.
    #[error("the recorded ballot cannot be read: {0}")]
    Unreadable(#[source] ContentError),
    /// A leaf cannot be sealed.
    #[error(transparent)]
    Envelope(#[from] EnvelopeError),
    /// The person has cast [`CastNumber::MOST`] times; the last ballot counts.
    #[error("too many casts")]
    TooManyCasts,
    /// The database failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl CastBallotError {
    /// What became of the ballot.
    #[must_use]
    pub const fn fate(&self) -> Fate {
        match self {
            Self::Store(error) => error.fate(),
            Self::Unreadable(_) => Fate::Unknown,
            Self::Forbidden(_)
            | Self::NotOpen
            | Self::BallotChanged
            | Self::ChangedElsewhere
            | Self::PaperIsFinal
            | Self::Key(_)
            | Self::Randomness(_)
            | Self::Content(_)
            | Self::Envelope(_)
            | Self::TooManyCasts => Fate::Undone,
        }
    }
}

/// Everything that the transaction writes, made before it begins.
struct Prepared {
    request: CastBallot,
    participation: NewParticipation,
    ballot: SealedBallot,
    leaf_id: PendingLeafId,
    sealed_leaf: Vec<u8>,
    notice: Option<Notice>,
}

struct NewParticipation {
    cast_number: CastNumber,
    cast_key_hash: Vec<u8>,
    zone: Tz,
}

/// Puts a ballot into the box and answers with its leaf, from which the receipt follows.
///
/// # Errors
/// When voting is not open, the ballot is of an earlier version, another cast came first, or something fails;
/// [`CastBallotError::fate`] says whether the ballot may be in the box all the same.
pub async fn cast_ballot(
    db: &Db,
    keys: &KeyDirectory,
    round: &Round,
    zone: Tz,
    request: CastBallot,
) -> Result<Leaf, CastBallotError> {
    // Sealed with this round's key in another round's box, a ballot would keep that box from ever being opened.
    if request.voter.round != round.id {
        return Err(Forbidden::Denied(Denial::NotOnTheRoll).into());
    }
    let fingerprint = round.key_fingerprint.as_deref().and_then(Fingerprint::parse).ok_or(CastBallotError::NotOpen)?;
    let round_keys = keys.round_key(&round.public_id, &fingerprint)?;
    let notice = Notice::of(&request, keys, round)?;
    let (prepared, leaf) = prepare(&round_keys, round, zone, (request, notice))?;
    let prepared = std::sync::Arc::new(prepared);
    // Two first casts at once: the one that loses the race to the unique key looks again and finds the other.
    let first = write(db, prepared.clone()).await;
    let outcome = match first {
        Err(CastBallotError::Store(StoreError::Conflict)) => write(db, prepared.clone()).await?,
        other => other?,
    };
    match outcome {
        None => Ok(leaf),
        Some(recorded) => {
            let unreadable = CastBallotError::Unreadable;
            let content = round_keys.open_ballot(&recorded.pseudonym, &recorded.sealed).map_err(unreadable)?;
            round_keys.leaf(round.format, &content).map_err(unreadable)
        }
    }
}

fn prepare(
    round_keys: &RoundKeys,
    round: &Round,
    zone: Tz,
    (request, notice): (CastBallot, Option<Notice>),
) -> Result<(Prepared, Leaf), CastBallotError> {
    let cast_number = request.cast_number.next().ok_or(CastBallotError::TooManyCasts)?;
    let content = BallotContent {
        cast_number,
        channel: request.channel,
        own_area: request.own_area,
        client_nonce: request.client_nonce,
        salt: draw()?,
        areas: request.ballot.areas().to_vec(),
    };
    let leaf = round_keys.leaf(round.format, &content)?;
    let leaf_id = PendingLeafId::new(draw()?);
    let sealed_leaf = round_keys.seal_leaf(&leaf_id, &leaf, SealNonce::new(draw()?))?;
    let pseudonym = round_keys.pseudonym(&request.voter.person);
    let sealed = round_keys.seal_ballot(&pseudonym, &content, SealNonce::new(draw()?))?;
    let cast_key_hash = Sha256::digest(request.cast_key).to_vec();
    let participation = NewParticipation { cast_number, cast_key_hash, zone };
    let ballot = SealedBallot { pseudonym, sealed };
    Ok((Prepared { request, participation, ballot, leaf_id, sealed_leaf, notice }, leaf))
}

/// The transaction. Answers with the recorded ballot when the same cast had gone in before.
async fn write(db: &Db, prepared: std::sync::Arc<Prepared>) -> Result<Option<SealedBallot>, CastBallotError> {
    let round = prepared.request.voter.round;
    db.write(Lock::RoundShared(round), move |tx| {
        let request = &prepared.request;
        authorise(tx, Actor::Voter(request.voter.id), Permission::CastBallot, Scope::Round(round))?;
        let current = find_participation(tx, round, &request.voter.person)?;
        // An answer that was lost on the way is given again whatever happened since, the end of voting included.
        if let Some(recorded) = find_recorded(tx, &prepared, current.as_ref())? {
            return Ok(Some(recorded));
        }
        let rules = find_casting_rules(tx, round)?.ok_or(StoreError::NotFound)?;
        // The fact counts too: the clock that closed may be ahead of this one.
        if rules.is_closed || !rules.schedule.open(Window::Voting, tx.now) {
            return Err(CastBallotError::NotOpen);
        }
        if rules.ballot_version != request.ballot_version {
            return Err(CastBallotError::BallotChanged);
        }
        let letter = prepared.notice.as_ref().map(|notice| notice.letter(tx, request)).transpose()?;
        if take_turn(tx, &prepared, current.as_ref())? {
            insert_or_replace_ballot(tx, round, &prepared.ballot)?;
            insert_pending_leaf(tx, round, &prepared.leaf_id, &prepared.sealed_leaf)?;
            letter.map(|letter| letter.enqueue(tx)).transpose()?;
            return Ok(None);
        }
        // Looked at again: on PostgreSQL the update may have waited for the very cast that it now lost to.
        let current = find_participation(tx, round, &request.voter.person)?;
        find_recorded(tx, &prepared, current.as_ref())?.map(Some).ok_or(CastBallotError::ChangedElsewhere)
    })
    .await
}

/// The ballot that this very cast recorded, if it went in before.
fn find_recorded(
    tx: &mut Tx<'_>,
    prepared: &Prepared,
    current: Option<&Participation>,
) -> Result<Option<SealedBallot>, StoreError> {
    let recorded = current.and_then(|current| current.cast_key_hash.as_ref());
    if recorded != Some(&prepared.participation.cast_key_hash) {
        return Ok(None);
    }
    find_ballot(tx, prepared.request.voter.round, &prepared.ballot.pseudonym)
}

/// Notes the cast on the person's participation. Answers whether no other cast came in between.
fn take_turn(tx: &mut Tx<'_>, prepared: &Prepared, current: Option<&Participation>) -> Result<bool, CastBallotError> {
    let (request, new) = (&prepared.request, &prepared.participation);
    let voter = &request.voter;
    let participation = Participation {
        channel: request.channel,
        state: ParticipationState::Online,
        cast_number: new.cast_number,
        cast_key_hash: Some(new.cast_key_hash.clone()),
        cast_on: local_day(tx.now, new.zone),
    };
    match current.map(|current| current.state) {
        None if request.cast_number == CastNumber::new(0) => {
            insert_participation(tx, voter.round, &voter.person, &participation)?;
            Ok(true)
        }
        None => Ok(false),
        Some(ParticipationState::PaperFinal) => Err(CastBallotError::PaperIsFinal),
        Some(ParticipationState::None | ParticipationState::Online | ParticipationState::Kiosk) => {
            Ok(update_participation(tx, voter.round, &voter.person, request.cast_number, &participation)?)
        }
    }
}
