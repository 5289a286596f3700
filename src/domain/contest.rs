//! An area as the tally sees it: its projects and ballots as instance and profile. What a live round counts and what
//! a `.pb` file says go through the same two functions, so they cannot differ.

use std::collections::BTreeMap;

use allmende_tally as tally;

use super::ballot::Choice;
use super::format::BallotFormat;
use super::ids::ProjectNumber;
use super::money::{Currency, Money};
use super::round::{AreaLimit, Project};

/// The instance of an area: its projects in the order given, which is that of the ballot, and its money. An area with
/// places has none, and there a project without a cost costs 0, as the file of the area must say it: so ties by cost come
/// out the same when somebody counts it again.
///
/// # Errors
/// When ids repeat or all costs together pass 64 bits.
pub fn instance(
    currency: &Currency,
    limit: AreaLimit,
    projects: &[&Project],
) -> Result<tally::Instance, tally::InstanceError> {
    let (budget, without_cost) = match limit {
        AreaLimit::Ceiling(money) => (money.minor(), None),
        AreaLimit::Places(_) => (0, Some(0)),
    };
    let listed = projects.iter().map(|project| tally::Project {
        id: project.external_id.clone(),
        cost: project.cost.map(Money::minor).or(without_cost),
    });
    tally::Instance::new(listed.collect(), budget, currency.exponent())
}

/// What the values of a format mean to the tally.
#[must_use]
pub const fn ballot_kind(format: BallotFormat) -> tally::BallotKind {
    match format {
        BallotFormat::Points { .. } => tally::BallotKind::Cumulative,
        BallotFormat::Approval { .. } => tally::BallotKind::Approval,
    }
}

/// The ballots of an area as choices by the project's place in `projects`. A choice of a project that is not there is
/// left out; the opened box holds none.
#[must_use]
pub fn choices<'a>(projects: &[&Project], ballots: impl IntoIterator<Item = &'a [Choice]>) -> Vec<Vec<tally::Choice>> {
    let places: BTreeMap<ProjectNumber, usize> =
        projects.iter().enumerate().map(|(place, project)| (project.number, place)).collect();
    let convert = |choice: &Choice| {
        let project = *places.get(&choice.project)?;
        Some(tally::Choice { project, value: i64::from(choice.value) })
    };
    ballots.into_iter().map(|ballot| ballot.iter().filter_map(convert).collect()).collect()
}
