//! What the result's pages and the office's preview are made of, read in one snapshot.

use std::collections::BTreeMap;

use allmende_tally::Allocation;
use thiserror::Error;

use crate::domain::channel::Channel;
use crate::domain::ids::RoundId;
use crate::domain::round::{Area, Origin, Project, Round};
use crate::domain::slug::Slug;
use crate::locale::Language;
use crate::store::areas::{list_areas, list_projects};
use crate::store::participations::count_participations;
use crate::store::results::{AllocationRow, ResultFile, count_allocations, list_allocations, list_result_files};
use crate::store::roll::count_roll;
use crate::store::texts::{ProjectText, Written, list_area_names, list_project_texts};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::round::load::{PublicRound, Reader, find_public_round};
use crate::web::round::nav::has_result;

/// A round that everybody may see, with how far its result is.
pub(super) struct Reading {
    /// The round with its words.
    pub(super) found: PublicRound,
    /// Whether all areas are counted.
    pub(super) counted: bool,
    /// The result, once it is public.
    pub(super) result: Option<CountedRound>,
}

/// A counted round.
pub(in crate::web) struct CountedRound {
    /// Its areas by number.
    pub(in crate::web) areas: Vec<CountedArea>,
    /// People who took part by channel; empty when ballots were not cast here.
    pub(in crate::web) participants: BTreeMap<Channel, i64>,
    /// How many may vote; 0 when ballots were not cast here.
    pub(in crate::web) entitled: i64,
}

/// A counted area.
pub(in crate::web) struct CountedArea {
    /// The area.
    pub(in crate::web) area: Area,
    /// Its name.
    pub(in crate::web) name: Written<String>,
    /// How many ballots were counted.
    pub(in crate::web) ballots: i64,
    /// What the count came to.
    pub(in crate::web) allocation: Allocation,
    /// Its projects with their words, in the order of the ballot.
    pub(in crate::web) projects: Vec<(Project, Written<ProjectText>)>,
    /// Its ballot file, if it has one.
    pub(in crate::web) file: Option<ResultFile>,
}

/// Why a counted round cannot be read.
#[derive(Debug, Error)]
pub(in crate::web) enum LoadError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("an allocation cannot be read: {0}")]
    Allocation(#[from] serde_json::Error),
    #[error("the area {0} is not counted")]
    NotCounted(i64),
}

impl From<LoadError> for WebError {
    fn from(error: LoadError) -> Self {
        match error {
            LoadError::Store(error) => error.into(),
            LoadError::Allocation(_) | LoadError::NotCounted(_) => Self::fault(error),
        }
    }
}

/// The round with this name; its result only when that is public.
pub(super) fn load_reading(conn: &mut Conn, slug: &Slug, reader: Reader) -> Result<Reading, WebError> {
    let found = find_public_round(conn, slug, reader)?;
    let areas = i64::try_from(list_areas(conn, found.round.id)?.len()).unwrap_or(i64::MAX);
    let counted = count_allocations(conn, found.round.id)? == areas;
    let result = if has_result(&found.round, reader) {
        Some(load_counted_round(conn, &found.round, reader.language)?)
    } else {
        None
    };
    Ok(Reading { found, counted, result })
}

/// What a round's count came to.
pub(in crate::web) fn load_counted_round(
    conn: &mut Conn,
    round: &Round,
    language: Language,
) -> Result<CountedRound, LoadError> {
    let id = round.id;
    let tag = language.written();
    let mut names = list_area_names(conn, id, tag)?;
    let mut texts = list_project_texts(conn, id, tag)?;
    let mut projects: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for project in list_projects(conn, id)? {
        let text = texts.remove(&project.id).unwrap_or_else(|| nameless(tag));
        projects.entry(project.area).or_default().push((project, text));
    }
    let mut rows: BTreeMap<_, AllocationRow> =
        list_allocations(conn, id)?.into_iter().map(|row| (row.area, row)).collect();
    let mut files: BTreeMap<_, ResultFile> =
        list_result_files(conn, id)?.into_iter().map(|file| (file.area, file)).collect();
    let mut areas = Vec::new();
    for area in list_areas(conn, id)? {
        let row = rows.remove(&area.id).ok_or_else(|| LoadError::NotCounted(area.id.value()))?;
        areas.push(CountedArea {
            name: names.remove(&area.id).unwrap_or_else(|| nameless(tag)),
            ballots: row.ballots,
            allocation: serde_json::from_str(&row.body)?,
            projects: projects.remove(&area.id).unwrap_or_default(),
            file: files.remove(&area.id),
            area,
        });
    }
    let (participants, entitled) = turnout(conn, id, round.origin)?;
    Ok(CountedRound { areas, participants, entitled })
}

fn nameless<T: Default>(language: &str) -> Written<T> {
    Written { language: language.to_owned(), text: T::default() }
}

fn turnout(conn: &mut Conn, round: RoundId, origin: Origin) -> Result<(BTreeMap<Channel, i64>, i64), StoreError> {
    match origin {
        Origin::Imported | Origin::Generated => Ok((BTreeMap::new(), 0)),
        Origin::Live => {
            let mut participants: BTreeMap<Channel, i64> = BTreeMap::new();
            for (_, channel, people) in count_participations(conn, round)? {
                let sum = participants.entry(channel).or_default();
                *sum = sum.saturating_add(people);
            }
            Ok((participants, count_roll(conn, round)?))
        }
    }
}
