//! A fresh database for each test, on both databases: a file in a temporary directory, or a copy of one migrated
//! template on the server that `ALLMENDE_TEST_POSTGRES` names.

use std::ops::Deref;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicU32, Ordering};

use allmende::domain::time::Instant;
use allmende::store::{Clock, DatabaseUrl, Db, FixedTime, Migrations, Sizes, migrate};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};
use tempfile::TempDir;

static TEMPLATE: OnceLock<String> = OnceLock::new();

/// Makes two tests of one: `name::sqlite` and `name::postgres`. The body gets a [`TestDatabase`].
macro_rules! on_both {
    ($(#[$attribute:meta])* async fn $name:ident($database:ident) $body:block) => {
        async fn $name($database: $crate::harness::databases::TestDatabase) $body

        mod $name {
            $(#[$attribute])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn sqlite() {
                super::$name($crate::harness::databases::TestDatabase::sqlite()).await;
            }

            $(#[$attribute])*
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn postgres() {
                if let Some(database) = $crate::harness::databases::TestDatabase::postgres() {
                    super::$name(database).await;
                }
            }
        }
    };
}

/// An empty, migrated database that goes away with the test. It is a [`Db`] whose clock stands until it is set.
pub(crate) struct TestDatabase {
    /// Where it is, to open it once more.
    pub(crate) url: DatabaseUrl,
    /// The time of every transaction.
    pub(crate) time: FixedTime,
    db: Db,
    _kept: Kept,
}

enum Kept {
    Directory { _directory: TempDir },
    Server { server: String, name: String },
}

impl TestDatabase {
    /// A file in a temporary directory.
    pub(crate) fn sqlite() -> Self {
        let directory = TempDir::new().unwrap();
        let url = format!("sqlite:{}", directory.path().join("test.db").display());
        Self::open(&url, Kept::Directory { _directory: directory })
    }

    /// A database on the test server; `None` when the tests were told to do without.
    pub(crate) fn postgres() -> Option<Self> {
        let server = server()?;
        let template = TEMPLATE.get_or_init(|| {
            let name = new_name("template");
            command(&server, &format!("create database {name}"));
            migrate::run(&DatabaseUrl::parse(&format!("{server}/{name}")).unwrap()).unwrap();
            name
        });
        let name = new_name("test");
        command(&server, &format!("create database {name} template {template}"));
        Some(Self::open(&format!("{server}/{name}"), Kept::Server { server, name }))
    }

    fn open(url: &str, kept: Kept) -> Self {
        let url = DatabaseUrl::parse(url).unwrap();
        let time = FixedTime::new(Instant::parse("2027-05-01T12:00:00Z").unwrap());
        let db = open_again(&url, Clock::Fixed(time.clone()));
        Self { url, time, db, _kept: kept }
    }

    /// The same database under another clock, as another process would open it.
    pub(crate) fn with_clock(&self, clock: Clock) -> Db {
        open_again(&self.url, clock)
    }

    /// Whether it is the server.
    pub(crate) fn is_postgres(&self) -> bool {
        self.url.file().is_none()
    }
}

/// A database of the same kind without anything in it; it goes away with the test.
pub(crate) struct EmptyPlace {
    /// Where it is, or would be.
    pub(crate) url: DatabaseUrl,
    _kept: Kept,
}

impl TestDatabase {
    /// A place to restore into: an SQLite file that does not exist, or a database without tables.
    pub(crate) fn empty_place(&self) -> EmptyPlace {
        let (url, kept) = match server().filter(|_| self.is_postgres()) {
            Some(server) => {
                let name = new_name("empty");
                command(&server, &format!("create database {name}"));
                (format!("{server}/{name}"), Kept::Server { server, name })
            }
            None => {
                let directory = TempDir::new().unwrap();
                let url = format!("sqlite:{}", directory.path().join("restored.db").display());
                (url, Kept::Directory { _directory: directory })
            }
        };
        EmptyPlace { url: DatabaseUrl::parse(&url).unwrap(), _kept: kept }
    }
}

fn open_again(url: &DatabaseUrl, clock: Clock) -> Db {
    Db::open(url, clock, Sizes { readers: 4, writers: 8 }, Migrations::Run).unwrap()
}

impl Deref for TestDatabase {
    type Target = Db;

    fn deref(&self) -> &Db {
        &self.db
    }
}

impl Drop for Kept {
    fn drop(&mut self) {
        if let Self::Server { server, name } = self {
            command(server, &format!("drop database {name} with (force)"));
        }
    }
}

/// The server's address without a database.
fn server() -> Option<String> {
    match std::env::var("ALLMENDE_TEST_POSTGRES") {
        Ok(none) if none == "none" => {
            static SAID: OnceLock<()> = OnceLock::new();
            SAID.get_or_init(|| eprintln!("PostgreSQL was skipped: ALLMENDE_TEST_POSTGRES=none"));
            None
        }
        Ok(server) => Some(server.trim_end_matches('/').to_owned()),
        Err(_) => panic!(
            "ALLMENDE_TEST_POSTGRES names no server. Start the tests with tests/run, which brings one, \
             or set it to none to leave PostgreSQL out."
        ),
    }
}

fn new_name(kind: &str) -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    format!("{kind}_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed))
}

fn command(server: &str, sql: &str) {
    PgConnection::establish(&format!("{server}/postgres")).unwrap().batch_execute(sql).unwrap();
}
