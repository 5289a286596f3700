//! Making a result public: its ballot files are written, their hashes are entered, and the page is open to all.

use std::collections::{BTreeMap, BTreeSet};

use allmende_tally::Allocation;
use chrono_tz::Tz;
use thiserror::Error;

use super::RoundError;
use crate::actions::steps::{Forbidden, RecordIds, append, authorise, round_of, tell_followers};
use crate::domain::channel::Channel;
use crate::domain::contest::choices;
use crate::domain::ids::{AreaId, ProjectId, RoundId};
use crate::domain::news::NewsKind;
use crate::domain::permission::{Actor, Permission, Scope};
use crate::domain::round::{Area, Project, Round};
use crate::domain::schedule::Window;
use crate::domain::time::Instant;
use crate::exchange::pabulib::{AreaFile, ExportError, write_area};
use crate::locale::local_day;
use crate::media::{Files, FilesError};
use crate::record::canonical::Value;
use crate::record::{Act, Subject};
use crate::secrecy::randomness::RandomnessError;
use crate::store::areas::list_areas;
use crate::store::organisation::{find_organisation, zone_of};
use crate::store::profile::{ProfileBallot, list_profile_ballots};
use crate::store::projects::list_projects;
use crate::store::results::{AllocationRow, ResultFile, insert_result_file, list_allocations};
use crate::store::rounds::{Fact, find_round, update_fact};
use crate::store::texts::{ProjectText, Written, find_round_text, list_area_names, list_project_texts};
use crate::store::{Conn, Db, Lock, StoreError};

/// Areas with fewer ballots publish totals only: a single ballot could be somebody's.
pub const FEWEST_BALLOTS: usize = 10;

/// The language that names in ballot files are taken from, where they are written in it.
const FILE_LANGUAGE: &str = "de";

