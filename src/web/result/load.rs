//! What the result's pages and the office's preview are made of, read in one snapshot.

use std::collections::BTreeMap;
use std::sync::Arc;

use allmende_tally::{Allocation, Comparison};
use thiserror::Error;

use super::kept::{Counted, KeptAllocations};
use crate::domain::channel::Channel;
use crate::domain::ids::{AreaId, AreaNumber, ProjectId, RoundId};
use crate::domain::round::{Area, Origin, Project, Round};
use crate::domain::slug::Slug;
use crate::locale::Language;
use crate::store::areas::list_areas;
use crate::store::decisions::{EnteredDecision, list_decisions};
use crate::store::projects::list_projects_of_areas;
use crate::store::results::{CountedRow, ResultFile, count_allocations, list_counted, list_result_files};
use crate::store::texts::{ProjectText, Written, list_area_names, list_texts_of_areas};
use crate::store::turnout::{count_roll, list_turnout};
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
    pub(in crate::web) allocation: Arc<Allocation>,
    /// What other rules would have come to, if that was kept.
    pub(in crate::web) comparison: Option<Arc<Comparison>>,
    /// Its projects in the order of the ballot, with their words where the page names them.
    pub(in crate::web) projects: Vec<(Project, Written<ProjectText>)>,
    /// Its ballot file, if it has one.
    pub(in crate::web) file: Option<ResultFile>,
    /// What the council decided on its projects, once their result is public.
    pub(in crate::web) decisions: BTreeMap<ProjectId, EnteredDecision>,
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

/// One area of a public result.
pub(super) struct AreaReading {
    /// The round with its words.
    pub(super) found: PublicRound,
    /// All areas of the round with their names, by number.
    pub(super) areas: Vec<(AreaNumber, String)>,
    /// The area that was asked for, if there is one.
    pub(super) area: Option<CountedArea>,
}

/// What a page shows of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::web) enum Naming {
    /// Their words.
    InWords,
    /// No more than how many there are.
    Counted,
}

/// The round with this name; its result only when that is public.
pub(super) fn load_reading(
    conn: &mut Conn,
    kept: &KeptAllocations,
    slug: &Slug,
    reader: Reader,
) -> Result<Reading, WebError> {
    let found = find_public_round(conn, slug, reader)?;
    if has_result(&found.round, reader) {
        let counted = load_counted_round(conn, kept, &found.round, reader.language, Naming::InWords)?;
        return Ok(Reading { found, counted: true, result: Some(counted) });
    }
    let areas = i64::try_from(list_areas(conn, found.round.id)?.len()).unwrap_or(i64::MAX);
    let counted = count_allocations(conn, found.round.id)? == areas;
    Ok(Reading { found, counted, result: None })
}

/// One area of the round with this name; none when the result is not public.
pub(super) fn load_area_reading(
    conn: &mut Conn,
    kept: &KeptAllocations,
    (slug, number): (&Slug, AreaNumber),
    reader: Reader,
) -> Result<Option<AreaReading>, WebError> {
    let found = find_public_round(conn, slug, reader)?;
    if !has_result(&found.round, reader) {
        return Ok(None);
    }
    let all = Areas::load(conn, &found.round, reader.language)?;
    let areas = all.areas.iter().map(|area| (area.number, all.name(area).text)).collect();
    let asked = all.areas.iter().find(|area| area.number == number);
    let area = asked.map(|area| all.counted(conn, kept, area, Naming::InWords)).transpose()?;
    Ok(Some(AreaReading { found, areas, area }))
}

/// What a round's count came to.
pub(in crate::web) fn load_counted_round(
    conn: &mut Conn,
    kept: &KeptAllocations,
    round: &Round,
    language: Language,
    naming: Naming,
) -> Result<CountedRound, LoadError> {
    let all = Areas::load(conn, round, language)?;
    let areas = all.areas.iter().map(|area| all.counted(conn, kept, area, naming)).collect::<Result<_, _>>()?;
    let (participants, entitled) = turnout(conn, round)?;
    Ok(CountedRound { areas, participants, entitled })
}

/// The areas of a counted round, with what all of their pages need.
struct Areas {
    round: RoundId,
    language: &'static str,
    areas: Vec<Area>,
    names: BTreeMap<AreaId, Written<String>>,
    counted: BTreeMap<AreaId, CountedRow>,
    files: BTreeMap<AreaId, ResultFile>,
    decisions: BTreeMap<ProjectId, EnteredDecision>,
}

impl Areas {
    fn load(conn: &mut Conn, round: &Round, language: Language) -> Result<Self, StoreError> {
        let is_public = round.facts.result_published_at.is_some();
        let (round, language) = (round.id, language.written());
        Ok(Self {
            round,
            language,
            areas: list_areas(conn, round)?,
            names: list_area_names(conn, round, language)?,
            counted: list_counted(conn, round)?.into_iter().map(|row| (row.area, row)).collect(),
            files: list_result_files(conn, round)?.into_iter().map(|file| (file.area, file)).collect(),
            decisions: if is_public { list_decisions(conn, round)? } else { BTreeMap::new() },
        })
    }

    fn name(&self, area: &Area) -> Written<String> {
        self.names.get(&area.id).cloned().unwrap_or_else(|| nameless(self.language))
    }

    /// One area with its projects.
    fn counted(
        &self,
        conn: &mut Conn,
        kept: &KeptAllocations,
        area: &Area,
        naming: Naming,
    ) -> Result<CountedArea, LoadError> {
        let row = *self.counted.get(&area.id).ok_or_else(|| LoadError::NotCounted(area.id.value()))?;
        let mut texts = match naming {
            Naming::InWords => list_texts_of_areas(conn, &[area.id], self.language)?,
            Naming::Counted => BTreeMap::new(),
        };
        let projects = list_projects_of_areas(conn, &[area.id])?.into_iter().map(|project| {
            let text = texts.remove(&project.id).unwrap_or_else(|| nameless(self.language));
            (project, text)
        });
        let projects: Vec<_> = projects.collect();
        let decided = projects.iter().filter_map(|(project, _)| self.decisions.get_key_value(&project.id));
        let decisions = decided.map(|(project, decision)| (*project, decision.clone())).collect();
        let Counted { allocation, comparison } = kept.of(conn, self.round, row)?;
        Ok(CountedArea {
            name: self.name(area),
            ballots: row.ballots,
            allocation,
            comparison,
            projects,
            decisions,
            file: self.files.get(&area.id).cloned(),
            area: area.clone(),
        })
    }
}

fn nameless<T: Default>(language: &str) -> Written<T> {
    Written { language: language.to_owned(), text: T::default() }
}

/// Who took part, and how many could; 0 where nobody knows.
fn turnout(conn: &mut Conn, round: &Round) -> Result<(BTreeMap<Channel, i64>, i64), StoreError> {
    match round.origin {
        Origin::Imported | Origin::Generated => Ok((BTreeMap::new(), 0)),
        Origin::Live => {
            let mut participants: BTreeMap<Channel, i64> = BTreeMap::new();
            for (_, channel, people) in list_turnout(conn, round.id)? {
                let sum = participants.entry(channel).or_default();
                *sum = sum.saturating_add(people);
            }
            // Whoever came with an account is on the roll, and whoever did not is not.
            let entitled = if round.basis.takes_accounts() { 0 } else { count_roll(conn, round.id)? };
            Ok((participants, entitled))
        }
    }
}
