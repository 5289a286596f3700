//! What the pages of a ballot read: the voter's areas with their projects, and whether a ballot was cast before.

use std::collections::BTreeMap;

use super::problem::BallotNames;
use crate::domain::ballot::OfferedArea;
use crate::domain::ids::{AreaNumber, CastNumber, ProjectId};
use crate::domain::round::{Area, Project};
use crate::store::participations::{Participation, ParticipationState, find_participation};
use crate::store::roll::RollRow;
use crate::store::texts::{ProjectText, list_project_texts};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::round::load::{Listing, PublicRound, Reader, find_listing};
use crate::web::site::Site;

/// A voter's ballot: what stands on it.
pub(super) struct BallotRead {
    pub(super) found: PublicRound,
    pub(super) row: RollRow,
    pub(super) participation: Option<Participation>,
    /// The area that the row of the roll is bound to.
    pub(super) own_area: Option<AreaNumber>,
    listing: Listing,
    texts: BTreeMap<ProjectId, ProjectText>,
}

impl Site {
    /// Reads the ballot of a row of the roll.
    pub(super) async fn read_ballot(
        &self,
        found: PublicRound,
        row: RollRow,
        reader: Reader,
    ) -> Result<BallotRead, WebError> {
        Ok(self.app.db.read(move |conn| find_ballot_of(conn, found, row, reader)).await?)
    }
}

fn find_ballot_of(conn: &mut Conn, found: PublicRound, row: RollRow, reader: Reader) -> Result<BallotRead, StoreError> {
    let mut listing = find_listing(conn, &found.round, reader)?;
    let own = listing.areas.iter().find(|area| Some(area.id) == row.area).map(|area| area.number);
    listing.areas.retain(|area| area.is_open_to(row.area));
    let texts = list_project_texts(conn, found.round.id, reader.language.written())?;
    Ok(BallotRead {
        participation: find_participation(conn, found.round.id, &row.person)?,
        own_area: own,
        listing,
        texts: texts.into_iter().map(|(project, written)| (project, written.text)).collect(),
        found,
        row,
    })
}

impl BallotRead {
    /// The voter's areas.
    pub(super) fn areas(&self) -> &[Area] {
        &self.listing.areas
    }

    pub(super) fn area_name(&self, area: &Area) -> String {
        self.listing.area_name(area.id).to_owned()
    }

    pub(super) fn projects_of(&self, area: &Area) -> Vec<Project> {
        self.listing.projects_of(area.id).cloned().collect()
    }

    pub(super) fn project_text(&self, project: &Project) -> ProjectText {
        self.texts.get(&project.id).cloned().unwrap_or_default()
    }

    /// What the domain checks a ballot against.
    pub(super) fn offered(&self) -> Vec<OfferedArea> {
        let numbers = |area: &Area| self.listing.projects_of(area.id).map(|project| project.number).collect();
        self.areas().iter().map(|area| OfferedArea { area: area.number, projects: numbers(area) }).collect()
    }

    /// Names to tell problems with.
    pub(super) fn names(&self) -> BallotNames {
        let open = |project: &&Project| self.areas().iter().any(|area| area.id == project.area);
        BallotNames {
            areas: self.areas().iter().map(|area| (area.number, self.area_name(area))).collect(),
            projects: self
                .listing
                .projects
                .iter()
                .filter(open)
                .map(|project| (project.number, self.project_text(project).title))
                .collect(),
        }
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
