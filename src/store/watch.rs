//! Watches the errors that pass over a connection, because a closure may swallow them or wrap them in its own type,
//! and yet they decide whether the transaction still stands and whether it is worth another try.

use std::panic::resume_unwind;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use diesel::connection::{Instrumentation, InstrumentationEvent};

use super::error::{self, StoreError};

/// What was seen on a connection since [`Watch::start`]. Clones share it.
#[derive(Clone, Default)]
pub(super) struct Watch(Arc<Mutex<Seen>>);

#[derive(Default)]
struct Seen {
    guarding: bool,
    failed: bool,
    collided: bool,
    undone: Option<StoreError>,
}

/// Unwinds a closure that goes on after SQLite has dropped its transaction: each further statement would be committed
/// on its own.
pub(super) struct TransactionGone;

impl Watch {
    /// Forgets what was seen. With `guarding`, no statement runs after an error that drops SQLite's transaction.
    pub(super) fn start(&self, guarding: bool) {
        *self.seen() = Seen { guarding, ..Seen::default() };
    }

    /// Lets statements through again, and keeps what was seen.
    pub(super) fn stop_guarding(&self) {
        self.seen().guarding = false;
    }

    /// Whether any statement failed.
    pub(super) fn failed(&self) -> bool {
        self.seen().failed
    }

    /// Whether another transaction stood in the way, so that running again may help.
    pub(super) fn collided(&self) -> bool {
        self.seen().collided
    }

    /// The error that dropped the transaction.
    pub(super) fn undone(&self) -> Option<StoreError> {
        self.seen().undone.clone()
    }

    fn seen(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, error: &diesel::result::Error) {
        let known = error::copy(error);
        let mut seen = self.seen();
        seen.failed = true;
        match known {
            Some(StoreError::Collision(_)) => seen.collided = true,
            Some(known) if known.undoes_the_transaction() => seen.undone = Some(known),
            Some(_) | None => {}
        }
    }

    fn refuse_after_the_end(&self) {
        let gone = {
            let seen = self.seen();
            seen.guarding && seen.undone.is_some()
        };
        if gone {
            resume_unwind(Box::new(TransactionGone));
        }
    }
}

impl Instrumentation for Watch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::StartQuery { .. } => self.refuse_after_the_end(),
            InstrumentationEvent::FinishQuery { error: Some(error), .. } => self.note(error),
            _ => {}
        }
    }
}
