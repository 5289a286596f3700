//! What a served application asks of its database.

use std::sync::{Arc, Barrier, Mutex};

use allmende::store::{Sizes, StoreError};
use diesel::Connection;
use diesel::connection::InstrumentationEvent;
use futures_util::future::join_all;

use super::app::TestApp;

/// The statements that read, in the order in which they were sent.
pub(crate) struct Statements(Arc<Mutex<Vec<String>>>);

impl Statements {
    /// Listens on every connection that reads.
    pub(crate) async fn of(app: &TestApp) -> Self {
        let (heard, readers) = (Arc::<Mutex<Vec<String>>>::default(), Sizes::default().readers);
        // All at the same time, so that each is on another connection, and no further one is ever made.
        let together = Arc::new(Barrier::new(readers.try_into().unwrap()));
        let listening = (0..readers).map(|_| {
            let (heard, together) = (Arc::clone(&heard), Arc::clone(&together));
            app.db.read(move |conn| {
                together.wait();
                conn.set_instrumentation(move |event: InstrumentationEvent<'_>| {
                    if let InstrumentationEvent::StartQuery { query, .. } = event {
                        heard.lock().unwrap().push(query.to_string());
                    }
                });
                Ok::<_, StoreError>(())
            })
        });
        for listens in join_all(listening).await {
            listens.unwrap();
        }
        Self(heard)
    }

    /// Those since the last time, without the beginnings and ends of transactions.
    pub(crate) fn take(&self) -> Vec<String> {
        let all = std::mem::take(&mut *self.0.lock().unwrap());
        all.into_iter().filter(|statement| statement.to_lowercase().starts_with("select")).collect()
    }
}
