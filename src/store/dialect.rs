//! The few statements that the two databases want differently. Where diesel's expression is the same, the macro writes
//! it once and has it checked against either connection, so both sides keep their types.

use chrono::NaiveDateTime;
use diesel::connection::{AnsiTransactionManager, Connection, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::sql_types::Timestamp;

use super::conn::Conn;
use super::error::StoreError;
use super::schema::rounds;
use super::write::Lock;

/// Runs a diesel expression on the connection itself instead of on [`Conn`]. For what the common
/// type cannot say: `on_conflict`, `for_update`, `skip_locked`, inserting many rows.
///
/// ```ignore
/// each_backend!(conn, |own| diesel::insert_into(table).values(row).on_conflict_do_nothing().execute(own))
/// ```
macro_rules! each_backend {
    ($conn:expr, |$own:ident| $body:expr) => {
        match $conn {
            $crate::store::conn::Conn::Sqlite($own) => $body,
            $crate::store::conn::Conn::Postgres($own) => $body,
        }
    };
}

/// Inserts many rows of any `Insertable` type and says how many: `insert_many!(conn, projects::table, rows)`.
///
/// Slices of 500 rows, so that a statement stays under PostgreSQL's 65,535 parameters for tables of up to 131
/// columns. SQLite gets one statement per row, which inside a transaction is as fast.
macro_rules! insert_many {
    ($conn:expr, $table:expr, $rows:expr) => {{
        let rows: &[_] = $rows;
        $crate::store::dialect::each_backend!($conn, |own| {
            let mut inserted = 0_usize;
            for slice in rows.chunks(500) {
                inserted += diesel::RunQueryDsl::execute(diesel::insert_into($table).values(slice), own)?;
            }
            Ok::<usize, $crate::store::error::StoreError>(inserted)
        })
    }};
}

pub(crate) use each_backend;
pub(crate) use insert_many;

type Manager = <Conn as Connection>::TransactionManager;

/// Begins the snapshot of a read.
pub(super) fn begin_reading(conn: &mut Conn) -> Result<(), StoreError> {
    match conn {
        Conn::Sqlite(file) => AnsiTransactionManager::begin_transaction_sql(file, "BEGIN DEFERRED")?,
        Conn::Postgres(server) => {
            AnsiTransactionManager::begin_transaction_sql(server, "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY")?;
        }
    }
    Ok(())
}

/// Begins a write: at once the only one on SQLite; READ COMMITTED on PostgreSQL, where any other snapshot would be
/// older than the lock, so that every wait would end in a collision.
pub(super) fn begin_writing(conn: &mut Conn) -> Result<(), StoreError> {
    match conn {
        Conn::Sqlite(file) => AnsiTransactionManager::begin_transaction_sql(file, "BEGIN IMMEDIATE")?,
        Conn::Postgres(server) => {
            AnsiTransactionManager::begin_transaction_sql(server, "BEGIN ISOLATION LEVEL READ COMMITTED, READ WRITE")?;
        }
    }
    Ok(())
}

/// Begins a savepoint inside a transaction.
pub(super) fn begin_savepoint(conn: &mut Conn) -> Result<(), StoreError> {
    Ok(Manager::begin_transaction(conn)?)
}

/// Commits the transaction, or releases the savepoint that was begun last.
pub(super) fn commit(conn: &mut Conn) -> Result<(), StoreError> {
    Ok(Manager::commit_transaction(conn)?)
}

/// Undoes the transaction, or what was done since the savepoint that was begun last.
pub(super) fn roll_back(conn: &mut Conn) -> Result<(), StoreError> {
    Ok(Manager::rollback_transaction(conn)?)
}

/// Whether the database drops a whole transaction on some errors and then commits later statements one by one, as
/// SQLite does; PostgreSQL refuses them.
pub(super) fn drops_transactions(conn: &Conn) -> bool {
    matches!(conn, Conn::Sqlite(_))
}

/// Locks the round's row. On SQLite nobody else can write anyway, but a round that does not exist is told apart.
pub(super) fn lock_round(lock: Lock, conn: &mut Conn) -> Result<(), StoreError> {
    let (Lock::RoundShared(round) | Lock::Round(round)) = lock else { return Ok(()) };
    let row = rounds::table.find(round.value()).select(rounds::id);
    let _: i64 = match (conn, lock) {
        (Conn::Sqlite(file), _) => row.first(file)?,
        (Conn::Postgres(server), Lock::Round(_)) => row.for_update().first(server)?,
        (Conn::Postgres(server), Lock::RoundShared(_) | Lock::Nothing) => row.for_share().first(server)?,
    };
    Ok(())
}

/// The key of the lock under which slips are numbered: "slips" in ASCII, read as a number.
const SLIPS: i64 = 0x73_6c69_7073;

/// Lets nobody else number slips until the transaction ends. On SQLite nobody else can write anyway.
pub(super) fn lock_slips(conn: &mut Conn) -> Result<(), StoreError> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(server) => Ok(server.batch_execute(&format!("select pg_advisory_xact_lock({SLIPS})"))?),
    }
}

#[derive(QueryableByName)]
struct Checkpoint {
    #[diesel(sql_type = diesel::sql_types::Integer)]
    busy: i32,
}

/// Empties the write-ahead log of a file into it.
pub(super) fn empty_log(conn: &mut Conn) -> Result<(), StoreError> {
    let Conn::Sqlite(file) = conn else { return Ok(()) };
    let done: Checkpoint = diesel::sql_query("pragma wal_checkpoint(truncate)").get_result(file)?;
    if done.busy == 0 { Ok(()) } else { Err(StoreError::Busy("others use the write-ahead log".to_owned())) }
}

/// The server's time at this moment in UTC; `None` where the database is part of this process.
pub(super) fn server_time(conn: &mut Conn) -> Result<Option<NaiveDateTime>, StoreError> {
    match conn {
        Conn::Sqlite(_) => Ok(None),
        Conn::Postgres(server) => {
            let moment = diesel::dsl::sql::<Timestamp>("clock_timestamp() at time zone 'UTC'");
            Ok(Some(diesel::select(moment).get_result(server)?))
        }
    }
}
