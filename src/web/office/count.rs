//! How far the count is.

use actix_web::web;

use super::load::{Standing, load};
use super::view::{AreaProgress, AreaState, CountState, OfficeCount};
use super::{Answer, build, page};
use crate::domain::job::{JobKind, JobState};
use crate::domain::permission::{Permission, Scope};
use crate::domain::round::Origin;
use crate::locale::Words;
use crate::store::Conn;
use crate::store::jobs::JobProgress;
use crate::web::answer::see_other;
use crate::web::error::WebError;
use crate::web::result::load::{CountedArea, Naming, load_counted_round};
use crate::web::result::{Pen, figures_of};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

/// Seconds after which the page of a running count asks again.
const REFRESH: u32 = 3;

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
) -> Answer {
    let standing = load(&site, &visitor, &office, &slug).await?;
    if standing.round.facts.certified_at.is_none() && standing.round.origin == Origin::Live {
        return Ok(see_other(&routes::office_round(visitor.language, &slug)));
    }
    let state = state(&standing, &visitor, site.words(&visitor));
    let (areas, refresh_seconds) = match state {
        CountState::Done { .. } => (areas(&site, &visitor, &standing).await?, None),
        CountState::Waiting | CountState::Opening { .. } | CountState::Counting { .. } | CountState::Failed { .. } => {
            (Vec::new(), Some(REFRESH))
        }
    };
    let view = OfficeCount { round: build::round_of(&visitor, &standing), state, areas, refresh_seconds };
    site.answer(&visitor, &page(&site, &visitor)?, &view)
}

fn state(standing: &Standing, visitor: &Visitor, words: Words<'_>) -> CountState {
    if let Some(counted) = standing.counted_at {
        let scope = Scope::Round(standing.round.id);
        let publishes = visitor.member.as_ref().is_some_and(|member| member.may(Permission::PublishResult, scope));
        let publish_url = || routes::office_publish(visitor.language, &standing.round.slug);
        return CountState::Done { at: words.date_time(counted), publish_url: publishes.then(publish_url) };
    }
    match &standing.job {
        None => CountState::Waiting,
        Some(job) => job_state(job, words),
    }
}

fn job_state(job: &JobProgress, words: Words<'_>) -> CountState {
    let (done, total) = (u64::try_from(job.done).unwrap_or(0), u64::try_from(job.total).unwrap_or(0));
    match (job.state, job.kind) {
        (JobState::Waiting, _) if job.error.is_some() => {
            CountState::Failed { reference: build::job_reference(job), again: words.time(job.run_after) }
        }
        (JobState::Running, JobKind::OpenBox) if total > 0 => CountState::Opening { done, total },
        (JobState::Running, JobKind::CountRound) if total > 0 => CountState::Counting { done, total },
        // One that waits, or has just begun, or that the next one follows upon.
        (JobState::Waiting | JobState::Running | JobState::Done, _) => CountState::Waiting,
    }
}

async fn areas(site: &Site, visitor: &Visitor, standing: &Standing) -> Result<Vec<AreaProgress>, WebError> {
    let (round, language) = (standing.round.clone(), visitor.language);
    let kept = site.allocations.clone();
    let read = move |conn: &mut Conn| load_counted_round(conn, &kept, &round, language, Naming::Counted);
    let counted = site.app.db.read(read).await?;
    let pen = Pen { words: site.words(visitor), round: &standing.round };
    let progress = |area: &CountedArea| {
        let figures = figures_of(pen, area);
        AreaProgress {
            name: area.name.text.clone(),
            ballots: pen.words.number(area.ballots),
            state: AreaState::Done { funded: figures.funded, projects: figures.projects },
        }
    };
    Ok(counted.areas.iter().map(progress).collect())
}
