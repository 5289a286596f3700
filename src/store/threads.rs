//! Threads that do blocking work from one bounded queue, so that no async thread ever waits for a database.

use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::JoinHandle;

use super::error::StoreError;

/// How many requests may wait. At the few thousand a second that a database does, the last waits about a second.
const QUEUE: usize = 4096;

/// The sending end of the queue, and the threads at the other end.
pub(super) struct Threads<J> {
    sender: RwLock<Option<SyncSender<J>>>,
    handles: Mutex<Vec<JoinHandle<()>>>,
}

impl<J: Send + 'static> Threads<J> {
    /// One thread that takes from the queue as it likes.
    pub(super) fn one(name: &str, work: impl FnOnce(Receiver<J>) + Send + 'static) -> std::io::Result<Self> {
        let (sender, jobs) = sync_channel(QUEUE);
        let handle = std::thread::Builder::new().name(name.to_owned()).spawn(move || work(jobs))?;
        Ok(Self { sender: RwLock::new(Some(sender)), handles: Mutex::new(vec![handle]) })
    }

    /// Several threads, each of which takes one job at a time.
    pub(super) fn many(name: &str, count: u32, work: impl Fn(J) + Send + Sync + 'static) -> std::io::Result<Self> {
        let (sender, jobs) = sync_channel(QUEUE);
        let (jobs, work) = (Arc::new(Mutex::new(jobs)), Arc::new(work));
        let handles = (0..count.max(1))
            .map(|_| {
                let (jobs, work) = (Arc::clone(&jobs), Arc::clone(&work));
                std::thread::Builder::new().name(name.to_owned()).spawn(move || {
                    while let Some(job) = next(&jobs) {
                        work(job);
                    }
                })
            })
            .collect::<std::io::Result<Vec<_>>>()?;
        Ok(Self { sender: RwLock::new(Some(sender)), handles: Mutex::new(handles) })
    }

    /// Puts a job into the queue.
    ///
    /// # Errors
    ///
    /// [`StoreError::Full`] when too many wait, [`StoreError::Stopped`] after [`Threads::close`].
    pub(super) fn submit(&self, job: J) -> Result<(), StoreError> {
        let sender = self.sender.read().unwrap_or_else(PoisonError::into_inner);
        let Some(sender) = sender.as_ref() else { return Err(StoreError::Stopped) };
        sender.try_send(job).map_err(|refused| match refused {
            TrySendError::Full(_) => StoreError::Full,
            TrySendError::Disconnected(_) => StoreError::Stopped,
        })
    }

    /// Takes no more jobs and returns when those in the queue are done.
    pub(super) fn close(&self) {
        drop(self.sender.write().unwrap_or_else(PoisonError::into_inner).take());
        let handles = std::mem::take(&mut *self.handles.lock().unwrap_or_else(PoisonError::into_inner));
        for handle in handles {
            if handle.join().is_err() {
                tracing::error!("a database thread had panicked");
            }
        }
    }
}

fn next<J>(jobs: &Mutex<Receiver<J>>) -> Option<J> {
    jobs.lock().unwrap_or_else(PoisonError::into_inner).recv().ok()
}
