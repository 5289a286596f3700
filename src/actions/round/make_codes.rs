//! Making a batch of letter codes: each puts a row on the roll. The codes themselves are answered once, and kept
//! nowhere.

use std::sync::Arc;

use thiserror::Error;

use super::RoundError;
use crate::actions::steps::{Forbidden, RecordIds, append, authorise, round_of};
use crate::domain::ids::AreaId;
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::Round;
use crate::record::{Act, Subject};
use crate::secrecy::randomness::{RandomnessError, draw};
use crate::secrecy::{CodeMac, KeyDirectory, PersonRef, RollSubject};
use crate::store::roll::{find_next_serial, insert_code_batch, insert_code_holder};
use crate::store::{Db, Lock, StoreError};

/// The most codes of one batch.
pub const MAX_BATCH: u32 = 500_000;

/// How many rows one transaction writes, so that no ballot waits long for it.
const SLICE: usize = 500;

/// Why a batch was not made.
#[derive(Debug, Error)]
pub enum MakeCodesError {
    /// The round's roll is not made of codes.
    #[error("the roll of this round is not made of codes")]
    OtherBasis,
    /// None, or more than [`MAX_BATCH`].
    #[error("a batch has 1 to {MAX_BATCH} codes")]
    Size,
    /// An act on a round is refused or fails.
    #[error(transparent)]
    Round(#[from] RoundError),
}

impl From<StoreError> for MakeCodesError {
    fn from(error: StoreError) -> Self {
        Self::Round(error.into())
    }
}

impl From<RandomnessError> for MakeCodesError {
    fn from(error: RandomnessError) -> Self {
        Self::Round(error.into())
    }
}

impl From<Forbidden> for MakeCodesError {
    fn from(error: Forbidden) -> Self {
        Self::Round(error.into())
    }
}

/// Makes codes for a round, for one area and those for everyone, or for all. A batch that is cut short leaves rows
/// on the roll whose codes nobody knows; they harm nothing but the turnout.
///
/// # Errors
/// When the round has another basis, the size does not hold, the actor may not, or something fails.
pub async fn make_codes(
    db: &Db,
    keys: &KeyDirectory,
    actor: Actor,
    round: &Round,
    area: Option<AreaId>,
    size: u32,
) -> Result<Vec<LetterCode>, MakeCodesError> {
    if !(1..=MAX_BATCH).contains(&size) {
        return Err(MakeCodesError::Size);
    }
    let first_serial = reserve_serials(db, actor, round, area, size).await?;
    let mut codes = Vec::new();
    for serial in (first_serial..).take(usize::try_from(size).unwrap_or(0)) {
        codes.push((serial, LetterCode::from_random(draw()?)));
    }
    for slice in codes.chunks(SLICE) {
        let rows: Arc<[(PersonRef, CodeMac)]> =
            slice.iter().map(|(serial, code)| holder(keys, round, *serial, code)).collect();
        let id = round.id;
        db.write(Lock::RoundShared(id), move |tx| {
            for (person, code) in rows.iter() {
                insert_code_holder(tx, id, person, area, code)?;
            }
            Ok::<_, MakeCodesError>(())
        })
        .await?;
    }
    Ok(codes.into_iter().map(|(_, code)| code).collect())
}

fn holder(keys: &KeyDirectory, round: &Round, serial: i64, code: &LetterCode) -> (PersonRef, CodeMac) {
    let installation = keys.installation();
    let serial = u64::try_from(serial).unwrap_or(0);
    (installation.person_ref(&round.public_id, RollSubject::Code(serial)), installation.code_mac(code))
}

async fn reserve_serials(
    db: &Db,
    actor: Actor,
    round: &Round,
    area: Option<AreaId>,
    size: u32,
) -> Result<i64, MakeCodesError> {
    let ids = RecordIds::draw()?;
    let (id, public_id) = (round.id, round.public_id);
    db.write(Lock::Round(id), move |tx| {
        authorise(tx, actor, Permission::MakeCodes, Scope::Round(id))?;
        if !round_of(tx, id)?.basis.takes_codes() {
            return Err(MakeCodesError::OtherBasis);
        }
        let first = find_next_serial(tx, id)?;
        let now = tx.now;
        insert_code_batch(tx, id, area, first, i64::from(size), now)?;
        let details = [("first_serial", first.into()), ("size", i64::from(size).into())];
        append(tx, &ids, actor, Act::CodesMade, (Some(id), Subject::Round(public_id)), details)?;
        Ok(first)
    })
    .await
}
