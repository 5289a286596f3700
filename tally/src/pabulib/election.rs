//! A file that was read: everything in it, as it stood, with what it means beside it.

use super::fault::Notice;
use super::meta::{NONE, VoteType};
use super::table::Table;
use crate::constraints::{Constraints, ConstraintsError};
use crate::instance::Instance;
use crate::profile::Profile;
use crate::rule::{Completion, Rule};
use crate::satisfaction::Satisfaction;
use crate::ties::{Tie, Ties};

/// A key of META in which this library's users say how a file is counted where Pabulib has no name for it: the
/// [`Rule`] as text.
pub const COUNTING_RULE: &str = "counting_rule";

/// The key beside [`COUNTING_RULE`]: the [`Ties`] as text.
pub const COUNTING_TIES: &str = "counting_ties";

/// An election as a `.pb` file has it. [`read`](super::read()) makes one of a file, [`Draft`](super::Draft) of parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Election {
    /// The file in regular form, without a byte order mark.
    pub(super) text: String,
    pub(super) byte_order_mark: bool,
    pub(super) meta: Vec<(String, String)>,
    pub(super) projects: Table,
    pub(super) votes: Table,
    pub(super) vote_type: VoteType,
    pub(super) threshold: Option<i64>,
    pub(super) instance: Instance,
    pub(super) profile: Profile,
    pub(super) notices: Vec<Notice>,
}

impl Election {
    /// Keys and values of META in their order, as they stand.
    #[must_use]
    pub fn meta(&self) -> &[(String, String)] {
        &self.meta
    }

    /// A value of META without blanks around it; `None` if it is empty, the word `None`, or not there.
    #[must_use]
    pub fn meta_value(&self, key: &str) -> Option<&str> {
        let found = self.meta.iter().find(|(name, _)| name.trim() == key);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty() && *value != NONE)
    }

    /// How the ballots are filled in.
    #[must_use]
    pub const fn vote_type(&self) -> VoteType {
        self.vote_type
    }

    /// The projects in file order, the budget, and the decimals that the file's amounts need.
    #[must_use]
    pub const fn instance(&self) -> &Instance {
        &self.instance
    }

    /// The same election with conditions that an outcome must keep to beside the budget. No file has a place for them.
    ///
    /// # Errors
    /// As for [`Instance::with_constraints`].
    pub fn with_constraints(mut self, constraints: Constraints) -> Result<Self, ConstraintsError> {
        self.instance = self.instance.with_constraints(constraints)?;
        Ok(self)
    }

    /// The ballots in file order.
    #[must_use]
    pub const fn profile(&self) -> &Profile {
        &self.profile
    }

    /// The names of the columns of PROJECTS, in order.
    #[must_use]
    pub fn project_columns(&self) -> &[String] {
        &self.projects.columns
    }

    /// A value of PROJECTS by the project's index, without blanks around it; `None` if it is empty, the word `None`
    /// (but for ids and names), or not there.
    ///
    /// Columns that Pabulib has renamed are found by each of their names: `category` and `categories`; `beneficiaries`,
    /// `target` and `targets`.
    #[must_use]
    pub fn project_value(&self, project: usize, column: &str) -> Option<&str> {
        self.projects.value(&self.text, project, column)
    }

    /// The names of the columns of VOTES, in order.
    #[must_use]
    pub fn vote_columns(&self) -> &[String] {
        &self.votes.columns
    }

    /// A value of VOTES by the ballot's index, without blanks around it; `None` as for [`Self::project_value`].
    #[must_use]
    pub fn vote_value(&self, ballot: usize, column: &str) -> Option<&str> {
        self.votes.value(&self.text, ballot, column)
    }

    /// A cell of PROJECTS as it stands, by row and column.
    pub(crate) fn project_cell(&self, row: usize, column: usize) -> Option<&str> {
        self.projects.given(&self.text, row, column)
    }

    /// A cell of VOTES as it stands, by row and column.
    pub(crate) fn vote_cell(&self, row: usize, column: usize) -> Option<&str> {
        self.votes.given(&self.text, row, column)
    }

    /// The ids of the projects that the file marks with `selected` 1, in file order; `None` without that column.
    #[must_use]
    pub fn selected(&self) -> Option<Vec<&str>> {
        self.projects.column("selected")?;
        let projects = self.instance.projects().iter().enumerate();
        let selected = projects.filter(|(index, _)| self.project_value(*index, "selected") == Some("1"));
        Some(selected.map(|(_, project)| project.id.as_str()).collect())
    }

    /// Everything odd that was read in a documented way, in the order of the file.
    #[must_use]
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// The score below which a project is left out, `min_project_score_threshold`.
    #[must_use]
    pub const fn threshold(&self) -> Option<i64> {
        self.threshold
    }

    /// The rule that the file names, and what decided its ties; `None` where it names none that is exactly defined.
    ///
    /// What stands under [`COUNTING_RULE`] and [`COUNTING_TIES`] goes before Pabulib's name, which leaves open what such
    /// ballots are worth and how ties are broken.
    #[must_use]
    pub fn declared_rule(&self) -> Option<(Rule, Ties)> {
        match self.meta_value(COUNTING_RULE) {
            Some(rule) => {
                Some((rule.parse().ok()?, self.meta_value(COUNTING_TIES).map_or(Ok(Ties::default()), str::parse).ok()?))
            }
            None => self.named_rule(self.meta_value("rule")?),
        }
    }

    /// What one of Pabulib's names means for these ballots; `None` for a name that is not exactly defined.
    ///
    /// Cities that rank by score broke ties by the order of the file. Equal Shares is counted with the measure that
    /// such ballots usually have, and ties by id; its Add1 is the one with whole shares.
    #[must_use]
    pub fn named_rule(&self, name: &str) -> Option<(Rule, Ties)> {
        let by_file = Ties::new([Tie::File]);
        let ranking = |stop_at_first_misfit| Rule::Ranking { threshold: self.threshold, stop_at_first_misfit };
        let satisfaction = Satisfaction::default_for(self.profile.kind());
        let shares = |completion| (Rule::equal_shares(satisfaction, completion), Ties::default());
        match name {
            "greedy" | "greedy-threshold" => Some((ranking(false), by_file)),
            "greedy-no-skip" => Some((ranking(true), by_file)),
            "equalshares" => Some(shares(Completion::None)),
            "equalshares/add1" => Some(shares(Completion::Add1Whole)),
            "equalshares/add1-comparison" => Some(shares(Completion::Add1WholeComparison)),
            _ => None,
        }
    }
}
