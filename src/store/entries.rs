//! The audit record's rows. Their bodies are bytes that will be hashed, and are never written anew. Looking through
//! them is `store::record`.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::record::{Place, Recorded, Rounds, Sought, list_record};
use super::schema::entries;
use crate::domain::ids::RoundId;
use crate::record::{Act, Entry};

/// Appends an entry.
///
/// # Errors
/// When the database fails.
pub fn insert_entry(conn: &mut Conn, round: Option<RoundId>, entry: &Entry) -> Result<(), StoreError> {
    diesel::insert_into(entries::table)
        .values((
            entries::id.eq(entry.id().to_string()),
            entries::round_id.eq(round.map(RoundId::value)),
            entries::at.eq(entry.at().to_utc()),
            entries::act.eq(entry.act().as_str()),
            entries::actor_ref.eq(entry.actor().to_string()),
            entries::subject.eq(entry.subject().to_string()),
            entries::body.eq(entry.body()),
            entries::reason.eq(entry.folded_reason()),
        ))
        .execute(conn)?;
    Ok(())
}

/// Whether an act stands in a round's record.
///
/// # Errors
/// When the database fails.
pub fn is_entered(conn: &mut Conn, round: RoundId, act: Act) -> Result<bool, StoreError> {
    let entered = entries::table.filter(entries::round_id.eq(round.value()).and(entries::act.eq(act.as_str())));
    Ok(diesel::select(diesel::dsl::exists(entered)).get_result(conn)?)
}

/// The entries of a round, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_entries(conn: &mut Conn, round: RoundId, limit: i64) -> Result<Vec<Recorded>, StoreError> {
    list_record(conn, &Sought { rounds: Rounds::Only(round), ..Sought::default() }, &Place::Skip(0), limit)
}
