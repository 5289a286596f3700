//! The queue and the boundaries that the clock passed: rows of the machinery.

use chrono::TimeDelta;
use diesel::dsl::{And, Eq, Filter, Find};
use diesel::prelude::*;

use super::conn::Conn;
use super::dialect::each_backend;
use super::error::StoreError;
use super::schema::{jobs, transitions};
use crate::domain::ids::{JobId, RoundId};
use crate::domain::job::{Boundary, JobKind, JobState};
use crate::domain::time::Instant;

/// A job that a worker has taken. It is the worker's until another takes it, after the lease has run out: each claim
/// counts a try, and only the worker with the latest one can note anything of the job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedJob {
    /// Its row.
    pub id: JobId,
    /// What is to be done.
    pub kind: JobKind,
    /// For which round.
    pub round: RoundId,
    /// Which try this is, from 1.
    pub attempt: i64,
}

/// What a page says of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JobProgress {
    /// Its row, which the log names too.
    pub id: JobId,
    /// What is being done.
    pub kind: JobKind,
    /// Where it stands.
    pub state: JobState,
    /// How many steps are done.
    pub done: i64,
    /// How many there are; 0 while unknown.
    pub total: i64,
    /// Why it failed, for operators.
    pub error: Option<String>,
    /// When it is due, or tried again.
    pub run_after: Instant,
}

/// Puts a job into the queue, in the transaction of the act that it follows from.
///
/// # Errors
/// When the database fails.
pub fn insert_job(conn: &mut Conn, kind: JobKind, round: RoundId, now: Instant) -> Result<JobId, StoreError> {
    let id = diesel::insert_into(jobs::table)
        .values((
            jobs::kind.eq(kind.as_str()),
            jobs::round_id.eq(round.value()),
            jobs::state.eq(JobState::Waiting.as_str()),
            jobs::run_after.eq(now.to_utc()),
            jobs::tries.eq(0),
            jobs::progress_done.eq(0),
            jobs::progress_total.eq(0),
            jobs::created_at.eq(now.to_utc()),
        ))
        .returning(jobs::id)
        .get_result(conn)?;
    Ok(JobId::new(id))
}

type JobRow = (i64, String, Option<i64>);

/// Takes the oldest job that is due, or whose worker let its lease run out, until `leased_until`.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn claim_job(conn: &mut Conn, now: Instant, lease: TimeDelta) -> Result<Option<ClaimedJob>, StoreError> {
    let due = jobs::state.eq(JobState::Waiting.as_str()).and(jobs::run_after.le(now.to_utc()));
    let abandoned = jobs::state.eq(JobState::Running.as_str()).and(jobs::leased_until.lt(now.to_utc()));
    let next = jobs::table.filter(due.or(abandoned)).order(jobs::id).select((jobs::id, jobs::kind, jobs::round_id));
    let found = match conn {
        Conn::Sqlite(c) => next.first::<JobRow>(c).optional()?,
        Conn::Postgres(c) => next.for_update().skip_locked().first::<JobRow>(c).optional()?,
    };
    let Some((id, kind, round)) = found else { return Ok(None) };
    let attempt = diesel::update(jobs::table.find(id))
        .set((
            jobs::state.eq(JobState::Running.as_str()),
            jobs::leased_until.eq(now.plus(lease).to_utc()),
            jobs::tries.eq(jobs::tries + 1),
        ))
        .returning(jobs::tries)
        .get_result(conn)?;
    let kind = JobKind::parse(&kind).ok_or_else(|| StoreError::corrupt("jobs", "kind", &kind))?;
    let round = round.ok_or_else(|| StoreError::corrupt("jobs", "round_id", "null"))?;
    Ok(Some(ClaimedJob { id: JobId::new(id), kind, round: RoundId::new(round), attempt }))
}

type OwnJob = Filter<Find<jobs::table, i64>, And<Eq<jobs::tries, i64>, Eq<jobs::state, &'static str>>>;

/// The row of a job as long as it is this worker's: no other took it, and it is neither done nor waiting again.
fn own(job: &ClaimedJob) -> OwnJob {
    let is_running = jobs::state.eq(JobState::Running.as_str());
    jobs::table.find(job.id.value()).filter(jobs::tries.eq(job.attempt).and(is_running))
}

