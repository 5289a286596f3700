//! What the pages of a ballot read: the voter's areas with their projects, and whether a ballot was cast before. The
//! words are read apart, because casting needs none.

use std::collections::BTreeMap;
use std::ops::Deref;

use super::problem::BallotNames;
use crate::domain::ballot::OfferedArea;
use crate::domain::ids::{AreaId, AreaNumber, CastNumber, ProjectId};
use crate::domain::round::{Area, Project};
use crate::store::areas::list_areas;
use crate::store::participations::{Participation, ParticipationState, find_participation};
use crate::store::projects::list_projects_of_areas;
use crate::store::roll::RollRow;
use crate::store::texts::{ProjectText, list_texts_of_areas};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::round::load::{Areas, PublicRound, Reader, find_these_areas};
use crate::web::site::Site;

/// What stands on a voter's ballot, in numbers: enough to check one and to cast it.
pub(super) struct Offer {
    pub(super) found: PublicRound,
    pub(super) row: RollRow,
    pub(super) participation: Option<Participation>,
    /// The area that the row of the roll is bound to.
    pub(super) own_area: Option<AreaNumber>,
    /// The voter's areas.
    pub(super) areas: Vec<Area>,
    projects: Vec<Project>,
}

/// A voter's ballot in numbers and words. It is an [`Offer`].
pub(super) struct BallotRead {
    offer: Offer,
    areas: Areas,
    texts: BTreeMap<ProjectId, ProjectText>,
}

impl Deref for BallotRead {
    type Target = Offer;

    fn deref(&self) -> &Offer {
        &self.offer
    }
}

impl Site {
    /// Reads what stands on the ballot of a row of the roll.
    pub(super) async fn read_offer(&self, found: PublicRound, row: RollRow) -> Result<Offer, WebError> {
        Ok(self.app.db.read(move |conn| find_offer(conn, found, row)).await?)
    }

    /// Reads the words to it.
    pub(super) async fn read_words(&self, offer: Offer, reader: Reader) -> Result<BallotRead, WebError> {
        Ok(self.app.db.read(move |conn| find_words(conn, offer, reader)).await?)
    }

    /// Reads the ballot of a row of the roll.
    pub(super) async fn read_ballot(
        &self,
        found: PublicRound,
        row: RollRow,
        reader: Reader,
    ) -> Result<BallotRead, WebError> {
        let read = move |conn: &mut Conn| {
            let offer = find_offer(conn, found, row)?;
            find_words(conn, offer, reader)
        };
        Ok(self.app.db.read(read).await?)
    }
}

fn find_offer(conn: &mut Conn, found: PublicRound, row: RollRow) -> Result<Offer, StoreError> {
    let mut areas = list_areas(conn, found.round.id)?;
    let own_area = areas.iter().find(|area| Some(area.id) == row.area).map(|area| area.number);
    areas.retain(|area| area.is_open_to(row.area));
    let projects = list_projects_of_areas(conn, &ids_of(&areas))?;
    let participation = find_participation(conn, found.round.id, &row.person)?;
    Ok(Offer { found, row, participation, own_area, areas, projects })
}

fn find_words(conn: &mut Conn, offer: Offer, reader: Reader) -> Result<BallotRead, StoreError> {
    let texts = list_texts_of_areas(conn, &ids_of(&offer.areas), reader.language.written())?;
    Ok(BallotRead {
        areas: find_these_areas(conn, offer.areas.clone(), reader)?,
        texts: texts.into_iter().map(|(project, written)| (project, written.text)).collect(),
        offer,
    })
}

fn ids_of(areas: &[Area]) -> Vec<AreaId> {
    areas.iter().map(|area| area.id).collect()
}

impl Offer {
    fn listed(&self, area: &Area) -> impl Iterator<Item = &Project> {
        self.projects.iter().filter(move |project| project.area == area.id)
    }

    /// What the domain checks a ballot against.
    pub(super) fn offered(&self) -> Vec<OfferedArea> {
        let numbers = |area: &Area| self.listed(area).map(|project| project.number).collect();
        self.areas.iter().map(|area| OfferedArea { area: area.number, projects: numbers(area) }).collect()
    }

    /// How often the voter has cast.
    pub(super) fn cast_number(&self) -> CastNumber {
        self.participation.as_ref().map_or(CastNumber::new(0), |participation| participation.cast_number)
    }

    /// How the voter takes part so far.
    pub(super) fn standing(&self) -> Standing {
        Standing::of(self.participation.as_ref())
    }
}

impl BallotRead {
    /// The voter's areas.
    pub(super) fn areas(&self) -> &[Area] {
        &self.offer.areas
    }

    pub(super) fn area_name(&self, area: &Area) -> String {
        self.areas.name(area.id).to_owned()
    }

    pub(super) fn projects_of(&self, area: &Area) -> Vec<Project> {
        self.listed(area).cloned().collect()
    }

    pub(super) fn project_text(&self, project: &Project) -> ProjectText {
        self.texts.get(&project.id).cloned().unwrap_or_default()
    }

    /// Names to tell problems with.
    pub(super) fn names(&self) -> BallotNames {
        BallotNames {
            areas: self.areas().iter().map(|area| (area.number, self.area_name(area))).collect(),
            projects: (self.projects.iter())
                .map(|project| (project.number, self.project_text(project).title))
                .collect(),
        }
    }
}

/// How a voter takes part so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// No ballot lies in the box.
    NotCast,
    /// One does, and may be replaced.
    Cast,
    /// One on paper, which is final.
    PaperFinal,
}

impl Standing {
    pub(super) fn of(participation: Option<&Participation>) -> Self {
        match participation.map(|participation| participation.state) {
            None | Some(ParticipationState::None) => Self::NotCast,
            Some(ParticipationState::Online | ParticipationState::Kiosk) => Self::Cast,
            Some(ParticipationState::PaperFinal) => Self::PaperFinal,
        }
    }
}
