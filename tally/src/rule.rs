//! The rules to choose from, and the ways to complete Equal Shares.

use serde::{Deserialize, Serialize};

use crate::increment::Increment;
use crate::names::named;
use crate::satisfaction::Satisfaction;

/// How a profile becomes an allocation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "name", rename_all = "kebab-case")]
pub enum Rule {
    /// Most votes first: by score, each project that still fits the budget.
    Ranking {
        /// Projects with a lower score are left out; an equal one passes.
        threshold: Option<i64>,
        /// Whether the first project that does not fit ends the count, or is only passed over.
        stop_at_first_misfit: bool,
    },
    /// The best N by score, whatever they cost.
    Top {
        /// How many, at least 1.
        seats: u32,
        /// Projects with a lower score are left out; an equal one passes.
        threshold: Option<i64>,
    },
    /// Most satisfaction for the money first, each project that still fits the budget.
    Greedy {
        /// What a project is worth to a voter.
        satisfaction: Satisfaction,
    },
    /// The set within the budget that gives all voters together the most satisfaction. Of several it is the one that
    /// costs least; of several of those, the one that has the first project, in the order of ties, that only one of the
    /// two has. Projects that are worth nothing to anybody are never taken.
    ///
    /// Nimrod Talmon and Piotr Faliszewski, *A Framework for Approval-Based Budgeting Methods*, AAAI 2019.
    ///
    /// ```
    /// use allmende_tally::{BallotKind, Choice, Instance, Profile, Project, Reason, Rule, Satisfaction, Ties, count};
    ///
    /// // The square has most votes, but the benches and the trees together have more, and cost no more than it.
    /// let projects = vec![Project::new("square", 90), Project::new("benches", 40), Project::new("trees", 50)];
    /// let instance = Instance::new(projects, 100, 0)?;
    /// let ticks = |list: &[usize]| list.iter().map(|project| Choice { project: *project, value: 1 }).collect();
    /// let profile = Profile::new(BallotKind::Approval, vec![ticks(&[0]), ticks(&[0, 1]), ticks(&[0, 2]), ticks(&[1, 2])])?;
    ///
    /// let rule = Rule::Welfare { satisfaction: Satisfaction::Cardinality };
    /// let allocation = count(&instance, &profile, &rule, &Ties::default(), &mut |_| {})?;
    /// assert_eq!(allocation.welfare, 4.into());
    /// assert!(allocation.is_funded("benches") && allocation.is_funded("trees"));
    /// assert_eq!(allocation.outcomes[0].reason, Reason::NotInBestSet { lacking: 1.into(), dearer: 0 });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Welfare {
        /// What a project is worth to a voter.
        satisfaction: Satisfaction,
    },
    /// Phragmén's sequential rule: the cost of each project is shared so that the greatest load grows least. For
    /// approval ballots only. The count ends as soon as one of the projects of least load does not fit.
    ///
    /// Markus Brill and others, *Proportionality in Approval-Based Participatory Budgeting*, AAAI 2023; Maaike Los, Zoé
    /// Christoff and Davide Grossi, *Proportional Budget Allocations*, IJCAI 2022.
    ///
    /// ```
    /// use allmende_tally::{BallotKind, Choice, Instance, Profile, Project, Rule, Step, Ties, count};
    ///
    /// // Three want both halls, two the pond. The first hall loads its supporters with 30 / 3 = 10 each. The second would
    /// // load them with 10 + 10 = 20, the pond its two with 30 / 2 = 15, so the pond is next.
    /// let projects = vec![Project::new("hall", 30), Project::new("hall-2", 30), Project::new("pond", 30)];
    /// let instance = Instance::new(projects, 60, 0)?;
    /// let ticks = |list: &[usize]| list.iter().map(|project| Choice { project: *project, value: 1 }).collect();
    /// let mut ballots = vec![ticks(&[0, 1]); 3];
    /// ballots.extend(vec![ticks(&[2]); 2]);
    /// let profile = Profile::new(BallotKind::Approval, ballots)?;
    ///
    /// let allocation = count(&instance, &profile, &Rule::Phragmen, &Ties::default(), &mut |_| {})?;
    /// assert!(allocation.is_funded("hall") && allocation.is_funded("pond"));
    /// let loads = allocation.steps.iter().filter_map(|step| match step {
    ///     Step::Loaded { load, .. } => load.clone(),
    ///     _ => None,
    /// });
    /// assert_eq!(loads.collect::<Vec<_>>(), [10.into(), 15.into(), 20.into()]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    Phragmen,
    /// Fair shares: the Method of Equal Shares.
    EqualShares {
        /// What a project is worth to a voter.
        satisfaction: Satisfaction,
        /// What happens with the money that is left.
        completion: Completion,
        /// By how much Add1 raises each voter's share; of no account to the other completions.
        #[serde(default, skip_serializing_if = "Increment::is_one")]
        increment: Increment,
    },
}