/// Tells how far a job has come, and keeps the lease. Answers whether the job was still this worker's.
///
/// # Errors
/// When the database fails.
pub fn update_job_progress(
    conn: &mut Conn,
    job: &ClaimedJob,
    (done, total): (i64, i64),
    leased_until: Instant,
) -> Result<bool, StoreError> {
    let changed = diesel::update(own(job))
        .set((
            jobs::progress_done.eq(done),
            jobs::progress_total.eq(total),
            jobs::leased_until.eq(leased_until.to_utc()),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Notes that a job is done. Answers whether the job was still this worker's.
///
/// # Errors
/// When the database fails.
pub fn update_job_done(conn: &mut Conn, job: &ClaimedJob) -> Result<bool, StoreError> {
    let changed = diesel::update(own(job))
        .set((
            jobs::state.eq(JobState::Done.as_str()),
            jobs::progress_done.eq(jobs::progress_total),
            jobs::error.eq(None::<String>),
        ))
        .execute(conn)?;
    Ok(changed == 1)
}

/// Notes why a job failed, and when it is tried again. Answers whether the job was still this worker's.
///
/// # Errors
/// When the database fails.
pub fn update_job_failed(
    conn: &mut Conn,
    job: &ClaimedJob,
    error: &str,
    again_at: Instant,
) -> Result<bool, StoreError> {
    let changed = diesel::update(own(job))
        .set((jobs::state.eq(JobState::Waiting.as_str()), jobs::run_after.eq(again_at.to_utc()), jobs::error.eq(error)))
        .execute(conn)?;
    Ok(changed == 1)
}

/// The latest job of a round.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn find_latest_job(conn: &mut Conn, round: RoundId) -> Result<Option<JobProgress>, StoreError> {
    let row = jobs::table
        .filter(jobs::round_id.eq(round.value()))
        .order(jobs::id.desc())
        .select((
            (jobs::id, jobs::kind, jobs::state, jobs::progress_done, jobs::progress_total),
            (jobs::error, jobs::run_after),
        ))
        .first::<((i64, String, String, i64, i64), (Option<String>, chrono::NaiveDateTime))>(conn)
        .optional()?;
    row.map(|((id, kind, state, done, total), (error, run_after))| {
        let kind = JobKind::parse(&kind).ok_or_else(|| StoreError::corrupt("jobs", "kind", &kind))?;
        let state = JobState::parse(&state).ok_or_else(|| StoreError::corrupt("jobs", "state", &state))?;
        let (id, run_after) = (JobId::new(id), Instant::from_utc(run_after));
        Ok(JobProgress { id, kind, state, done, total, error, run_after })
    })
    .transpose()
}

/// How many jobs wait or run.
///
/// # Errors
/// When the database fails.
pub fn count_open_jobs(conn: &mut Conn) -> Result<i64, StoreError> {
    Ok(jobs::table.filter(jobs::state.ne(JobState::Done.as_str())).count().get_result(conn)?)
}

/// Says that something follows when a boundary of a round is passed, or moves that moment.
///
/// # Errors
/// When the database fails.
pub fn insert_or_update_transition(
    conn: &mut Conn,
    round: RoundId,
    boundary: Boundary,
    due_at: Instant,
) -> Result<(), StoreError> {
    let row = (
        transitions::round_id.eq(round.value()),
        transitions::boundary.eq(boundary.as_str()),
        transitions::due_at.eq(due_at.to_utc()),
    );
    each_backend!(conn, |c| diesel::insert_into(transitions::table)
        .values(row)
        .on_conflict((transitions::round_id, transitions::boundary))
        .do_update()
        .set(transitions::due_at.eq(due_at.to_utc()))
        .execute(c))?;
    Ok(())
}

/// The boundaries that are passed and from which nothing has followed yet, oldest first.
///
/// # Errors
/// When the database fails or holds something unknown.
pub fn list_due_transitions(conn: &mut Conn, now: Instant) -> Result<Vec<(RoundId, Boundary)>, StoreError> {
    transitions::table
        .filter(transitions::due_at.le(now.to_utc()).and(transitions::done_at.is_null()))
        .order((transitions::due_at, transitions::round_id))
        .select((transitions::round_id, transitions::boundary))
        .load::<(i64, String)>(conn)?
        .into_iter()
        .map(|(round, boundary)| {
            let known =
                Boundary::parse(&boundary).ok_or_else(|| StoreError::corrupt("transitions", "boundary", &boundary))?;
            Ok((RoundId::new(round), known))
        })
        .collect()
}

/// Notes that what follows from a boundary was done. Answers whether it was not noted before.
///
/// # Errors
/// When the database fails.
pub fn update_transition_done(
    conn: &mut Conn,
    round: RoundId,
    boundary: Boundary,
    now: Instant,
) -> Result<bool, StoreError> {
    let open = transitions::table.find((round.value(), boundary.as_str())).filter(transitions::done_at.is_null());
    let changed = diesel::update(open).set(transitions::done_at.eq(now.to_utc())).execute(conn)?;
    Ok(changed == 1)
}
