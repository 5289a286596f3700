//! What is voted on: the projects in the order of their list, their costs, and the money.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::constraints::{Constraints, ConstraintsError};

/// The cost in major units that marks a withdrawn project in Pabulib's files.
pub const WITHDRAWN_COST: i64 = 999_999_999;

/// One project on the ballot.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Its id: any text, never read as a number.
    pub id: String,
    /// What it costs, in minor units; `None` only where no money is shared out.
    pub cost: Option<i64>,
}

impl Project {
    /// A project with a cost in minor units.
    #[must_use]
    pub fn new(id: impl Into<String>, cost: i64) -> Self {
        Self { id: id.into(), cost: Some(cost) }
    }

    /// A project without a cost, for rules that ask for none.
    #[must_use]
    pub fn without_cost(id: impl Into<String>) -> Self {
        Self { id: id.into(), cost: None }
    }
}

/// The projects in file order (in a live round: by ballot number) and the budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    projects: Vec<Project>,
    budget: i64,
    exponent: u8,
    constraints: Constraints,
}

/// Why projects and a budget are not an instance.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum InstanceError {
    /// Two projects share an id.
    #[error("the project id {0:?} is there twice")]
    DoubledId(String),
    /// A cost below zero.
    #[error("project {0:?} has a negative cost")]
    NegativeCost(String),
    /// A budget below zero.
    #[error("the budget is negative")]
    NegativeBudget,
    /// More than six decimals.
    #[error("a currency has 0 to 6 decimals, not {0}")]
    Exponent(u8),
    /// All costs together pass 64 bits.
    #[error("all costs together are too large")]
    TooMuchMoney,
}

impl Instance {
    /// Takes projects in file order, the budget in minor units, and the number of decimals that a major unit has
    /// (0 to 6).
    ///
    /// # Errors
    /// When ids repeat, an amount is negative, the exponent is over 6, or the costs sum past 64 bits.
    pub fn new(projects: Vec<Project>, budget: i64, exponent: u8) -> Result<Self, InstanceError> {
        if budget < 0 {
            return Err(InstanceError::NegativeBudget);
        }
        if exponent > 6 {
            return Err(InstanceError::Exponent(exponent));
        }
        let mut ids = BTreeSet::new();
        let mut sum = 0_i64;
        for project in &projects {
            if !ids.insert(&project.id) {
                return Err(InstanceError::DoubledId(project.id.clone()));
            }
            let cost = project.cost.unwrap_or(0);
            if cost < 0 {
                return Err(InstanceError::NegativeCost(project.id.clone()));
            }
            sum = sum.checked_add(cost).ok_or(InstanceError::TooMuchMoney)?;
        }
        Ok(Self { projects, budget, exponent, constraints: Constraints::default() })
    }

    /// The same instance with conditions beside the budget.
    ///
    /// # Errors
    /// When they name unknown projects, contradict themselves, or fund more beforehand than there is.
    pub fn with_constraints(mut self, constraints: Constraints) -> Result<Self, ConstraintsError> {
        constraints.check(&self.projects, self.budget)?;
        self.constraints = constraints;
        Ok(self)
    }

    /// The conditions beside the budget; none unless they were set.
    #[must_use]
    pub const fn constraints(&self) -> &Constraints {
        &self.constraints
    }

    /// The projects in file order; everything else names them by their index here.
    #[must_use]
    pub fn projects(&self) -> &[Project] {
        &self.projects
    }

    /// The money to share out, in minor units.
    #[must_use]
    pub const fn budget(&self) -> i64 {
        self.budget
    }

    /// How many decimals a major unit of the currency has, 0 to 6.
    #[must_use]
    pub const fn exponent(&self) -> u8 {
        self.exponent
    }

    /// One major unit of the currency in minor units.
    #[must_use]
    pub fn major_unit(&self) -> i64 {
        10_i64.pow(u32::from(self.exponent))
    }

    /// Whether the project carries the cost that marks it as withdrawn ([`WITHDRAWN_COST`]).
    #[must_use]
    pub fn is_withdrawn(&self, project: &Project) -> bool {
        project.cost.is_some() && project.cost == WITHDRAWN_COST.checked_mul(self.major_unit())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_below_zero_and_doubled_ids_are_refused() {
        assert_eq!(Instance::new(vec![], -1, 0), Err(InstanceError::NegativeBudget));
        assert_eq!(Instance::new(vec![Project::new("a", -1)], 1, 0), Err(InstanceError::NegativeCost("a".into())));
        let twice = vec![Project::new("a", 1), Project::new("a", 2)];
        assert_eq!(Instance::new(twice, 1, 0), Err(InstanceError::DoubledId("a".into())));
        let dear = vec![Project::new("a", i64::MAX), Project::new("b", 1)];
        assert_eq!(Instance::new(dear, 1, 0), Err(InstanceError::TooMuchMoney));
    }

    #[test]
    fn the_mark_of_a_withdrawn_project_is_in_major_units() {
        let instance =
            Instance::new(vec![Project::new("a", 99_999_999_900), Project::new("b", 999_999_999)], 1, 2).unwrap();
        assert!(instance.is_withdrawn(&instance.projects()[0]));
        assert!(!instance.is_withdrawn(&instance.projects()[1]));
    }
}
