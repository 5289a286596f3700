//! One connection type for both databases, and how a connection is made. Nobody else opens one; whoever wants rows
//! goes through [`Db::read`](super::Db::read) and [`Db::write`](super::Db::write).

use std::path::Path;
use std::time::Duration;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use super::error::{OpenError, StoreError};
use super::url::{DatabaseUrl, Target};
use super::watch::Watch;

/// A connection to either database. Every query that diesel can write for both runs on it directly; for the few that
/// differ there is [`dialect`](super::dialect).
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// The embedded database.
    Sqlite(SqliteConnection),
    /// The database server.
    Postgres(PgConnection),
}

/// What queries that are put together are boxed for.
pub(super) type Backend = <Conn as diesel::Connection>::Backend;

/// What a connection will be used for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    Reading,
    Writing,
    Migrating,
    /// Reading a whole database, for as long as that takes, and changing nothing in it.
    Copying,
}

/// A connection, what was seen on it, and whether it may be used again.
pub(super) struct Link {
    pub(super) conn: Conn,
    pub(super) watch: Watch,
    pub(super) spent: bool,
}

impl Link {
    /// Connects and sets what the whole house relies on.
    pub(super) fn establish(url: &DatabaseUrl, purpose: Purpose) -> Result<Self, StoreError> {
        let mut conn = match url.target() {
            Target::Sqlite { path, create } => Conn::Sqlite(open_file(path, create)?),
            Target::Postgres { url } => Conn::Postgres(PgConnection::establish(url).map_err(unreachable)?),
        };
        match &mut conn {
            Conn::Sqlite(file) => set_up_file(file, purpose)?,
            Conn::Postgres(server) => set_up_session(server, purpose)?,
        }
        let watch = Watch::default();
        conn.set_instrumentation(watch.clone());
        Ok(Self { conn, watch, spent: false })
    }
}

/// Opens the first connection of the program, with an error that an operator can act on.
pub(super) fn open_link(url: &DatabaseUrl, purpose: Purpose) -> Result<Link, OpenError> {
    if let Target::Sqlite { path, create } = url.target() {
        look_at(url, path, create)?;
    }
    Link::establish(url, purpose).map_err(|error| match error {
        StoreError::ReadOnly => OpenError::ReadOnly { url: url.clone() },
        StoreError::Unavailable(reason) => OpenError::CannotOpen { url: url.clone(), reason },
        StoreError::Database(cause) => OpenError::CannotOpen { url: url.clone(), reason: cause.to_string() },
        other => OpenError::CannotOpen { url: url.clone(), reason: other.to_string() },
    })
}

/// SQLite says "unable to open database file" to everything; these two causes are told before.
fn look_at(url: &DatabaseUrl, path: &Path, create: bool) -> Result<(), OpenError> {
    if !create && !path.exists() {
        return Err(OpenError::Missing { path: path.display().to_string() });
    }
    match path.parent() {
        Some(directory) if directory != Path::new("") && !directory.is_dir() => Err(OpenError::CannotOpen {
            url: url.clone(),
            reason: format!("there is no directory {}", directory.display()),
        }),
        Some(_) | None => Ok(()),
    }
}

fn unreachable(error: ConnectionError) -> StoreError {
    match error {
        ConnectionError::BadConnection(reason) => StoreError::Unavailable(reason.trim().to_owned()),
        other => StoreError::Unavailable(other.to_string()),
    }
}

fn open_file(path: &Path, create: bool) -> Result<SqliteConnection, StoreError> {
    let absolute = std::path::absolute(path).map_err(|error| StoreError::Unavailable(error.to_string()))?;
    let mut address = url::Url::from_file_path(&absolute)
        .map_err(|()| StoreError::Unavailable(format!("{} is no path of a file", absolute.display())))?;
    address.set_query(Some(if create { "mode=rwc" } else { "mode=rw" }));
    SqliteConnection::establish(address.as_str()).map_err(unreachable)
}

/// One pragma per call, the waiting time first, so that the others wait too. `synchronous=FULL` because in WAL mode
/// NORMAL loses acknowledged ballots when the power fails.
fn set_up_file(file: &mut SqliteConnection, purpose: Purpose) -> Result<(), StoreError> {
    file.batch_execute("pragma busy_timeout = 5000")?;
    match purpose {
        Purpose::Reading => file.batch_execute("pragma query_only = on")?,
        // `vacuum into` writes, though not into this file.
        Purpose::Copying => {}
        Purpose::Writing | Purpose::Migrating => {
            file.batch_execute("begin immediate; rollback")?;
            turn_to_wal(file)?;
            file.batch_execute("pragma secure_delete = on")?;
            file.batch_execute("pragma journal_size_limit = 67108864")?;
            // 40 MB: a checkpoint rewrites pages all over the file, so a quarter more ballots go in with fewer of them.
            file.batch_execute("pragma wal_autocheckpoint = 10000")?;
        }
    }
    file.batch_execute("pragma synchronous = full")?;
    file.batch_execute("pragma foreign_keys = on")?;
    Ok(())
}

/// How often, and how long apart, a file is asked to become one with a write-ahead log: five seconds, as for any lock.
const WAL_TRIES: u32 = 100;
const WAL_PAUSE: Duration = Duration::from_millis(50);

/// For this one change SQLite gives up at once, whatever its waiting time, where another connection has the file open:
/// instances that start together on a new file would fail.
fn turn_to_wal(file: &mut SqliteConnection) -> Result<(), StoreError> {
    let mut tries = 1..WAL_TRIES;
    loop {
        match file.batch_execute("pragma journal_mode = wal").map_err(StoreError::from) {
            Err(StoreError::Busy(_)) if tries.next().is_some() => std::thread::sleep(WAL_PAUSE),
            done => return done,
        }
    }
}

/// English messages tell a deadlock from other errors (diesel hides the code). Only a role that was given the right may
/// ask for them, so a refusal is no error; [`speaks_english`] tells what came of it.
fn set_up_session(server: &mut PgConnection, purpose: Purpose) -> Result<(), StoreError> {
    server.batch_execute("set time zone 'UTC'; set client_encoding = 'UTF8'; set standard_conforming_strings = on")?;
    match purpose {
        Purpose::Reading => server.batch_execute("set statement_timeout = '60s'")?,
        Purpose::Writing => server.batch_execute(
            "set statement_timeout = '60s'; set lock_timeout = '10s'; set idle_in_transaction_session_timeout = '60s'",
        )?,
        Purpose::Migrating | Purpose::Copying => {
            server.batch_execute("set statement_timeout = 0; set lock_timeout = 0")?;
        }
    }
    drop(server.batch_execute("set lc_messages = 'C'"));
    Ok(())
}

/// What a server says of `1 / 0` in English.
const DIVISION_BY_ZERO: &str = "division by zero";

/// Whether the errors of a connection are in the language in which [`StoreError`] reads them: a server is made to report
/// one. The name of a language would not do, because a server may lack its messages.
pub(super) fn speaks_english(link: &mut Link) -> bool {
    match &mut link.conn {
        Conn::Sqlite(_) => true,
        Conn::Postgres(server) => match server.batch_execute("select 1 / 0") {
            Err(diesel::result::Error::DatabaseError(_, told)) => told.message() == DIVISION_BY_ZERO,
            Ok(()) | Err(_) => true,
        },
    }
}
