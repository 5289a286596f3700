//! Reading the record: filtered, in pages, newest first. What a list is filtered by stands in an index, so that no
//! more bodies are read than are shown. Writing it is `store::entries`.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;

use super::conn::{Backend, Conn};
use super::error::StoreError;
use super::schema::{accounts, actors, entries};
use crate::domain::ids::{AccountId, RoundId};
use crate::domain::time::Instant;
use crate::record::Act;

/// Entries of which rounds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Rounds {
    /// Of any round and of none.
    #[default]
    Any,
    /// Of one.
    Only(RoundId),
    /// Of these and of none.
    TheseAndNone(Vec<RoundId>),
}

/// Which entries are sought.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sought {
    /// Of these acts; of all, be they unknown to this version, when nothing is said.
    pub acts: Option<Vec<Act>>,
    /// Of these rounds.
    pub rounds: Rounds,
    /// Not earlier than this.
    pub from: Option<Instant>,
    /// Earlier than this.
    pub before: Option<Instant>,
    /// With this in the public reason, whatever its case.
    pub reason: Option<String>,
    /// By this actor, as the record spells it.
    pub actor: Option<String>,
}

/// Where in the list to begin.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// After so many entries.
    Skip(i64),
    /// After this entry.
    After(Instant, String),
}

/// A stored entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its random id, in hexadecimal digits.
    pub id: String,
    /// When it happened.
    pub at: Instant,
    /// What was done, as the record spells it.
    pub act: String,
    /// Who did it, as the record spells it.
    pub actor_ref: String,
    /// On what it was done, as the record spells it.
    pub subject: String,
    /// The round that it concerns.
    pub round: Option<RoundId>,
    /// The canonical JSON, byte for byte.
    pub body: String,
}

type Columns = (String, NaiveDateTime, String, String, String, Option<i64>, String);

const COLUMNS: (
    entries::id,
    entries::at,
    entries::act,
    entries::actor_ref,
    entries::subject,
    entries::round_id,
    entries::body,
) = (entries::id, entries::at, entries::act, entries::actor_ref, entries::subject, entries::round_id, entries::body);

fn read_entry((id, at, act, actor_ref, subject, round, body): Columns) -> Recorded {
    Recorded { id, at: Instant::from_utc(at), act, actor_ref, subject, round: round.map(RoundId::new), body }
}

fn filtered(sought: &Sought) -> entries::BoxedQuery<'static, Backend> {
    let mut query = entries::table.into_boxed();
    if let Some(acts) = &sought.acts {
        query = query.filter(entries::act.eq_any(acts.iter().map(|act| act.as_str())));
    }
    match &sought.rounds {
        Rounds::Any => {}
        Rounds::Only(round) => query = query.filter(entries::round_id.eq(round.value())),
        Rounds::TheseAndNone(rounds) => {
            // A sum, because SQLite would otherwise go round by round through the index on rounds and fetch every row.
            let round = entries::round_id + 0;
            let these = round.eq_any(rounds.iter().map(|round| round.value()));
            query = query.filter(round.is_null().or(these));
        }
    }
    if let Some(from) = sought.from {
        query = query.filter(entries::at.ge(from.to_utc()));
    }
    if let Some(before) = sought.before {
        query = query.filter(entries::at.lt(before.to_utc()));
    }
    if let Some(reason) = &sought.reason {
        let anywhere = entries::reason.like(pattern(reason)).escape('\\');
        query = query.filter(entries::reason.is_not_null().and(anywhere));
    }
    if let Some(actor) = &sought.actor {
        query = query.filter(entries::actor_ref.eq(actor.clone()));
    }
    query
}

/// Anything around the text, in which no sign stands for another.
fn pattern(text: &str) -> String {
    let literal = text.to_lowercase().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    format!("%{literal}%")
}

/// How many entries are sought.
///
/// # Errors
/// When the database fails.
pub fn count_record(conn: &mut Conn, sought: &Sought) -> Result<i64, StoreError> {
    Ok(filtered(sought).count().get_result(conn)?)
}

/// Some of the sought entries, newest first, at most `limit`.
///
/// # Errors
/// When the database fails.
pub fn list_record(conn: &mut Conn, sought: &Sought, place: &Place, limit: i64) -> Result<Vec<Recorded>, StoreError> {
    let query = filtered(sought).order((entries::at.desc(), entries::id.desc())).limit(limit);
    let query = match place {
        Place::Skip(skipped) => query.offset(*skipped),
        Place::After(at, id) => {
            let at = at.to_utc();
            let further = entries::at.lt(at).or(entries::id.lt(id.clone()));
            query.filter(entries::at.le(at).and(further))
        }
    };
    let ids: Vec<String> = query.select(entries::id).load(conn)?;
    let these = entries::table.filter(entries::id.eq_any(ids)).order((entries::at.desc(), entries::id.desc()));
    Ok(these.select(COLUMNS).load::<Columns>(conn)?.into_iter().map(read_entry).collect())
}

/// The entry with an id.
///
/// # Errors
/// When the database fails.
pub fn find_entry(conn: &mut Conn, id: &str) -> Result<Option<Recorded>, StoreError> {
    Ok(entries::table.find(id).select(COLUMNS).first::<Columns>(conn).optional()?.map(read_entry))
}

/// Somebody who stands in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownActor {
    /// The account.
    pub account: AccountId,
    /// What the person is called; may be empty.
    pub name: String,
}

/// Everybody who stands in the record and whose account is still joined with it, by what the record spells in its place.
///
/// # Errors
/// When the database fails.
pub fn list_actors(conn: &mut Conn) -> Result<BTreeMap<String, KnownActor>, StoreError> {
    let columns = (actors::actor_ref, accounts::id, accounts::display_name);
    let rows = actors::table.inner_join(accounts::table).select(columns).load::<(String, i64, String)>(conn)?;
    let known = |(actor, id, name)| (actor, KnownActor { account: AccountId::new(id), name });
    Ok(rows.into_iter().map(known).collect())
}
