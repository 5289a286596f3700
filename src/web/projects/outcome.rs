//! What a published result says about each project, read from the allocations without their steps.

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::view::Outcome;
use crate::domain::ids::RoundId;
use crate::domain::round::Project;
use crate::store::results::list_allocations;
use crate::store::{Conn, StoreError};

#[derive(Deserialize)]
struct Body {
    chosen: Vec<Chosen>,
    outcomes: Vec<IgnoredAny>,
}

#[derive(Deserialize)]
struct Chosen {
    id: String,
}

/// The funded projects of a round, and how many there were to choose from.
#[derive(Debug, Clone)]
pub(in crate::web) struct Outcomes {
    funded: BTreeSet<String>,
    /// How many projects stood for the vote.
    pub(in crate::web) projects: usize,
}

pub(in crate::web) fn find_outcomes(conn: &mut Conn, round: RoundId) -> Result<Outcomes, StoreError> {
    let mut outcomes = Outcomes { funded: BTreeSet::new(), projects: 0 };
    for row in list_allocations(conn, round)? {
        let body: Body = serde_json::from_str(&row.body)
            .map_err(|error| StoreError::corrupt("allocations", "body", &error.to_string()))?;
        outcomes.projects = outcomes.projects.saturating_add(body.outcomes.len());
        outcomes.funded.extend(body.chosen.into_iter().map(|chosen| chosen.id));
    }
    Ok(outcomes)
}

impl Outcomes {
    /// How many projects are funded.
    pub(in crate::web) fn funded(&self) -> usize {
        self.funded.len()
    }

    /// What the result says about a project.
    pub(super) fn of(&self, project: &Project) -> Outcome {
        if self.funded.contains(&project.external_id) { Outcome::Funded } else { Outcome::NotFunded }
    }
}
