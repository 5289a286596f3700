//! What an outcome must keep to beside the budget, and what was decided before the count.

use std::collections::BTreeSet;

use thiserror::Error;

use crate::instance::Project;

/// The conditions that cities set. Projects are named by their index in the instance.
///
/// A project that would break one is struck out when its turn comes, with that as its reason. Overspending is judged on
/// the whole budget, never on a ceiling.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Constraints {
    /// Projects that together may not cost more than an amount.
    pub ceilings: Vec<Ceiling>,
    /// Pairs of which only one can be carried out.
    pub incompatible: Vec<(usize, usize)>,
    /// Projects that fewer ballots list are left out.
    pub least_votes: u32,
    /// Projects that were decided about before the count.
    pub overrides: Vec<Override>,
}

/// A limit of money for some projects together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ceiling {
    /// What people call it, such as the category.
    pub name: String,
    /// The most that its projects may cost together, in minor units, at least 0.
    pub limit: i64,
    /// Its projects.
    pub projects: Vec<usize>,
}

/// A decision about one project that the count does not make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// The project.
    pub project: usize,
    /// Whether it is funded whatever the ballots say, and its cost taken from the budget first, or takes no part.
    pub funded: bool,
    /// The reason to be published.
    pub reason: String,
}

/// Why constraints do not fit their instance.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ConstraintsError {
    /// A project that the instance does not have.
    #[error("a constraint names project number {0}, but the instance has fewer")]
    UnknownProject(usize),
    /// A limit below zero.
    #[error("the ceiling {0:?} is negative")]
    NegativeCeiling(String),
    /// A project that cannot go with itself.
    #[error("project {0:?} is said to be incompatible with itself")]
    IncompatibleWithItself(String),
    /// Two overrides for one project.
    #[error("project {0:?} is overridden twice")]
    OverriddenTwice(String),
    /// What is funded beforehand costs more than there is.
    #[error("the projects funded by overrides cost more than the budget")]
    OverBudget,
}

impl Constraints {
    /// The override of a project.
    pub(crate) fn override_of(&self, project: usize) -> Option<&Override> {
        self.overrides.iter().find(|one| one.project == project)
    }

    /// Checks them against the projects and the budget they are meant for.
    pub(crate) fn check(&self, projects: &[Project], budget: i64) -> Result<(), ConstraintsError> {
        let in_ceilings = self.ceilings.iter().flat_map(|ceiling| &ceiling.projects);
        let in_pairs = self.incompatible.iter().flat_map(|(one, other)| [one, other]);
        let named = in_ceilings.chain(in_pairs).chain(self.overrides.iter().map(|one| &one.project));
        if let Some(unknown) = named.copied().find(|project| *project >= projects.len()) {
            return Err(ConstraintsError::UnknownProject(unknown));
        }
        let id = |project: usize| projects.get(project).map(|found| found.id.clone()).unwrap_or_default();
        if let Some(ceiling) = self.ceilings.iter().find(|ceiling| ceiling.limit < 0) {
            return Err(ConstraintsError::NegativeCeiling(ceiling.name.clone()));
        }
        if let Some((one, _)) = self.incompatible.iter().find(|(one, other)| one == other) {
            return Err(ConstraintsError::IncompatibleWithItself(id(*one)));
        }
        let mut seen = BTreeSet::new();
        if let Some(twice) = self.overrides.iter().find(|one| !seen.insert(one.project)) {
            return Err(ConstraintsError::OverriddenTwice(id(twice.project)));
        }
        let funded = self.overrides.iter().filter(|one| one.funded).filter_map(|one| projects.get(one.project)?.cost);
        if funded.fold(0_i64, i64::saturating_add) > budget {
            return Err(ConstraintsError::OverBudget);
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(constraints: &Constraints) -> ConstraintsError {
        let projects = [Project::new("a", 5), Project::new("b", 7)];
        constraints.check(&projects, 10).unwrap_err()
    }

    #[test]
    fn constraints_that_make_no_sense_are_refused() {
        let none = Constraints::default();
        let ceiling = |limit, project| Ceiling { name: "parks".into(), limit, projects: vec![project] };
        let funded = |project| Override { project, funded: true, reason: "council".into() };

        let unknown = Constraints { ceilings: vec![ceiling(1, 2)], ..none.clone() };
        assert_eq!(refused(&unknown), ConstraintsError::UnknownProject(2));
        let negative = Constraints { ceilings: vec![ceiling(-1, 0)], ..none.clone() };
        assert_eq!(refused(&negative), ConstraintsError::NegativeCeiling("parks".into()));
        let itself = Constraints { incompatible: vec![(1, 1)], ..none.clone() };
        assert_eq!(refused(&itself), ConstraintsError::IncompatibleWithItself("b".into()));
        let twice = Constraints { overrides: vec![funded(0), funded(0)], ..none.clone() };
        assert_eq!(refused(&twice), ConstraintsError::OverriddenTwice("a".into()));
        let dear = Constraints { overrides: vec![funded(0), funded(1)], ..none };
        assert_eq!(refused(&dear), ConstraintsError::OverBudget);
    }
}
