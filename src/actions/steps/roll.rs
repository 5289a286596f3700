//! The roll as the record notes it: its size, and a hash by which two states of it can be compared.

use sha2::{Digest, Sha256};

use crate::domain::hex;
use crate::domain::ids::RoundId;
use crate::store::roll::list_person_refs;
use crate::store::{Db, StoreError};

/// A roll at one moment.
#[derive(Debug, Clone)]
pub struct RollNote {
    /// How many rows it has.
    pub size: i64,
    /// SHA-256 over what stands for its people, sorted.
    pub hash: String,
}

/// Reads a roll. It may be long, so it is read apart from the transaction that notes it.
///
/// # Errors
/// When the database fails.
pub async fn read_roll(db: &Db, round: RoundId) -> Result<RollNote, StoreError> {
    let people = db.read(move |conn| list_person_refs(conn, round)).await?;
    let hash = hex::encode(&people.iter().fold(Sha256::new(), Sha256::chain_update).finalize());
    Ok(RollNote { size: i64::try_from(people.len()).unwrap_or(i64::MAX), hash })
}
