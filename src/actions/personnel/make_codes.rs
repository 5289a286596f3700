//! Making a batch of personnel codes: each is an account without a name. The codes themselves are answered once, and
//! kept nowhere.

use std::sync::Arc;

use super::refusal::PersonnelError;
use crate::actions::steps::{RecordIds, append, authorise};
use crate::domain::ids::PersonnelSerial;
use crate::domain::letter_code::LetterCode;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::record::{Act, Subject};
use crate::secrecy::randomness::draw;
use crate::secrecy::{InstallationKeys, PersonnelMac};
use crate::store::personnel::{NewBatch, insert_batch};
use crate::store::{Db, Lock, StoreError};

/// The most codes of one batch: what one answer can print, and one transaction writes at once.
pub const MAX_BATCH: u32 = 500;

/// A batch that somebody asks for.
#[derive(Debug, Clone)]
pub struct WantedBatch {
    /// How many codes.
    pub size: u32,
    /// What is noted of it.
    pub new: NewBatch,
}

/// Makes codes and answers them with the numbers of their slips.
///
/// # Errors
/// When the size does not hold, the same form made a batch before, the actor may not, or something fails.
pub async fn make_personnel_codes(
    db: &Db,
    keys: &InstallationKeys,
    actor: Actor,
    wanted: WantedBatch,
) -> Result<Vec<(PersonnelSerial, LetterCode)>, PersonnelError> {
    let WantedBatch { size, new } = wanted;
    if !(1..=MAX_BATCH).contains(&size) {
        return Err(PersonnelError::Size);
    }
    let mut codes = Vec::new();
    for _ in 0..size {
        codes.push(LetterCode::from_random(draw()?));
    }
    let macs: Arc<[PersonnelMac]> = codes.iter().map(|code| keys.personnel_mac(code)).collect();
    let ids = RecordIds::draw()?;
    let written = db.write(Lock::Nothing, move |tx| {
        authorise(tx, actor, Permission::ManageWorkplaces, Scope::Organisation)?;
        let now = tx.now;
        let first = insert_batch(tx, &new, &macs, now).map_err(|error| match error {
            StoreError::Conflict => PersonnelError::MadeAlready,
            other => other.into(),
        })?;
        let details = [("size", i64::from(size).into())];
        append(tx, &ids, actor, Act::PersonnelCodesMade, (None, Subject::Settings), details)?;
        Ok::<_, PersonnelError>(first)
    });
    let first = written.await?.value();
    Ok((first..).map(PersonnelSerial::new).zip(codes).collect())
}
