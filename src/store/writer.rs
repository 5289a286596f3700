//! The one writer of an SQLite database. It takes what is queued at that moment, runs each closure in a savepoint of
//! one immediate transaction, commits once with full durability, and only then answers - refusals too, because a
//! refusal may rest on a neighbour's row that is not yet on the disk.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Receiver;
use std::time::Duration;

use tokio::sync::oneshot;

use super::clock::{Clock, Stopwatch};
use super::conn::{Link, Purpose};
use super::dialect::{begin_savepoint, begin_writing, commit, roll_back};
use super::error::StoreError;
use super::url::DatabaseUrl;
use super::write::{Lock, Ran, Tx, run_closure};

const MOST_CLOSURES: usize = 64;
const LONGEST_BATCH: Duration = Duration::from_millis(20);

/// A closure in the queue, with the caller who waits for it.
pub(super) trait Job: Send {
    /// Runs the closure and keeps its result.
    fn run(&mut self, link: &mut Link, clock: &Clock) -> Ending;
    /// Tells the caller what the closure returned: its rows, or its refusal, are on the disk.
    fn answer(self: Box<Self>);
    /// Tells the caller that it was not done, or that nobody knows, and why.
    fn fail(self: Box<Self>, error: StoreError);
    /// Tells the caller that the closure undid its transaction: in its own words, where it has any.
    fn blame(self: Box<Self>, error: StoreError);
}

/// What the writer must do with the savepoint of a closure.
pub(super) enum Ending {
    Keep,
    Undo,
    Broken(StoreError),
}

/// A write as a [`Job`].
pub(super) struct Write<T, E, F> {
    lock: Lock,
    closure: F,
    result: Option<Result<T, E>>,
    caller: oneshot::Sender<Result<T, E>>,
}

impl<T, E, F> Write<T, E, F> {
    pub(super) fn new(lock: Lock, closure: F, caller: oneshot::Sender<Result<T, E>>) -> Self {
        Self { lock, closure, result: None, caller }
    }
}

impl<T, E, F> Job for Write<T, E, F>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send,
    T: Send,
    E: From<StoreError> + Send,
{
    fn run(&mut self, link: &mut Link, clock: &Clock) -> Ending {
        self.result = None;
        match run_closure(link, clock, self.lock, &self.closure) {
            Ran::Returned(result) => {
                let ending = if result.is_ok() { Ending::Keep } else { Ending::Undo };
                self.result = Some(result);
                ending
            }
            Ran::Broken(error) => Ending::Broken(error),
        }
    }

    fn answer(self: Box<Self>) {
        let result = self.result.unwrap_or_else(|| Err(StoreError::Stopped.into()));
        // A caller who went away is no error: the write stands all the same.
        drop(self.caller.send(result));
    }

    fn fail(self: Box<Self>, error: StoreError) {
        drop(self.caller.send(Err(error.into())));
    }

    fn blame(self: Box<Self>, error: StoreError) {
        let result = match self.result {
            Some(Err(own)) => Err(own),
            Some(Ok(_)) | None => Err(error.into()),
        };
        drop(self.caller.send(result));
    }
}

/// The writer's connection and what it needs to make another.
pub(super) struct Writer {
    url: DatabaseUrl,
    clock: Clock,
    link: Option<Link>,
    stopped: Arc<AtomicBool>,
}

impl Writer {
    /// Writes over this connection; sets `stopped` when the disk can no longer be trusted.
    pub(super) fn new(url: DatabaseUrl, clock: Clock, link: Link, stopped: Arc<AtomicBool>) -> Self {
        Self { url, clock, link: Some(link), stopped }
    }

    /// Works until the queue is closed and empty.
    pub(super) fn work(mut self, jobs: &Receiver<Box<dyn Job>>) {
        while let Ok(first) = jobs.recv() {
            if self.stopped.load(Ordering::Acquire) {
                first.fail(StoreError::Stopped);
            } else {
                self.batch(first, jobs);
            }
        }
    }

    fn batch(&mut self, first: Box<dyn Job>, jobs: &Receiver<Box<dyn Job>>) {
        let mut link = match self.begin() {
            Ok(link) => link,
            Err(error) => return first.fail(error),
        };
        let started = Stopwatch::start();
        let mut done = Vec::new();
        let mut job = first;
        loop {
            if let Err(error) = self.run(&mut link, job.as_mut()) {
                drop(link);
                job.blame(error);
                return done.into_iter().for_each(|job| self.alone(job));
            }
            done.push(job);
            if done.len() >= MOST_CLOSURES || started.elapsed() >= LONGEST_BATCH {
                break;
            }
            match jobs.try_recv() {
                Ok(next) => job = next,
                Err(_) => break,
            }
        }
        self.finish(link, done);
    }

    /// Runs a job again whose batch was undone by a neighbour.
    fn alone(&mut self, mut job: Box<dyn Job>) {
        if self.stopped.load(Ordering::Acquire) {
            return job.fail(StoreError::Stopped);
        }
        match self.begin() {
            Err(error) => job.fail(error),
            Ok(mut link) => match self.run(&mut link, job.as_mut()) {
                Ok(()) => self.finish(link, vec![job]),
                Err(error) => {
                    drop(link);
                    job.blame(error);
                }
            },
        }
    }

    fn begin(&mut self) -> Result<Link, StoreError> {
        let mut link = match self.link.take() {
            Some(link) => link,
            None => Link::establish(&self.url, Purpose::Writing)?,
        };
        link.watch.start(false);
        match begin_writing(&mut link.conn) {
            Ok(()) => Ok(link),
            Err(error) => {
                // Another process writes: the connection is as good as before.
                if matches!(error, StoreError::Busy(_)) {
                    self.link = Some(link);
                }
                Err(error)
            }
        }
    }

    /// Runs one job in a savepoint. An error says that the whole transaction is gone: the savepoint is asked for in
    /// every case, and SQLite knows it no longer when it has dropped the transaction.
    fn run(&self, link: &mut Link, job: &mut dyn Job) -> Result<(), StoreError> {
        begin_savepoint(&mut link.conn)?;
        match job.run(link, &self.clock) {
            Ending::Keep => commit(&mut link.conn).map_err(|error| link.watch.undone().unwrap_or(error)),
            Ending::Undo => roll_back(&mut link.conn).map_err(|error| link.watch.undone().unwrap_or(error)),
            Ending::Broken(error) => Err(error),
        }
    }

    fn finish(&mut self, mut link: Link, done: Vec<Box<dyn Job>>) {
        match commit(&mut link.conn) {
            Ok(()) => {
                self.link = Some(link);
                done.into_iter().for_each(Job::answer);
            }
            Err(error) => {
                drop(link);
                if matches!(error, StoreError::Disk(_)) {
                    // After a failed fsync nobody knows what is on the disk, and asking again may lie.
                    tracing::error!(%error, "the disk failed while committing; no more writes");
                    self.stopped.store(true, Ordering::Release);
                }
                let error = error.while_committing();
                done.into_iter().for_each(|job| job.fail(error.clone()));
            }
        }
    }
}
