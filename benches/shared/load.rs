//! Load: so many clients, each with one call at a time, as fast as it goes or at a rate.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use super::Fault;
use super::figures::Figures;

/// Somebody who calls again and again.
pub(crate) trait Client: Send + 'static {
    /// Makes one call. `turn` counts the calls of all clients together, from 0.
    fn call(&mut self, turn: usize) -> impl Future<Output = Result<(), Fault>> + Send;
}

/// How much is asked for.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Load {
    /// So many calls, as fast as they go.
    Calls(usize),
    /// As many calls as go, for so long.
    Full(Duration),
    /// So many calls a second, for so long.
    Paced(u32, Duration),
}

/// Lets all clients call until the load is over.
///
/// # Errors
/// The first call that failed.
pub(crate) async fn run<C: Client>(clients: Vec<C>, load: Load) -> Result<Figures, Fault> {
    let (turns, start) = (Arc::new(AtomicUsize::new(0)), Instant::now());
    let work = |client| tokio::spawn(work(client, load, Arc::clone(&turns), start));
    let working: Vec<_> = clients.into_iter().map(work).collect();
    let mut latencies = Vec::new();
    for client in working {
        latencies.extend(client.await??);
    }
    Ok(Figures::new(latencies, start.elapsed()))
}

async fn work(
    mut client: impl Client,
    load: Load,
    turns: Arc<AtomicUsize>,
    start: Instant,
) -> Result<Vec<Duration>, Fault> {
    let mut latencies = Vec::new();
    loop {
        let turn = turns.fetch_add(1, Ordering::Relaxed);
        let Some(begun) = load.begin(turn, start).await else { return Ok(latencies) };
        client.call(turn).await?;
        latencies.push(begun.elapsed());
    }
}

impl Load {
    /// Waits for a turn and answers from when its time counts; nothing when the load is over.
    ///
    /// A paced call that finds every client busy counts from when it was due, so that a slow answer is not hidden by
    /// the calls that waited for it. One that had to be waited for counts from when it is made: the timer's delay is
    /// not the server's.
    async fn begin(self, turn: usize, start: Instant) -> Option<Instant> {
        match self {
            Self::Calls(calls) => (turn < calls).then(Instant::now),
            Self::Full(span) => (start.elapsed() < span).then(Instant::now),
            Self::Paced(per_second, span) => {
                let after = Duration::from_secs(1).saturating_mul(u32::try_from(turn).ok()?) / per_second;
                let due = start.checked_add(after)?;
                // What cannot keep the pace ends in time all the same, and the rate tells.
                if after >= span || start.elapsed() >= span.saturating_mul(2) {
                    return None;
                }
                if due <= Instant::now() {
                    return Some(due);
                }
                tokio::time::sleep_until(due.into()).await;
                Some(Instant::now())
            }
        }
    }
}
