//! The box: sealed ballots under pseudonyms, and the leaves that wait for the log. Nothing here knows a person.

use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{ballots, pending_leaves};
use crate::domain::ids::RoundId;
use crate::secrecy::{PendingLeafId, Pseudonym};

/// A sealed ballot with the pseudonym that it is bound to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SealedBallot {
    /// Stands for a person, whom only the round's key can find.
    pub pseudonym: Pseudonym,
    /// The sealed bytes.
    pub sealed: Vec<u8>,
}

/// Puts a sealed ballot into the box, in place of the one that lies there under the same pseudonym.
///
/// # Errors
/// When the database fails.
pub fn insert_or_replace_ballot(conn: &mut Conn, round: RoundId, ballot: &SealedBallot) -> Result<(), StoreError> {
    let values = (
        ballots::round_id.eq(round.value()),
        ballots::pseudonym.eq(ballot.pseudonym.as_bytes().as_slice()),
        ballots::sealed.eq(ballot.sealed.as_slice()),
    );
    each_backend!(conn, |c| diesel::insert_into(ballots::table)
        .values(values)
        .on_conflict((ballots::round_id, ballots::pseudonym))
        .do_update()
        .set(ballots::sealed.eq(ballot.sealed.as_slice()))
        .execute(c))?;
    Ok(())
}

/// The sealed ballot under a pseudonym.
///
/// # Errors
/// When the database fails.
pub fn find_ballot(conn: &mut Conn, round: RoundId, pseudonym: &Pseudonym) -> Result<Option<SealedBallot>, StoreError> {
    let sealed = ballots::table
        .find((round.value(), pseudonym.as_bytes().as_slice()))
        .select(ballots::sealed)
        .first::<Vec<u8>>(conn)
        .optional()?;
    Ok(sealed.map(|sealed| SealedBallot { pseudonym: *pseudonym, sealed }))
}

/// All sealed ballots of a round, in the order of their pseudonyms. 250,000 take some 100 MB.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_ballots(conn: &mut Conn, round: RoundId) -> Result<Vec<SealedBallot>, StoreError> {
    ballots::table
        .filter(ballots::round_id.eq(round.value()))
        .order(ballots::pseudonym)
        .select((ballots::pseudonym, ballots::sealed))
        .load::<(Vec<u8>, Vec<u8>)>(conn)?
        .into_iter()
        .map(|(pseudonym, sealed)| {
            let pseudonym =
                pseudonym.try_into().map_err(|_| StoreError::corrupt("ballots", "pseudonym", "not 32 bytes"))?;
            Ok(SealedBallot { pseudonym: Pseudonym::new(pseudonym), sealed })
        })
        .collect()
}

/// How many ballots lie in a round's box.
///
/// # Errors
/// When the database fails.
pub fn count_ballots(conn: &mut Conn, round: RoundId) -> Result<i64, StoreError> {
    Ok(ballots::table.filter(ballots::round_id.eq(round.value())).count().get_result(conn)?)
}

/// Empties a round's box for good.
///
/// # Errors
/// When the database fails.
pub fn delete_ballots(conn: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    diesel::delete(ballots::table.filter(ballots::round_id.eq(round.value()))).execute(conn)?;
    Ok(())
}

/// Lets a leaf wait for the log, under 16 random bytes, so that its place says nothing.
///
/// # Errors
/// When the database fails.
pub fn insert_pending_leaf(
    conn: &mut Conn,
    round: RoundId,
    id: &PendingLeafId,
    sealed: &[u8],
) -> Result<(), StoreError> {
    diesel::insert_into(pending_leaves::table)
        .values((
            pending_leaves::id.eq(id.as_bytes().as_slice()),
            pending_leaves::round_id.eq(round.value()),
            pending_leaves::sealed.eq(sealed),
        ))
        .execute(conn)?;
    Ok(())
}

/// The leaves of a round that wait, still sealed, in the order of their random ids.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_pending_leaves(conn: &mut Conn, round: RoundId) -> Result<Vec<(PendingLeafId, Vec<u8>)>, StoreError> {
    pending_leaves::table
        .filter(pending_leaves::round_id.eq(round.value()))
        .order(pending_leaves::id)
        .select((pending_leaves::id, pending_leaves::sealed))
        .load::<(Vec<u8>, Vec<u8>)>(conn)?
        .into_iter()
        .map(|(id, sealed)| {
            let id = id.try_into().map_err(|_| StoreError::corrupt("pending_leaves", "id", "not 16 bytes"))?;
            Ok((PendingLeafId::new(id), sealed))
        })
        .collect()
}

/// Lets a round's waiting leaves go, once they are written elsewhere.
///
/// # Errors
/// When the database fails.
pub fn delete_pending_leaves(conn: &mut Conn, round: RoundId) -> Result<(), StoreError> {
    diesel::delete(pending_leaves::table.filter(pending_leaves::round_id.eq(round.value()))).execute(conn)?;
    Ok(())
}
