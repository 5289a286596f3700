//! Brings the tables up to date. Both folders of migrations are in the binary and have the same names.

use diesel::Connection;
use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::migration::{Migration, MigrationSource};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::conn::{Conn, Link, Purpose, open_link};
use super::dialect::each_backend;
use super::error::{OpenError, StoreError};
use super::url::{DatabaseUrl, Target};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// The key of the lock under which one instance migrates while others wait: "allmende" in ASCII, read as a number.
const LOCK: &str = "7020944106834322533";

/// Where the tables of a database stand against those that this program knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// The migrations that were made, oldest first; those of a newer program by their number only.
    pub applied: Vec<String>,
    /// The migrations that are due, oldest first.
    pub pending: Vec<String>,
    /// The migrations that a newer program has made.
    pub unknown: Vec<String>,
}

/// Says where the tables stand and changes none of them. Diesel's own table is made where it is missing.
///
/// # Errors
///
/// When the database cannot be opened or read.
pub fn standing(url: &DatabaseUrl) -> Result<Standing, OpenError> {
    let mut link = connect(url)?;
    compare(&mut link.conn).map_err(|reason| OpenError::Migration { url: url.clone(), reason })
}

/// Runs the migrations that are due and names them. Instances that start together wait for the first.
///
/// # Errors
///
/// When the database cannot be opened, is newer than the program, or refuses a migration, which is then undone.
pub fn run(url: &DatabaseUrl) -> Result<Vec<String>, OpenError> {
    let mut link = connect(url)?;
    let failed = |reason: String| OpenError::Migration { url: url.clone(), reason };
    alone(&mut link.conn, |conn| {
        let standing = compare(conn)?;
        if standing.unknown.is_empty() {
            apply(conn)?;
        }
        Ok(standing)
    })
    .map_err(failed)
    .and_then(|standing| refuse_newer(url, standing))
    .map(|standing| standing.pending)
}

/// Of these names of migrations, those that this program does not know.
///
/// # Errors
///
/// When the program's own migrations cannot be read, which is a mistake of ours.
pub fn unknown_among(url: &DatabaseUrl, migrations: &[String]) -> Result<Vec<String>, OpenError> {
    let known = match url.target() {
        Target::Sqlite { .. } => names(MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)),
        Target::Postgres { .. } => names(MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES)),
    };
    let known = known.map_err(|reason| OpenError::Migration { url: url.clone(), reason })?;
    Ok(migrations.iter().filter(|name| known.iter().all(|(_, known)| known != *name)).cloned().collect())
}

/// Refuses tables that a newer program has changed.
///
/// # Errors
///
/// [`OpenError::Newer`] with the migrations that this program does not know.
pub fn refuse_newer(url: &DatabaseUrl, standing: Standing) -> Result<Standing, OpenError> {
    if standing.unknown.is_empty() {
        Ok(standing)
    } else {
        Err(OpenError::Newer { url: url.clone(), versions: standing.unknown })
    }
}

fn connect(url: &DatabaseUrl) -> Result<Link, OpenError> {
    open_link(url, Purpose::Migrating)
}

/// On SQLite all migrations are one immediate transaction; on PostgreSQL each is one, under an advisory lock of the
/// session, so that a later one may build an index concurrently.
fn alone<T>(conn: &mut Conn, work: impl FnOnce(&mut Conn) -> Result<T, String>) -> Result<T, String> {
    match conn {
        Conn::Sqlite(file) => AnsiTransactionManager::begin_transaction_sql(file, "BEGIN IMMEDIATE").map_err(told)?,
        Conn::Postgres(server) => server.batch_execute(&format!("select pg_advisory_lock({LOCK})")).map_err(told)?,
    }
    let result = work(conn);
    match conn {
        Conn::Sqlite(_) if result.is_ok() => Manager::commit_transaction(conn).map_err(told)?,
        Conn::Sqlite(_) => Manager::rollback_transaction(conn).map_err(told)?,
        Conn::Postgres(server) => server.batch_execute(&format!("select pg_advisory_unlock({LOCK})")).map_err(told)?,
    }
    result
}

type Manager = <Conn as Connection>::TransactionManager;

fn apply(conn: &mut Conn) -> Result<(), String> {
    match conn {
        Conn::Sqlite(file) => file.run_pending_migrations(SQLITE).map(drop),
        Conn::Postgres(server) => server.run_pending_migrations(POSTGRES).map(drop),
    }
    .map_err(|error| error.to_string())
}

fn compare(conn: &mut Conn) -> Result<Standing, String> {
    let known = match conn {
        Conn::Sqlite(_) => names(MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)),
        Conn::Postgres(_) => names(MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES)),
    }?;
    let applied = each_backend!(conn, |own| own.applied_migrations()).map_err(|error| error.to_string())?;
    let applied: Vec<String> = applied.into_iter().map(|version| version.to_string()).collect();
    let name_of = |version: &String| {
        let found = known.iter().find(|(known, _)| known == version);
        found.map_or_else(|| version.clone(), |(_, name)| name.clone())
    };
    let mut named: Vec<String> = applied.iter().map(name_of).collect();
    named.sort();
    Ok(Standing {
        applied: named,
        pending: known.iter().filter(|(version, _)| !applied.contains(version)).map(|(_, name)| name.clone()).collect(),
        unknown: applied.into_iter().filter(|version| known.iter().all(|(known, _)| known != version)).collect(),
    })
}

/// Version and name of each migration, oldest first.
fn names<DB: diesel::backend::Backend>(
    migrations: diesel::migration::Result<Vec<Box<dyn Migration<DB>>>>,
) -> Result<Vec<(String, String)>, String> {
    let migrations = migrations.map_err(|error| error.to_string())?;
    let mut names: Vec<_> =
        migrations.iter().map(|one| (one.name().version().to_string(), one.name().to_string())).collect();
    names.sort();
    Ok(names)
}

/// The text of an error with its cause, for the operator who runs the migration.
fn told(error: diesel::result::Error) -> String {
    match StoreError::from(error) {
        StoreError::Database(cause) => cause.to_string(),
        known => known.to_string(),
    }
}