/// Why a result was not made public.
#[derive(Debug, Error)]
pub enum PublishResultError {
    /// The round is refused or something fails.
    #[error(transparent)]
    Round(#[from] RoundError),
    /// A file cannot be built.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A file cannot be written.
    #[error(transparent)]
    Files(#[from] FilesError),
    /// What was counted cannot be read; the count must be done again.
    #[error("the count cannot be read: {0}")]
    Json(#[from] serde_json::Error),
}

impl From<StoreError> for PublishResultError {
    fn from(error: StoreError) -> Self {
        Self::Round(error.into())
    }
}

impl From<Forbidden> for PublishResultError {
    fn from(error: Forbidden) -> Self {
        Self::Round(error.into())
    }
}

impl From<RandomnessError> for PublishResultError {
    fn from(error: RandomnessError) -> Self {
        Self::Round(error.into())
    }
}

/// What is read before the transaction, to write the files.
struct Counted {
    round: Round,
    title: String,
    unit: String,
    zone: Tz,
    areas: Vec<Area>,
    names: BTreeMap<AreaId, Written<String>>,
    projects: Vec<Project>,
    texts: BTreeMap<ProjectId, Written<ProjectText>>,
    allocations: Vec<AllocationRow>,
}

/// Makes the result of a counted round public.
///
/// # Errors
/// When the count is not done, the result is public already, the actor may not, or a file cannot be written.
pub async fn publish_result(db: &Db, files: &Files, actor: Actor, round: RoundId) -> Result<(), PublishResultError> {
    let ids = RecordIds::draw()?;
    // Asked here only so that nobody has files written who may not.
    let read = move |conn: &mut Conn| {
        authorise(conn, actor, Permission::PublishResult, Scope::Round(round))?;
        read_counted(conn, round)
    };
    let counted = db.read(read).await?;
    let mut written = Vec::new();
    for area in &counted.areas {
        let id = area.id;
        let ballots = db.read(move |conn| list_profile_ballots(conn, round, id)).await?;
        if ballots.len() >= FEWEST_BALLOTS {
            written.push(write_file(files, &counted, area, &ballots)?);
        }
    }
    let areas = counted.areas.len();
    db.write(Lock::Round(round), move |tx| {
        authorise(tx, actor, Permission::PublishResult, Scope::Round(round))?;
        let found = round_of(tx, round)?;
        if found.facts.result_published_at.is_some() {
            return Err(RoundError::AlreadyResult);
        }
        if list_allocations(tx, round)?.len() != areas {
            return Err(RoundError::NotCounted);
        }
        let now = tx.now;
        update_fact(tx, round, Fact::ResultPublished, now)?;
        for file in &written {
            insert_result_file(tx, round, file)?;
        }
        let hashes = written.iter().map(|file| Value::from(file.content_hash.as_str())).collect();
        tell_followers(tx, (round, None), NewsKind::Result, "")?;
        let details = [("files", Value::List(hashes))];
        append(tx, &ids, actor, Act::ResultPublished, (Some(round), Subject::Round(found.public_id)), details)?;
        Ok(())
    })
    .await?;
    Ok(())
}

fn read_counted(conn: &mut Conn, id: RoundId) -> Result<Counted, RoundError> {
    let round = find_round(conn, id)?.ok_or(StoreError::NotFound)?;
    let allocations = list_allocations(conn, id)?;
    let areas = list_areas(conn, id)?;
    if allocations.len() != areas.len() || areas.is_empty() {
        return Err(RoundError::NotCounted);
    }
    let organisation = find_organisation(conn)?;
    let zone = zone_of(organisation.as_ref());
    let unit = organisation.map_or_else(String::new, |found| found.text(FILE_LANGUAGE).name);
    let title = find_round_text(conn, id, FILE_LANGUAGE)?.text.title;
    let names = list_area_names(conn, id, FILE_LANGUAGE)?;
    let projects = list_projects(conn, id)?;
    let texts = list_project_texts(conn, id, FILE_LANGUAGE)?;
    Ok(Counted { round, title, unit, zone, areas, names, projects, texts, allocations })
}

fn write_file(
    files: &Files,
    counted: &Counted,
    area: &Area,
    ballots: &[ProfileBallot],
) -> Result<ResultFile, PublishResultError> {
    let row = counted.allocations.iter().find(|row| row.area == area.id).ok_or(RoundError::NotCounted)?;
    let allocation: Allocation = serde_json::from_str(&row.body)?;
    let funded: BTreeSet<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
    let projects: Vec<(&Project, &str)> = counted
        .projects
        .iter()
        .filter(|project| project.area == area.id)
        .map(|project| (project, counted.texts.get(&project.id).map_or("", |text| text.text.title.as_str())))
        .collect();
    let plain: Vec<&Project> = projects.iter().map(|(project, _)| *project).collect();
    let listed = choices(&plain, ballots.iter().map(|ballot| ballot.choices.as_slice()));
    let channels: Vec<Option<Channel>> = publishable_channels(ballots);
    let language = projects.first().and_then(|(project, _)| counted.texts.get(&project.id));
    let file = AreaFile {
        description: counted.title.clone(),
        unit: counted.unit.clone(),
        instance: counted.round.slug.as_str().to_owned(),
        subunit: counted.names.get(&area.id).map_or_else(String::new, |name| name.text.clone()),
        language: language.map_or_else(|| FILE_LANGUAGE.to_owned(), |text| text.language.clone()),
        days: days(&counted.round, counted.zone),
        currency: &counted.round.currency,
        limit: area.limit,
        format: counted.round.format,
        rule: counted.round.rule,
        ties: &counted.round.ties,
        projects: &projects,
        funded: &funded,
        ballots: listed.into_iter().zip(channels).collect(),
    };
    let text = write_area(&file)?;
    let content_hash = files.put(text.as_bytes())?.to_string();
    Ok(ResultFile { area: area.id, content_hash, bytes: i64::try_from(text.len()).unwrap_or(i64::MAX) })
}

/// The channel of each ballot, unless one of the channels has fewer than [`FEWEST_BALLOTS`] ballots: then of none.
fn publishable_channels(ballots: &[ProfileBallot]) -> Vec<Option<Channel>> {
    let mut counts: BTreeMap<Option<Channel>, usize> = BTreeMap::new();
    for ballot in ballots {
        let count = counts.entry(ballot.channel).or_default();
        *count = count.saturating_add(1);
    }
    let all_large = counts.values().all(|count| *count >= FEWEST_BALLOTS);
    ballots.iter().map(|ballot| if all_large { ballot.channel } else { None }).collect()
}

/// The first and the last day of voting, as `.pb` files write them; the day of the result for rounds brought in.
fn days(round: &Round, zone: Tz) -> (String, String) {
    let day = |at: Instant| local_day(at, zone).format("%d.%m.%Y").to_string();
    let span = round.schedule.span(Window::Voting).unwrap_or_default();
    let last = span.closes_at.map(|end| end.plus(chrono::TimeDelta::milliseconds(-1)));
    let last = last.or(round.facts.voting_closed_at).or(round.facts.round_published_at);
    let first = span.opens_at.or(round.facts.round_published_at);
    (first.map_or_else(String::new, day), last.map_or_else(String::new, day))
}
