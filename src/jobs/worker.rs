//! The workers: one thread for jobs and one for mails, each with its own small runtime, so that a count never stands in
//! the way of a request, nor a slow mail server in the way of a count.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::TimeDelta;
use futures_util::FutureExt as _;
use tokio::runtime::Builder;
use tokio::sync::watch;

use super::JobError;
use super::count_round::count_round;
use super::delete_personal_data::delete_personal_data;
use super::news::tell_news;
use super::outbox::send_mails;
use super::remind::send_reminders;
use super::send_mail::{Outbox, send_due_mails};
use super::transitions::pass_boundaries;
use super::wait::Waits;
use crate::actions::round::open_box;
use crate::app::App;
use crate::domain::job::JobKind;
use crate::store::jobs::{ClaimedJob, claim_job, update_job_done, update_job_failed, update_job_progress};
use crate::store::{Db, Lock, StoreError, Tx};

/// How long a job may be silent before another worker takes it.
const LEASE: TimeDelta = TimeDelta::minutes(15);
/// A job is never given up: the key volume that was not mounted for an hour, or the disk that was full, must not cost a
/// round its result.
const WAITS: Waits = Waits { first: TimeDelta::seconds(30), longest: TimeDelta::minutes(10) };
const PAUSE: Duration = Duration::from_secs(1);
const SWEEP_EVERY: u32 = 300;

/// The running workers.
#[derive(Debug)]
pub struct Handle {
    stop: watch::Sender<bool>,
    threads: [JoinHandle<()>; 2],
}

impl Handle {
    /// Lets the piece of work that is running come to its end, and returns. A mail that is on its way has 20 seconds.
    /// Blocks no async thread.
    pub async fn stop(self) {
        // Nobody listens when the workers have ended already.
        let _ = self.stop.send(true);
        let _ = tokio::task::spawn_blocking(move || self.threads.map(JoinHandle::join)).await;
    }
}

/// Starts the workers, each on a thread of its own.
///
/// # Errors
/// When the operating system gives no thread or no runtime.
pub fn start(app: Arc<App>) -> std::io::Result<Handle> {
    let (stop, stopped) = watch::channel(false);
    let (jobs, mails) =
        (Builder::new_current_thread().enable_time().build()?, Builder::new_current_thread().enable_all().build()?);
    let (sending, stop_sending) = (Arc::clone(&app), stopped.clone());
    let thread = |name: &str| std::thread::Builder::new().name(name.to_owned());
    let threads = [
        thread("jobs").spawn(move || jobs.block_on(work(&app, stopped)))?,
        thread("mails").spawn(move || mails.block_on(send_mails(&sending, stop_sending)))?,
    ];
    Ok(Handle { stop, threads })
}

async fn work(app: &App, mut stopped: watch::Receiver<bool>) {
    let mut turns = 0_u32;
    while !*stopped.borrow() {
        if turns == 0 {
            sweep(app).await;
        }
        turns = turns.saturating_add(1).checked_rem(SWEEP_EVERY).unwrap_or(0);
        let busy = match step(app).await {
            Ok(busy) => busy,
            Err(error) => {
                tracing::error!(%error, "background work failed");
                false
            }
        };
        if !busy {
            // Whichever comes first; a closed channel means that nobody can ask us to stop, so we do.
            let _ = tokio::time::timeout(PAUSE, stopped.changed()).await;
        }
    }
}

/// Does all that is due now and returns when nothing more is, or when what is left are mails that cannot leave.
///
/// # Errors
/// When the database fails. A job or a mail that fails is noted and tried again later.
pub async fn run_until_idle(app: &App) -> Result<(), JobError> {
    let (_stop, stopped) = watch::channel(false);
    while step(app).await? || send_due_mails(app, 0, &stopped).await? == Outbox::Sent {}
    Ok(())
}

async fn step(app: &App) -> Result<bool, JobError> {
    let passed = pass_boundaries(app).await? > 0;
    let ran = run_next_job(app).await?;
    let told = tell_news(app).await?;
    let reminded = send_reminders(app).await?;
    Ok(passed || ran || told || reminded)
}

async fn run_next_job(app: &App) -> Result<bool, JobError> {
    let claimed = app
        .db
        .write(Lock::Nothing, |tx| {
            let now = tx.now;
            claim_job(tx, now, LEASE)
        })
        .await?;
    let Some(job) = claimed else { return Ok(false) };
    match run(app, &job).await {
        Ok(()) => {
            tracing::info!(job = job.id.value(), kind = job.kind.as_str(), "a job is done");
            note(app, &job, |tx, job| update_job_done(tx, job)).await?;
        }
        Err(error) => {
            tracing::error!(job = job.id.value(), kind = job.kind.as_str(), %error, "a job failed");
            let text = error.to_string();
            note(app, &job, move |tx, job| {
                let again_at = tx.now.plus(WAITS.after(job.attempt));
                update_job_failed(tx, job, &text, again_at)
            })
            .await?;
        }
    }
    Ok(true)
}

/// Notes what became of a job, unless it is another worker's by now.
async fn note(
    app: &App,
    job: &ClaimedJob,
    update: impl Fn(&mut Tx<'_>, &ClaimedJob) -> Result<bool, StoreError> + Send + 'static,
) -> Result<(), StoreError> {
    let own = job.clone();
    if !app.db.write(Lock::Nothing, move |tx| update(tx, &own)).await? {
        tracing::warn!(job = job.id.value(), "another worker took the job over; what became of it here is not noted");
    }
    Ok(())
}

async fn run(app: &App, job: &ClaimedJob) -> Result<(), JobError> {
    let (told, progress) = watch::channel((0, 0));
    let tell = |done, total| _ = told.send((done, total));
    let teller = tokio::spawn(tell_progress(app.db.clone(), job.clone(), progress));
    let work = async {
        match job.kind {
            JobKind::OpenBox => open_box(&app.db, &app.keys, &app.files, job.round, tell).await.map_err(JobError::from),
            JobKind::CountRound => count_round(app, job.round, tell).await,
        }
    };
    // A panic must not end the thread that passes boundaries, sends mails and counts for all other rounds.
    let outcome = AssertUnwindSafe(work).catch_unwind().await.unwrap_or(Err(JobError::Panicked));
    teller.abort();
    outcome
}

/// Writes down how far a job has come, at most once a second.
async fn tell_progress(db: Db, job: ClaimedJob, mut progress: watch::Receiver<(usize, usize)>) {
    while progress.changed().await.is_ok() {
        let (done, total) = *progress.borrow_and_update();
        let steps = (i64::try_from(done).unwrap_or(i64::MAX), i64::try_from(total).unwrap_or(i64::MAX));
        let own = job.clone();
        let written: Result<bool, StoreError> = db
            .write(Lock::Nothing, move |tx| {
                let leased_until = tx.now.plus(LEASE);
                update_job_progress(tx, &own, steps, leased_until)
            })
            .await;
        match written {
            Ok(true) => {}
            // Another worker tells now.
            Ok(false) => return,
            Err(error) => tracing::warn!(%error, "a job's progress cannot be written"),
        }
        tokio::time::sleep(PAUSE).await;
    }
}

/// Lets go what has run out: keys that another process destroyed and, once a day, personal data.
async fn sweep(app: &App) {
    if let Err(error) = app.keys.forget_destroyed_keys() {
        tracing::warn!(%error, "it cannot be told which keys are destroyed");
    }
    match delete_personal_data(app).await {
        Ok(true) => tracing::info!("personal data whose time is over is deleted"),
        Ok(false) => {}
        Err(error) => tracing::error!(%error, "personal data whose time is over cannot be deleted yet"),
    }
}
