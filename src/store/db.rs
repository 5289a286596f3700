//! The handle of the database that everybody holds: [`Db::read`] for one snapshot, [`Db::write`] for one transaction
//! under a lock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use diesel::connection::SimpleConnection;
use tokio::sync::oneshot;

use super::clock::Clock;
use super::conn::{Conn, Link, Purpose, open_link, speaks_english};
use super::dialect::empty_log;
use super::error::{OpenError, StoreError};
use super::migrate;
use super::pool::Connections;
use super::threads::Threads;
use super::url::{DatabaseUrl, Target};
use super::write::{Lock, Tx};
use super::writer::{Job, Write, Writer};

/// How many connections there are. SQLite always has one writer, so `writers` is PostgreSQL's.
#[derive(Debug, Clone, Copy)]
pub struct Sizes {
    /// Connections that read, at least 1.
    pub readers: u32,
    /// Connections that write, at least 1.
    pub writers: u32,
}

impl Default for Sizes {
    /// Eight of each: enough for two to four cores, and twelve instances stay below a server's usual 200.
    fn default() -> Self {
        Self { readers: 8, writers: 8 }
    }
}

/// What to do with tables that are older than the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Migrations {
    /// Bring them up to date.
    Run,
    /// Refuse to open them.
    Refuse,
}

/// The database. Clones are cheap and mean the same one.
#[derive(Clone)]
pub struct Db(Arc<Inner>);

struct Inner {
    clock: Clock,
    readers: Threads<Task>,
    reading: Arc<Connections>,
    writing: Writing,
    changes: AtomicU64,
}

type Task = Box<dyn FnOnce() + Send>;

enum Writing {
    OneByOne { queue: Threads<Box<dyn Job>>, stopped: Arc<AtomicBool>, url: DatabaseUrl },
    Together { threads: Threads<Task>, connections: Arc<Connections> },
}

impl Db {
    /// Opens the database and makes sure that it can be written and that its tables are this program's. Blocks.
    ///
    /// # Errors
    ///
    /// [`OpenError`], whose text tells the operator the next step.
    pub fn open(url: &DatabaseUrl, clock: Clock, sizes: Sizes, migrations: Migrations) -> Result<Self, OpenError> {
        match migrations {
            Migrations::Run => drop(migrate::run(url)?),
            Migrations::Refuse => {
                let pending = migrate::refuse_newer(url, migrate::standing(url)?)?.pending.len();
                if pending > 0 {
                    return Err(OpenError::NotMigrated { url: url.clone(), pending });
                }
            }
        }
        let mut link = open_link(url, Purpose::Writing)?;
        if !speaks_english(&mut link) {
            tracing::warn!(
                "the database server reports errors in another language than English, so deadlocks and a full disk are \
                 taken for faults of the program; let the server's administrator run, for the role of the program: \
                 alter role ROLE set lc_messages = 'C'"
            );
        }
        Self::start(url, clock, sizes, link)
            .map_err(|error| OpenError::CannotOpen { url: url.clone(), reason: error.to_string() })
    }

    fn start(url: &DatabaseUrl, clock: Clock, sizes: Sizes, link: Link) -> std::io::Result<Self> {
        let writing = match url.target() {
            Target::Sqlite { .. } => {
                let stopped = Arc::new(AtomicBool::new(false));
                let writer = Writer::new(url.clone(), clock.clone(), link, Arc::clone(&stopped));
                let queue = Threads::one("db-writer", |jobs| writer.work(&jobs))?;
                Writing::OneByOne { queue, stopped, url: url.clone() }
            }
            Target::Postgres { .. } => {
                let connections = Connections::new(url.clone(), Purpose::Writing, sizes.writers, clock.clone());
                let threads = Threads::many("db-write", sizes.writers, |task: Task| task())?;
                Writing::Together { threads, connections: Arc::new(connections) }
            }
        };
        let reading = Arc::new(Connections::new(url.clone(), Purpose::Reading, sizes.readers, clock.clone()));
        let readers = Threads::many("db-read", sizes.readers, |task: Task| task())?;
        Ok(Self(Arc::new(Inner { clock, readers, reading, writing, changes: AtomicU64::new(0) })))
    }

