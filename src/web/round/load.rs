//! A published round as its pages read it. A draft is not found: only the office sees it.

use std::collections::BTreeMap;

use crate::domain::ids::{AreaId, AreaNumber, ProjectId};
use crate::domain::money::Money;
use crate::domain::round::{Area, AreaLimit, Round, RoundText};
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::locale::Language;
use crate::store::areas::{find_area, list_areas};
use crate::store::projects::{count_projects, list_topics};
use crate::store::rounds::find_round_by_slug;
use crate::store::texts::{
    ProjectText, Written, find_round_text, list_area_names, list_names_of_areas, list_texts_of_projects,
};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// For whom a page is read: a language and a moment.
#[derive(Debug, Clone, Copy)]
pub(in crate::web) struct Reader {
    pub(in crate::web) language: Language,
    pub(in crate::web) now: Instant,
}

impl Reader {
    pub(in crate::web) fn of(visitor: &Visitor) -> Self {
        Self { language: visitor.language, now: visitor.now }
    }
}

/// A round that everybody may see, with its texts.
#[derive(Debug, Clone)]
pub(in crate::web) struct PublicRound {
    pub(in crate::web) round: Round,
    pub(in crate::web) text: RoundText,
}

/// Whether everybody may see a round.
pub(in crate::web) fn is_public(round: &Round, now: Instant) -> bool {
    round.facts.round_published_at.is_some_and(|at| at <= now)
}

/// The round with this name.
pub(in crate::web) fn find_public_round(conn: &mut Conn, slug: &Slug, reader: Reader) -> Result<PublicRound, WebError> {
    let found = find_round_by_slug(conn, slug)?.filter(|round| is_public(round, reader.now));
    let round = found.ok_or_else(WebError::not_found)?;
    let text = find_round_text(conn, round.id, reader.language.written())?.text;
    Ok(PublicRound { round, text })
}

impl Site {
    /// The round with this name, for pages that need nothing else.
    pub(in crate::web) async fn public_round(&self, visitor: &Visitor, slug: &Slug) -> Result<PublicRound, WebError> {
        let (slug, reader) = (slug.clone(), Reader::of(visitor));
        self.app.db.read(move |conn| find_public_round(conn, &slug, reader)).await
    }
}

/// Areas of a round with their names.
#[derive(Debug, Clone)]
pub(in crate::web) struct Areas {
    pub(in crate::web) all: Vec<Area>,
    names: BTreeMap<AreaId, String>,
}

/// All areas of a round.
pub(in crate::web) fn find_areas(conn: &mut Conn, round: &Round, reader: Reader) -> Result<Areas, StoreError> {
    let all = list_areas(conn, round.id)?;
    Ok(Areas::named(all, list_area_names(conn, round.id, reader.language.written())?))
}

/// One area.
pub(in crate::web) fn find_one_area(conn: &mut Conn, area: AreaId, reader: Reader) -> Result<Areas, StoreError> {
    let area = find_area(conn, area)?;
    find_these_areas(conn, vec![area], reader)
}

/// Some areas.
pub(in crate::web) fn find_these_areas(conn: &mut Conn, areas: Vec<Area>, reader: Reader) -> Result<Areas, StoreError> {
    let ids: Vec<AreaId> = areas.iter().map(|area| area.id).collect();
    Ok(Areas::named(areas, list_names_of_areas(conn, &ids, reader.language.written())?))
}

impl Areas {
    fn named(all: Vec<Area>, names: BTreeMap<AreaId, Written<String>>) -> Self {
        Self { all, names: names.into_iter().map(|(area, name)| (area, name.text)).collect() }
    }

    /// An area's name.
    pub(in crate::web) fn name(&self, area: AreaId) -> &str {
        self.names.get(&area).map_or("", String::as_str)
    }

    /// The area with a number.
    pub(in crate::web) fn find(&self, number: AreaNumber) -> Option<&Area> {
        self.all.iter().find(|area| area.number == number)
    }

    /// All money of the areas; none when no area has any.
    pub(in crate::web) fn money(&self) -> Option<Money> {
        let ceilings = self.all.iter().filter_map(|area| match area.limit {
            AreaLimit::Ceiling(money) => Some(money),
            AreaLimit::Places(_) => None,
        });
        Money::checked_sum(ceilings).filter(|sum| *sum > Money::ZERO)
    }
}

/// The areas of a round with how many projects each has.
#[derive(Debug, Clone)]
pub(in crate::web) struct Listing {
    pub(in crate::web) areas: Areas,
    projects: BTreeMap<AreaId, usize>,
}

pub(in crate::web) fn find_listing(conn: &mut Conn, round: &Round, reader: Reader) -> Result<Listing, StoreError> {
    Ok(Listing { areas: find_areas(conn, round, reader)?, projects: count_projects(conn, round.id)? })
}

impl Listing {
    /// How many projects an area has.
    pub(in crate::web) fn projects_of(&self, area: AreaId) -> usize {
        self.projects.get(&area).copied().unwrap_or(0)
    }

    /// How many projects the round has.
    pub(in crate::web) fn projects(&self) -> usize {
        self.projects.values().sum()
    }
}

/// What projects say of themselves, and the drawings that stand in for photos.
#[derive(Debug, Clone, Default)]
pub(in crate::web) struct Described {
    texts: BTreeMap<ProjectId, ProjectText>,
    topics: BTreeMap<ProjectId, String>,
}

pub(in crate::web) fn find_descriptions(
    conn: &mut Conn,
    projects: &[ProjectId],
    reader: Reader,
) -> Result<Described, StoreError> {
    let texts = list_texts_of_projects(conn, projects, reader.language.written())?;
    Ok(Described {
        texts: texts.into_iter().map(|(project, written)| (project, written.text)).collect(),
        topics: list_topics(conn, projects)?,
    })
}

impl Described {
    pub(in crate::web) fn text(&self, project: ProjectId) -> ProjectText {
        self.texts.get(&project).cloned().unwrap_or_default()
    }

    pub(in crate::web) fn topic(&self, project: ProjectId) -> Option<String> {
        self.topics.get(&project).cloned()
    }
}