/// The name of a rule without its settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RuleName {
    /// [`Rule::Ranking`].
    Ranking,
    /// [`Rule::Top`].
    Top,
    /// [`Rule::Greedy`].
    Greedy,
    /// [`Rule::Welfare`].
    Welfare,
    /// [`Rule::Phragmen`].
    Phragmen,
    /// [`Rule::EqualShares`].
    EqualShares,
}

named!(RuleName, "rule", {
    Ranking => "ranking",
    Top => "top",
    Greedy => "greedy",
    Welfare => "welfare",
    Phragmen => "phragmen",
    EqualShares => "equal-shares",
});

/// What Equal Shares does when money is left that no group of supporters can spend.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Completion {
    /// Nothing.
    None,
    /// By total satisfaction per cost, each project that fits what is left of the budget.
    Greedy,
    /// The count again and again with one increment more for each voter. The outcome before the first that passes the
    /// budget stands;
    /// an outcome to which no supported project can be added ends it at once.
    Add1,
    /// [`Completion::Add1`] and then [`Completion::Greedy`].
    Add1Greedy,
    /// As [`Completion::Add1`], but only an outcome to which no project at all can be added ends it at once, supported
    /// or not.
    Add1All,
    /// [`Completion::Add1All`] and then [`Completion::Greedy`].
    Add1AllGreedy,
    /// As [`Completion::Add1`], but the raises start from the whole major units of the first share, and go on until an
    /// outcome passes the budget or everything supported is bought.
    Add1Whole,
    /// [`Completion::Add1Whole`], replaced by most-votes-first if strictly more voters have more funded projects on
    /// their ballot under that.
    Add1WholeComparison,
}

named!(Completion, "completion", {
    None => "none",
    Greedy => "greedy",
    Add1 => "add1",
    Add1Greedy => "add1+greedy",
    Add1All => "add1-all",
    Add1AllGreedy => "add1-all+greedy",
    Add1Whole => "add1-whole",
    Add1WholeComparison => "add1-whole+comparison",
});

impl Completion {
    /// Whether it raises the shares, so that an [`Increment`] says anything.
    #[must_use]
    pub const fn raises(self) -> bool {
        match self {
            Self::None | Self::Greedy => false,
            Self::Add1
            | Self::Add1Greedy
            | Self::Add1All
            | Self::Add1AllGreedy
            | Self::Add1Whole
            | Self::Add1WholeComparison => true,
        }
    }
}

impl Rule {
    /// The name without the settings.
    #[must_use]
    pub const fn name(&self) -> RuleName {
        match self {
            Self::Ranking { .. } => RuleName::Ranking,
            Self::Top { .. } => RuleName::Top,
            Self::Greedy { .. } => RuleName::Greedy,
            Self::Welfare { .. } => RuleName::Welfare,
            Self::Phragmen => RuleName::Phragmen,
            Self::EqualShares { .. } => RuleName::EqualShares,
        }
    }

    /// Equal Shares with the usual increment of one major unit.
    #[must_use]
    pub const fn equal_shares(satisfaction: Satisfaction, completion: Completion) -> Self {
        Self::EqualShares { satisfaction, completion, increment: Increment::ONE }
    }

    /// The measure that it counts with; `None` where it looks at scores or loads.
    #[must_use]
    pub const fn satisfaction(&self) -> Option<Satisfaction> {
        match self {
            Self::Greedy { satisfaction } | Self::Welfare { satisfaction } | Self::EqualShares { satisfaction, .. } => {
                Some(*satisfaction)
            }
            Self::Ranking { .. } | Self::Top { .. } | Self::Phragmen => None,
        }
    }

    /// Whether every project needs a cost.
    #[must_use]
    pub const fn needs_costs(&self) -> bool {
        match self {
            Self::Top { .. } => false,
            Self::Ranking { .. }
            | Self::Greedy { .. }
            | Self::Welfare { .. }
            | Self::Phragmen
            | Self::EqualShares { .. } => true,
        }
    }
}

impl Default for Rule {
    /// Five points, fair shares: points, Equal Shares, `add1+greedy`.
    fn default() -> Self {
        Self::equal_shares(Satisfaction::Points, Completion::Add1Greedy)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_read_back() {
        for completion in Completion::ALL {
            assert_eq!(completion.to_string().parse(), Ok(*completion));
        }
        for rule in RuleName::ALL {
            assert_eq!(rule.to_string().parse(), Ok(*rule));
        }
        assert!("dictator".parse::<RuleName>().is_err());
    }
}
