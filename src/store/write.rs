//! What a write is on both databases: the lock first, then the time, then the closure. `writer` runs it in batches on
//! SQLite, `server` one by one on PostgreSQL.

use std::ops::{Deref, DerefMut};
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::clock::Clock;
use super::conn::{Conn, Link};
use super::dialect::{drops_transactions, lock_round};
use super::error::StoreError;
use super::watch::TransactionGone;
use crate::domain::ids::RoundId;
use crate::domain::time::Instant;

/// What a write keeps from changing while it runs. Take the weakest that is right; on SQLite all are the one writer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Nothing but the rows it changes.
    Nothing,
    /// The round may not change meanwhile; others may do the same: casting, submitting, supporting, offering.
    RoundShared(RoundId),
    /// Nobody else works on the round: closing, extending, certifying, publishing, editing the schedule.
    Round(RoundId),
}

/// A transaction under its lock, with the time at which the lock was granted. It is a [`Conn`] for store functions.
pub struct Tx<'c> {
    /// The connection; dropping the transaction or ending it is not the closure's business.
    pub conn: &'c mut Conn,
    /// The time of everything that happens in this transaction.
    pub now: Instant,
}

impl Deref for Tx<'_> {
    type Target = Conn;

    fn deref(&self) -> &Conn {
        self.conn
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Conn {
        self.conn
    }
}

/// How running a closure ended, before the transaction was kept or undone.
pub(super) enum Ran<T, E> {
    /// It returned.
    Returned(Result<T, E>),
    /// It panicked, or was stopped because its transaction was gone: the connection is not to be used again.
    Broken(StoreError),
}

/// Takes the lock, reads the time, runs the closure, inside a transaction or savepoint that the caller has begun.
pub(super) fn run_closure<T, E, F>(link: &mut Link, clock: &Clock, lock: Lock, closure: &F) -> Ran<T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E>,
    E: From<StoreError>,
{
    let watch = link.watch.clone();
    watch.start(drops_transactions(&link.conn));
    let conn = &mut link.conn;
    let ran = catch_unwind(AssertUnwindSafe(|| {
        lock_round(lock, conn)?;
        let now = clock.now_in(conn)?;
        closure(&mut Tx { conn, now })
    }));
    watch.stop_guarding();
    match ran {
        Ok(result) => Ran::Returned(result),
        Err(panic) if panic.is::<TransactionGone>() => Ran::Broken(watch.undone().unwrap_or(StoreError::Panicked)),
        Err(_) => Ran::Broken(StoreError::Panicked),
    }
}
