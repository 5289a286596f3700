//! A table of tallies that only these tests know, and an error of an action's kind.

use allmende::store::{Conn, Db, Lock, StoreError};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

diesel::table! {
    tallies (id) {
        id -> BigInt,
        value -> BigInt,
    }
}

/// What an action returns: a refusal by a rule, or the database's error.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    #[error("the rule says no")]
    Rule,
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<diesel::result::Error> for Refusal {
    fn from(error: diesel::result::Error) -> Self {
        Self::Store(error.into())
    }
}

/// Makes the table with rows 1 to `rows` at zero.
pub(crate) async fn make_tallies(db: &Db, rows: i64) {
    db.write(Lock::Nothing, move |tx| -> Result<(), StoreError> {
        tx.batch_execute("create table tallies (id bigint primary key, value bigint not null check (value >= 0))")?;
        for id in 1..=rows {
            diesel::insert_into(tallies::table).values((tallies::id.eq(id), tallies::value.eq(0))).execute(tx.conn)?;
        }
        Ok(())
    })
    .await
    .unwrap();
}

/// Makes a round to lock and gives its number.
pub(crate) async fn make_round(db: &Db) -> i64 {
    db.write(Lock::Nothing, |tx| -> Result<(), StoreError> {
        Ok(tx.batch_execute(
            "insert into rounds (id, public_id, slug, origin, currency, exponent, ballot_format, max_sum,
               max_per_project, ballot_version, rule, ties, effect, basis, signatures_required, created_at)
             values (1, '00', 'test', 'live', 'EUR', 2, 'points', 5, 5, 1, '{}', 'id', 'advice', 'codes', 1,
               '2027-05-01 12:00:00')",
        )?)
    })
    .await
    .unwrap();
    1
}

/// Reads a counter.
pub(crate) fn value(conn: &mut Conn, id: i64) -> Result<i64, StoreError> {
    Ok(tallies::table.find(id).select(tallies::value).first(conn)?)
}

/// Sets a counter.
pub(crate) fn set(conn: &mut Conn, id: i64, to: i64) -> Result<(), StoreError> {
    diesel::update(tallies::table.find(id)).set(tallies::value.eq(to)).execute(conn)?;
    Ok(())
}

/// Reads a counter in a snapshot of its own.
pub(crate) async fn stored(db: &Db, id: i64) -> i64 {
    db.read(move |conn| value(conn, id)).await.unwrap()
}
