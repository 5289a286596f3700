//! One person's choices in a round, and the check that makes them a [`ValidBallot`].
//!
//! What is sealed, counted and exported is made of these types; how a page or a sheet of paper spells a ballot
//! is the business of its edge.

use std::collections::{BTreeMap, BTreeSet};

use super::format::BallotFormat;
use super::ids::{AreaNumber, ProjectNumber};

/// One project with the value that the ballot gives it: points, or 1 for a tick.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Choice {
    /// The project's printed number.
    pub project: ProjectNumber,
    /// Its value; positive in every format built so far.
    pub value: i32,
}

/// What a ballot says in one area. No choices means that the area was left blank on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaChoices {
    /// The area's number.
    pub area: AreaNumber,
    /// Ascending by project number.
    pub choices: Vec<Choice>,
}

/// A ballot as it came in, unchecked: values as typed and the areas that were left blank on purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilledBallot {
    /// Each entry as it came; a project may stand here twice.
    pub entries: Vec<(ProjectNumber, i64)>,
    /// The areas whose "leave blank" was ticked.
    pub blank: BTreeSet<AreaNumber>,
}

/// An area as one person's ballot offers it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfferedArea {
    /// The area's number.
    pub area: AreaNumber,
    /// Its projects.
    pub projects: BTreeSet<ProjectNumber>,
}

/// A ballot that keeps the rules of its round. Only [`check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValidBallot {
    areas: Vec<AreaChoices>,
}

impl ValidBallot {
    /// The areas that the ballot speaks of, ascending by number.
    #[must_use]
    pub fn areas(&self) -> &[AreaChoices] {
        &self.areas
    }
}

/// What is wrong with a ballot. A check answers with all of these at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BallotProblem {
    /// Nothing chosen and no area left blank on purpose.
    Empty,
    /// The project is not on this person's ballot.
    UnknownProject(ProjectNumber),
    /// The project stands on the ballot twice.
    DoubledProject(ProjectNumber),
    /// A negative value, or more than the format allows for one project.
    ValueOutOfRange {
        /// The project.
        project: ProjectNumber,
        /// What was given.
        given: i64,
        /// The most that is allowed.
        max: u32,
    },
    /// The values of an area sum to too much.
    TooMuch {
        /// The area.
        area: AreaNumber,
        /// What was given.
        given: i64,
        /// The most that is allowed.
        max: u32,
    },
    /// An area is marked blank and has choices as well.
    BlankWithChoices(AreaNumber),
    /// An area is marked blank that is not on this person's ballot.
    UnknownArea(AreaNumber),
}

/// Checks a filled ballot against what was offered.
///
/// An entry of 0 is the same as no entry. An area without choices belongs to the ballot only if it was left blank
/// on purpose, because the number of ballots decides each share.
///
/// # Errors
/// Every problem found, in the order of the ballot.
pub fn check(
    format: BallotFormat,
    offered: &[OfferedArea],
    filled: &FilledBallot,
) -> Result<ValidBallot, Vec<BallotProblem>> {
    let home: BTreeMap<ProjectNumber, AreaNumber> =
        offered.iter().flat_map(|area| area.projects.iter().map(|project| (*project, area.area))).collect();
    let mut problems = Vec::new();
    let mut seen = BTreeSet::new();
    let mut by_area: BTreeMap<AreaNumber, BTreeMap<ProjectNumber, i64>> = BTreeMap::new();

    for (project, value) in &filled.entries {
        let Some(area) = home.get(project) else {
            problems.push(BallotProblem::UnknownProject(*project));
            continue;
        };
        if !seen.insert(*project) {
            problems.push(BallotProblem::DoubledProject(*project));
        } else if !(0..=i64::from(format.max_value())).contains(value) {
            problems.push(BallotProblem::ValueOutOfRange { project: *project, given: *value, max: format.max_value() });
        }
        if *value != 0 {
            by_area.entry(*area).or_default().insert(*project, *value);
        }
    }
    for (area, choices) in &by_area {
        let given = choices.values().fold(0_i64, |sum, value| sum.saturating_add(*value));
        if given > i64::from(format.max_sum()) {
            problems.push(BallotProblem::TooMuch { area: *area, given, max: format.max_sum() });
        }
        if filled.blank.contains(area) {
            problems.push(BallotProblem::BlankWithChoices(*area));
        }
    }
    for area in &filled.blank {
        if !offered.iter().any(|o| o.area == *area) {
            problems.push(BallotProblem::UnknownArea(*area));
        }
        by_area.entry(*area).or_default();
    }
    if by_area.is_empty() && problems.is_empty() {
        problems.push(BallotProblem::Empty);
    }
    if !problems.is_empty() {
        return Err(problems);
    }
    let areas = by_area.into_iter().map(|(area, choices)| AreaChoices { area, choices: to_choices(choices) }).collect();
    Ok(ValidBallot { areas })
}

/// Values in range fit 32 bits; the check has seen to that.
fn to_choices(choices: BTreeMap<ProjectNumber, i64>) -> Vec<Choice> {
    choices
        .into_iter()
        .filter_map(|(project, value)| Some(Choice { project, value: i32::try_from(value).ok()? }))
        .collect()
}

#[cfg(test)]
mod tests;
