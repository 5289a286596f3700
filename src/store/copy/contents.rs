//! What a database holds, in figures, for somebody who has to believe that a copy of it is whole.

use diesel::prelude::*;

use crate::domain::time::Instant;
use crate::store::conn::Conn;
use crate::store::error::StoreError;
use crate::store::schema;

/// What a database holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contents {
    /// How many rows there are of what, in words.
    pub rows: Vec<(&'static str, i64)>,
    /// The newest entry of the record: its time and act.
    pub newest_entry: Option<(Instant, String)>,
}

/// Counts what a database holds.
///
/// # Errors
/// When the database fails.
pub fn read_contents(conn: &mut Conn) -> Result<Contents, StoreError> {
    let mut rows = count_office_rows(conn)?;
    rows.extend(count_people(conn)?);
    rows.extend(count_box(conn)?);
    let newest = schema::entries::table
        .order((schema::entries::at.desc(), schema::entries::id))
        .select((schema::entries::at, schema::entries::act))
        .first::<(chrono::NaiveDateTime, String)>(conn)
        .optional()?;
    Ok(Contents { rows, newest_entry: newest.map(|(at, act)| (Instant::from_utc(at), act)) })
}

type Counted = Vec<(&'static str, i64)>;

fn count_office_rows(conn: &mut Conn) -> Result<Counted, StoreError> {
    Ok(vec![
        ("rounds", schema::rounds::table.count().get_result(conn)?),
        ("projects", schema::projects::table.count().get_result(conn)?),
        ("entries of the record", schema::entries::table.count().get_result(conn)?),
        ("mails", schema::mails::table.count().get_result(conn)?),
        ("jobs", schema::jobs::table.count().get_result(conn)?),
    ])
}

fn count_people(conn: &mut Conn) -> Result<Counted, StoreError> {
    Ok(vec![
        ("accounts", schema::accounts::table.count().get_result(conn)?),
        ("people on rolls", schema::roll::table.count().get_result(conn)?),
        ("participations", schema::participations::table.count().get_result(conn)?),
    ])
}

/// Apart from the people: no statement names both.
fn count_box(conn: &mut Conn) -> Result<Counted, StoreError> {
    Ok(vec![
        ("sealed ballots", schema::ballots::table.count().get_result(conn)?),
        ("opened ballots", schema::profile_ballots::table.count().get_result(conn)?),
    ])
}
