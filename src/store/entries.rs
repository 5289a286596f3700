//! The audit record's rows. Their bodies are bytes that will be hashed, and are never written anew. Looking through
//! them is `store::record`.

use diesel::prelude::*;

use super::conn::Conn;
use super::error::StoreError;
use super::record::{Place, Recorded, Rounds, Sought, list_record};
use super::schema::entries;
use crate::domain::ids::RoundId;
use crate::domain::time::Instant;
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

/// Which of some acts was done last to an account, by its name in the record.
///
/// # Errors
/// When the database fails.
pub fn find_last_act_on(conn: &mut Conn, actor_ref: &str, acts: &[Act]) -> Result<Option<Act>, StoreError> {
    let acts = acts.iter().map(|act| act.as_str()).collect::<Vec<_>>();
    let on_it = entries::table.filter(entries::subject.eq(actor_ref).and(entries::act.eq_any(acts)));
    let last = on_it.order((entries::at.desc(), entries::id.desc())).select(entries::act).first::<String>(conn);
    Ok(last.optional()?.and_then(|act| Act::parse(&act)))
}

/// The entries of a round, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_entries(conn: &mut Conn, round: RoundId, limit: i64) -> Result<Vec<Recorded>, StoreError> {
    list_record(conn, &Sought { rounds: Rounds::Only(round), ..Sought::default() }, &Place::Skip(0), limit)
}

/// The exact text of every entry of what an account did, oldest first.
///
/// # Errors
/// When the database fails.
pub fn list_entries_of(conn: &mut Conn, actor_ref: &str) -> Result<Vec<String>, StoreError> {
    let rows = entries::table.filter(entries::actor_ref.eq(actor_ref)).order((entries::at, entries::id));
    Ok(rows.select(entries::body).load(conn)?)
}

/// A place in the record: after the entry with this time and id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordPlace {
    /// The entry's time.
    pub at: Instant,
    /// The entry's id.
    pub id: String,
}

/// An entry as programs get it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordEntry {
    /// Where it stands.
    pub place: RecordPlace,
    /// What was done, as the record spells it.
    pub act: String,
    /// The canonical JSON, byte for byte.
    pub body: String,
}

/// The entries of the whole record that follow a place, oldest first, at most `limit`, none later than `until`.
///
/// # Errors
/// When the database fails.
pub fn list_record_after(
    conn: &mut Conn,
    after: Option<&RecordPlace>,
    until: Instant,
    limit: i64,
) -> Result<Vec<RecordEntry>, StoreError> {
    let mut query = entries::table.filter(entries::at.le(until.to_utc())).into_boxed();
    if let Some(place) = after {
        let (at, id) = (place.at.to_utc(), place.id.clone());
        query = query.filter(entries::at.gt(at).or(entries::at.eq(at).and(entries::id.gt(id))));
    }
    let rows = query
        .order((entries::at, entries::id))
        .limit(limit)
        .select((entries::at, entries::id, entries::act, entries::body))
        .load::<(chrono::NaiveDateTime, String, String, String)>(conn)?;
    Ok(rows
        .into_iter()
        .map(|(at, id, act, body)| RecordEntry { place: RecordPlace { at: Instant::from_utc(at), id }, act, body })
        .collect())
}
