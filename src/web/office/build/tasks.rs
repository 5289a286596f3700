//! What a round waits for.

use crate::domain::job::JobState;
use crate::domain::permission::{Permission, Scope};
use crate::domain::round::Origin;
use crate::domain::time::Instant;
use crate::locale::{Words, local_day};
use crate::store::jobs::JobProgress;
use crate::web::office::load::Standing;
use crate::web::office::view::{Task, Wait};
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// What a round waits for, with the page where it is done; for whoever may do it, or only look on.
pub(super) fn wait(site: &Site, visitor: &Visitor, standing: &Standing) -> Option<Wait> {
    let task = task(site, visitor, standing)?;
    let needed = match &task {
        Task::Certify { .. } => Permission::CertifyRound,
        Task::Publish { .. } => Permission::PublishResult,
        Task::ClosesToday { .. } => Permission::ExtendVoting,
        Task::CountFailed { .. } | Task::Counting | Task::KeyMissing => Permission::ReadRound,
    };
    visitor.member.as_ref().filter(|member| member.may(needed, Scope::Round(standing.round.id)))?;
    let (language, slug) = (visitor.language, &standing.round.slug);
    let url = match &task {
        Task::Certify { .. } => routes::office_certify(language, slug),
        Task::Publish { .. } => routes::office_publish(language, slug),
        Task::CountFailed { .. } | Task::Counting => routes::office_count(language, slug),
        Task::ClosesToday { .. } => routes::office_extend(language, slug),
        Task::KeyMissing => routes::office_round(language, slug),
    };
    Some(Wait { round: standing.title.clone(), url, task })
}

/// The most urgent first.
pub(super) const fn urgency(task: &Task) -> u8 {
    match task {
        Task::KeyMissing => 0,
        Task::CountFailed { .. } => 1,
        Task::ClosesToday { .. } => 2,
        Task::Certify { .. } => 3,
        Task::Publish { .. } => 4,
        Task::Counting => 5,
    }
}

/// The job as the log names it.
pub(in crate::web::office) fn job_reference(job: &JobProgress) -> String {
    format!("job={}", job.id)
}

fn task(site: &Site, visitor: &Visitor, standing: &Standing) -> Option<Task> {
    let (words, facts) = (site.words(visitor), &standing.round.facts);
    if facts.result_published_at.is_some() || facts.round_published_at.is_none() {
        return None;
    }
    if let Some(counted) = standing.counted_at {
        return Some(Task::Publish { counted: words.date_time(counted) });
    }
    if facts.certified_at.is_some() || (standing.round.origin != Origin::Live && standing.job.is_some()) {
        return Some(counting(standing));
    }
    if standing.round.origin != Origin::Live {
        return None;
    }
    if key_is_unusable(site, standing) {
        return Some(Task::KeyMissing);
    }
    match facts.voting_closed_at {
        Some(closed) => {
            let ended = standing.closes_at().unwrap_or(closed);
            Some(Task::Certify { ended: words.until(ended) })
        }
        None => closes_today(site, visitor, standing, words),
    }
}

fn counting(standing: &Standing) -> Task {
    match &standing.job {
        Some(job) if job.error.is_some() && job.state != JobState::Done => {
            Task::CountFailed { reference: job_reference(job) }
        }
        Some(_) | None => Task::Counting,
    }
}

fn closes_today(site: &Site, visitor: &Visitor, standing: &Standing, words: Words<'_>) -> Option<Task> {
    let zone = site.zone(visitor);
    let end = standing.closes_at().filter(|_| standing.is_open(visitor.now))?;
    let last = last_moment(end);
    (local_day(last, zone) == local_day(visitor.now, zone)).then(|| Task::ClosesToday { until: words.until(end) })
}

/// The end itself is outside: a window that closes at midnight ends on the day before.
pub(in crate::web::office) fn last_moment(end: Instant) -> Instant {
    end.plus(chrono::TimeDelta::milliseconds(-1))
}

/// Whether the round's key, which casting and opening need, is missing, cannot be read, or is another one.
fn key_is_unusable(site: &Site, standing: &Standing) -> bool {
    let stored = standing.round.key_fingerprint.as_deref();
    stored.is_some_and(|stored| site.app.keys.check_round_key(&standing.round.public_id, stored).is_err())
}
