//! What a published result says about projects, in short.

use super::view::Outcome;
use crate::domain::ids::RoundId;
use crate::domain::round::Project;
use crate::store::results::list_counted;
use crate::store::{Conn, StoreError};
use crate::web::result::kept::KeptAllocations;
use crate::web::result::load::LoadError;

/// How many projects of a round are funded.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::web) struct Funded {
    /// So many are.
    pub(in crate::web) funded: usize,
    /// So many stood for the vote.
    pub(in crate::web) projects: usize,
}

pub(in crate::web) fn find_funded(
    conn: &mut Conn,
    kept: &KeptAllocations,
    round: RoundId,
) -> Result<Funded, LoadError> {
    let mut sum = Funded::default();
    for counted in list_counted(conn, round)? {
        let allocation = kept.of(conn, round, counted)?.allocation;
        sum.funded = sum.funded.saturating_add(allocation.chosen.len());
        sum.projects = sum.projects.saturating_add(allocation.outcomes.len());
    }
    Ok(sum)
}

/// What the result says about a project.
pub(super) fn find_outcome(
    conn: &mut Conn,
    kept: &KeptAllocations,
    round: RoundId,
    project: &Project,
) -> Result<Outcome, LoadError> {
    let counted = list_counted(conn, round)?.into_iter().find(|counted| counted.area == project.area);
    let allocation = kept.of(conn, round, counted.ok_or(StoreError::NotFound)?)?.allocation;
    Ok(if allocation.is_funded(&project.external_id) { Outcome::Funded } else { Outcome::NotFunded })
}
