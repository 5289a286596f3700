//! A published round as its pages read it. A draft is not found: only the office sees it.

use std::collections::BTreeMap;

use crate::domain::ids::{AreaId, ProjectId};
use crate::domain::money::Money;
use crate::domain::round::{Area, AreaLimit, Project, Round};
use crate::domain::slug::Slug;
use crate::domain::time::Instant;
use crate::locale::Language;
use crate::store::areas::{list_areas, list_projects, list_topics};
use crate::store::rounds::find_round_by_slug;
use crate::store::texts::{ProjectText, RoundText, find_round_text, list_area_names, list_texts_of_projects};
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

/// The areas and projects of a round, without the projects' texts.
#[derive(Debug, Clone)]
pub(in crate::web) struct Listing {
    pub(in crate::web) areas: Vec<Area>,
    pub(in crate::web) projects: Vec<Project>,
    names: BTreeMap<AreaId, String>,
}

pub(in crate::web) fn find_listing(conn: &mut Conn, round: &Round, reader: Reader) -> Result<Listing, StoreError> {
    let names = list_area_names(conn, round.id, reader.language.written())?;
    Ok(Listing {
        areas: list_areas(conn, round.id)?,
        projects: list_projects(conn, round.id)?,
        names: names.into_iter().map(|(area, name)| (area, name.text)).collect(),
    })
}

impl Listing {
    /// An area's name.
    pub(in crate::web) fn area_name(&self, area: AreaId) -> &str {
        self.names.get(&area).map_or("", String::as_str)
    }

    /// The projects of an area.
    pub(in crate::web) fn projects_of(&self, area: AreaId) -> impl Iterator<Item = &Project> {
        self.projects.iter().filter(move |project| project.area == area)
    }

    /// All money of the round; none when no area has any.
    pub(in crate::web) fn money(&self) -> Option<Money> {
        let ceilings = self.areas.iter().filter_map(|area| match area.limit {
            AreaLimit::Ceiling(money) => Some(money),
            AreaLimit::Places(_) => None,
        });
        Money::checked_sum(ceilings).filter(|sum| *sum > Money::ZERO)
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
    round: &Round,
    projects: &[ProjectId],
    reader: Reader,
) -> Result<Described, StoreError> {
    let texts = list_texts_of_projects(conn, projects, reader.language.written())?;
    Ok(Described {
        texts: texts.into_iter().map(|(project, written)| (project, written.text)).collect(),
        topics: list_topics(conn, round.id)?,
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
