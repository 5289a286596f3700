//! The ballots that are cast: five points in the voter's own area and five in the one for all.

use allmende::domain::ballot::{FilledBallot, OfferedArea, ValidBallot, check};
use allmende::domain::ids::{AreaNumber, ProjectNumber};
use allmende::domain::round::Round;
use allmende::secrecy::KeyDirectory;
use allmende::store::Db;

use crate::shared::Fault;
use crate::shared::options::Size;
use crate::shared::scene::Scene;

/// The round's ballot paper, and where it is cast.
#[derive(Clone)]
pub(crate) struct Paper {
    pub(crate) db: Db,
    pub(crate) keys: KeyDirectory,
    pub(crate) round: Round,
    size: Size,
}

impl Paper {
    pub(crate) fn new(scene: &Scene, round: Round, size: Size) -> Self {
        Self { db: scene.app.db.clone(), keys: scene.app.keys.clone(), round, size }
    }

    /// Points for projects by number, others for each turn.
    pub(crate) fn points(&self, turn: usize) -> Vec<(u32, i64)> {
        let turn = u32::try_from(turn).unwrap_or(u32::MAX);
        let pick = |area, turn: u32| {
            let (first, last) = self.size.list(area).into_inner();
            let listed = last.saturating_sub(first).saturating_add(1);
            first.saturating_add(turn % listed)
        };
        let (one, other) = (pick(1, turn), pick(1, turn.wrapping_add(1)));
        let own = if one == other { vec![(one, 5)] } else { vec![(one, 3), (other, 2)] };
        own.into_iter().chain([(pick(self.size.areas, turn), 5)]).collect()
    }

    /// The same, checked.
    pub(crate) fn valid(&self, turn: usize) -> Result<ValidBallot, Fault> {
        let offer = |area| OfferedArea {
            area: AreaNumber::new(area),
            projects: self.size.list(area).map(ProjectNumber::new).collect(),
        };
        let offered = [offer(1), offer(self.size.areas)];
        let entries = self.points(turn).into_iter().map(|(project, value)| (ProjectNumber::new(project), value));
        let filled = FilledBallot { entries: entries.collect(), ..FilledBallot::default() };
        check(self.round.format, &offered, &filled).map_err(|problems| format!("{problems:?}").into())
    }
}