    /// The clock that the whole program goes by.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// Runs a closure on one snapshot: it sees no write that commits after its first query, and can write nothing.
    ///
    /// # Errors
    ///
    /// What the closure returns, or a [`StoreError`] of the connection, the queue or a panic.
    pub async fn read<T, E, F>(&self, closure: F) -> Result<T, E>
    where
        F: FnOnce(&mut Conn) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        let reading = Arc::clone(&self.0.reading);
        self.0.readers.submit(Box::new(move || drop(caller.send(reading.read(closure)))))?;
        answer.await.unwrap_or_else(|_| Err(StoreError::Stopped.into()))
    }

    /// Runs a closure in one transaction under a lock; the answer comes when it is on the disk. The closure may run
    /// again, so everything random, slow or external is made before and moved in. `Err` undoes what it did. Dropping
    /// the future does not cancel the write.
    ///
    /// # Errors
    ///
    /// What the closure returns, or a [`StoreError`]: the round does not exist, the queue is full, a commit failed,
    /// the closure panicked. [`StoreError::fate`] says whether the write may stand all the same.
    pub async fn write<T, E, F>(&self, lock: Lock, closure: F) -> Result<T, E>
    where
        F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        let (caller, answer) = oneshot::channel();
        match &self.0.writing {
            Writing::OneByOne { queue, .. } => queue.submit(Box::new(Write::new(lock, closure, caller)))?,
            Writing::Together { threads, connections } => {
                let connections = Arc::clone(connections);
                threads.submit(Box::new(move || drop(caller.send(connections.write(lock, &closure)))))?;
            }
        }
        // A thread that ends with a write in its hands may have committed it.
        let result = answer.await.unwrap_or_else(|_| Err(StoreError::Stopped.while_committing().into()));
        if let Lock::Round(_) = lock {
            self.0.changes.fetch_add(1, Ordering::AcqRel);
        }
        result
    }

    /// How many writes that may have changed a round ended in this process. What was read while the number stood
    /// still is as new as its beginning, but for writes of other processes.
    #[must_use]
    pub fn changes(&self) -> u64 {
        self.0.changes.load(Ordering::Acquire)
    }

    /// Whether requests can be served: the database answers, and its writer has not stopped.
    ///
    /// # Errors
    ///
    /// Why not.
    pub async fn ready(&self) -> Result<(), StoreError> {
        if let Writing::OneByOne { stopped, .. } = &self.0.writing
            && stopped.load(Ordering::Acquire)
        {
            return Err(StoreError::Stopped);
        }
        self.read(|conn| Ok(conn.batch_execute("select count(*) from rounds")?)).await
    }

    /// Empties SQLite's write-ahead log into the file, so that nothing deleted stays readable in it. A server does the
    /// like in its own time, and then nothing is done here.
    ///
    /// # Errors
    ///
    /// [`StoreError::Busy`] when others read or write for longer than we wait.
    pub async fn compact(&self) -> Result<(), StoreError> {
        let Writing::OneByOne { url, .. } = &self.0.writing else { return Ok(()) };
        let (caller, answer) = oneshot::channel();
        let url = url.clone();
        let task = move || Link::establish(&url, Purpose::Migrating).and_then(|mut link| empty_log(&mut link.conn));
        self.0.readers.submit(Box::new(move || drop(caller.send(task()))))?;
        answer.await.unwrap_or(Err(StoreError::Stopped))
    }

    /// Takes no more requests and returns when those in the queues are done. Every clone is closed with it.
    pub async fn close(&self) {
        let (closed, all_done) = oneshot::channel();
        let inner = Arc::clone(&self.0);
        // A thread of its own, because joining blocks and the caller may be on the last async thread.
        std::thread::spawn(move || {
            match &inner.writing {
                Writing::OneByOne { queue, .. } => queue.close(),
                Writing::Together { threads, .. } => threads.close(),
            }
            inner.readers.close();
            // Nobody listens when the future was dropped; what was queued is done all the same.
            let _ = closed.send(());
        });
        let _ = all_done.await;
    }
}
