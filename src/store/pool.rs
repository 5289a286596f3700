//! Pooled connections: those that read, on both databases, and those that write on PostgreSQL.

use std::time::Duration;

use diesel::connection::SimpleConnection;
use r2d2::{HandleError, ManageConnection, Pool, PooledConnection};

use super::clock::Clock;
use super::conn::{Conn, Link, Purpose};
use super::dialect::{begin_reading, begin_writing, commit, roll_back};
use super::error::StoreError;
use super::url::DatabaseUrl;
use super::write::{Lock, Ran, Tx, run_closure};

/// How long a request waits for a connection before it is told that the database is away.
const PATIENCE: Duration = Duration::from_secs(5);
/// How often a closure runs again after it collided with another transaction.
const RETRIES: u32 = 3;

/// Makes connections; it reads the scheme itself, because diesel's own way tries one database after the other and
/// hides why each failed.
pub(super) struct Links {
    url: DatabaseUrl,
    purpose: Purpose,
}

impl ManageConnection for Links {
    type Connection = Link;
    type Error = StoreError;

    fn connect(&self) -> Result<Link, StoreError> {
        Link::establish(&self.url, self.purpose)
    }

    fn is_valid(&self, _: &mut Link) -> Result<(), StoreError> {
        Ok(())
    }

    fn has_broken(&self, link: &mut Link) -> bool {
        link.spent || diesel::r2d2::R2D2Connection::is_broken(&mut link.conn)
    }
}

#[derive(Debug)]
struct Log;

impl HandleError<StoreError> for Log {
    fn handle_error(&self, error: StoreError) {
        tracing::warn!(%error, "no connection to the database");
    }
}

/// Connections for one purpose, made when they are first needed.
pub(super) struct Connections {
    pool: Pool<Links>,
    clock: Clock,
}

impl Connections {
    pub(super) fn new(url: DatabaseUrl, purpose: Purpose, size: u32, clock: Clock) -> Self {
        let pool = Pool::builder()
            .max_size(size.max(1))
            .min_idle(Some(0))
            .connection_timeout(PATIENCE)
            .test_on_check_out(false)
            .error_handler(Box::new(Log))
            .build_unchecked(Links { url, purpose });
        Self { pool, clock }
    }

    /// Runs a closure on one snapshot of the database.
    pub(super) fn read<T, E, F>(&self, closure: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E>,
        E: From<StoreError>,
    {
        let mut link = self.begin(begin_reading)?;
        let conn = &mut link.conn;
        let ran = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| closure(conn)));
        link.spent = ran.is_err() || roll_back(&mut link.conn).is_err();
        ran.unwrap_or_else(|_| Err(StoreError::Panicked.into()))
    }

    /// Runs a closure in a transaction under its lock, again when it collided.
    pub(super) fn write<T, E, F>(&self, lock: Lock, closure: &F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E>,
        E: From<StoreError>,
    {
        let mut tries = 0;
        loop {
            let mut link = self.begin(begin_writing)?;
            let result = match run_closure(&mut link, &self.clock, lock, closure) {
                Ran::Broken(error) => {
                    link.spent = true;
                    return Err(error.into());
                }
                Ran::Returned(Ok(value)) => commit_for_sure(&mut link).map(|()| value).map_err(E::from),
                Ran::Returned(Err(refusal)) => {
                    link.spent = roll_back(&mut link.conn).is_err();
                    Err(refusal)
                }
            };
            match result {
                Err(_) if link.watch.collided() && tries < RETRIES => {
                    tries += 1;
                    drop(link);
                    step_aside(tries);
                }
                result => return result,
            }
        }
    }

    /// Begins a transaction. A connection that the server has closed since it was last used is thrown away, and the
    /// next tried: nothing has run yet, so nothing can run twice.
    fn begin(&self, begin: fn(&mut Conn) -> Result<(), StoreError>) -> Result<PooledConnection<Links>, StoreError> {
        let mut stale = 0;
        loop {
            let mut link = self.pool.get().map_err(|error| StoreError::Unavailable(error.to_string()))?;
            link.watch.start(false);
            match begin(&mut link.conn) {
                Ok(()) => return Ok(link),
                Err(error) => {
                    link.spent = true;
                    stale += 1;
                    if stale > self.pool.max_size() || !matches!(error, StoreError::Unavailable(_)) {
                        return Err(error);
                    }
                }
            }
        }
    }
}

/// Waits for a moment that differs between those who collided, or they would collide again in step.
fn step_aside(tries: u32) {
    std::thread::sleep(Duration::from_millis(u64::from(tries) * rand::random_range(1..=30)));
}

/// Commits, and never takes a rollback for a commit: PostgreSQL answers COMMIT of a transaction in which a statement
/// failed with a silent ROLLBACK. So when any statement failed, another is tried first.
fn commit_for_sure(link: &mut Link) -> Result<(), StoreError> {
    if link.watch.failed()
        && let Err(error) = link.conn.batch_execute("select 1")
    {
        link.spent = roll_back(&mut link.conn).is_err();
        return Err(error.into());
    }
    commit(&mut link.conn).map_err(|error| {
        link.spent = true;
        error.while_committing()
    })
}
