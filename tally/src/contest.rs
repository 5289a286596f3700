//! What every rule looks at: the instance, the grouped ballots, and each project's votes and score.

use std::cmp::Ordering;

use num_bigint::BigInt;

use crate::groups::Groups;
use crate::instance::Instance;
use crate::profile::{BallotKind, Profile};
use crate::satisfaction::{Satisfaction, score};
use crate::ties::Ties;

/// An instance and its ballots, ready to count.
#[derive(Debug)]
pub(crate) struct Contest<'a> {
    pub(crate) instance: &'a Instance,
    pub(crate) ties: &'a Ties,
    pub(crate) kind: BallotKind,
    pub(crate) voters: u32,
    pub(crate) groups: Groups<'a>,
    /// All projects by lot, where lots are drawn.
    pub(crate) drawn: Option<Vec<usize>>,
    votes: Vec<u32>,
    scores: Vec<i64>,
    tie_places: Vec<usize>,
}

/// A project's votes and score.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tally {
    pub(crate) votes: u32,
    pub(crate) score: i64,
}

/// The tallies of so many projects, in file order.
pub(crate) fn tallies(profile: &Profile, projects: usize) -> Vec<Tally> {
    let kind = profile.kind();
    let mut tallies = vec![Tally { votes: 0, score: 0 }; projects];
    for choice in profile.choices() {
        if let Some(tally) = tallies.get_mut(choice.project) {
            tally.votes = tally.votes.saturating_add(1);
            tally.score = tally.score.saturating_add(score(kind, choice));
        }
    }
    if let BallotKind::Scoring { default_score } = kind {
        for tally in &mut tallies {
            let silent = i64::from(profile.voters().saturating_sub(tally.votes));
            tally.score = tally.score.saturating_add(default_score.saturating_mul(silent));
        }
    }
    tallies
}

impl<'a> Contest<'a> {
    pub(crate) fn new(instance: &'a Instance, profile: &'a Profile, ties: &'a Ties) -> Self {
        let (kind, voters, groups) = (profile.kind(), profile.voters(), Groups::new(profile));
        let tallies = tallies(profile, instance.projects().len());
        let votes: Vec<u32> = tallies.iter().map(|tally| tally.votes).collect();
        let scores = tallies.iter().map(|tally| tally.score).collect();
        let drawn = ties.draw(instance);
        let tie_places = ties.places(instance, &votes, drawn.as_deref());
        Self { instance, ties, kind, voters, groups, drawn, votes, scores, tie_places }
    }

    /// Every project's tally, in file order.
    pub(crate) fn tallies(&self) -> impl Iterator<Item = Tally> {
        self.votes.iter().zip(&self.scores).map(|(votes, score)| Tally { votes: *votes, score: *score })
    }

    pub(crate) fn votes(&self, project: usize) -> u32 {
        self.votes.get(project).copied().unwrap_or(0)
    }

    pub(crate) fn score(&self, project: usize) -> i64 {
        self.scores.get(project).copied().unwrap_or(0)
    }

    pub(crate) fn id(&self, project: usize) -> String {
        self.instance.projects().get(project).map(|found| found.id.clone()).unwrap_or_default()
    }

    pub(crate) fn ids(&self, projects: &[usize]) -> Vec<String> {
        projects.iter().map(|project| self.id(*project)).collect()
    }

    pub(crate) fn project_cost(&self, project: usize) -> Option<i64> {
        self.instance.projects().get(project).and_then(|found| found.cost)
    }

    /// The cost in minor units; nothing for a project without one.
    pub(crate) fn cost(&self, project: usize) -> i64 {
        self.project_cost(project).unwrap_or(0)
    }

    /// All costs of an instance together fit 64 bits.
    pub(crate) fn total_cost(&self, projects: &[usize]) -> i64 {
        projects.iter().fold(0, |sum, project| sum.saturating_add(self.cost(*project)))
    }

    pub(crate) fn total_score(&self, projects: &[usize]) -> BigInt {
        projects.iter().map(|project| BigInt::from(self.score(*project))).sum()
    }

    /// What each project is worth to all voters together, in file order.
    pub(crate) fn totals(&self, satisfaction: Satisfaction) -> Vec<BigInt> {
        let unlisted = satisfaction.worth_unlisted(self.kind);
        let mut totals = vec![0_i128; self.instance.projects().len()];
        for group in self.groups.iter() {
            for choice in group.ballot {
                let worth = satisfaction.worth(self.kind, self.cost(choice.project), group.ballot.len(), choice);
                if let Some(total) = totals.get_mut(choice.project) {
                    *total = total.saturating_add(i128::from(worth).saturating_mul(group.voters.into()));
                }
            }
        }
        for (total, votes) in totals.iter_mut().zip(&self.votes) {
            let silent = self.voters.saturating_sub(*votes);
            *total = total.saturating_add(i128::from(unlisted).saturating_mul(silent.into()));
        }
        totals.into_iter().map(BigInt::from).collect()
    }

    /// The projects that take part: all but the withdrawn and those decided about beforehand.
    pub(crate) fn running(&self) -> Vec<usize> {
        let projects = self.instance.projects().iter().enumerate();
        let open = |index| self.instance.constraints().override_of(index).is_none();
        let running = projects.filter(|(index, project)| !self.instance.is_withdrawn(project) && open(*index));
        running.map(|(index, _)| index).collect()
    }

    /// The projects that overrides fund, in the order of the overrides.
    pub(crate) fn funded_beforehand(&self) -> impl Iterator<Item = usize> {
        self.instance.constraints().overrides.iter().filter(|one| one.funded).map(|one| one.project)
    }

    /// The money that the count decides about, in minor units: the budget without what overrides fund.
    pub(crate) fn budget(&self) -> i64 {
        self.funded_beforehand().fold(self.instance.budget(), |left, project| left.saturating_sub(self.cost(project)))
    }

    pub(crate) fn compare_tied(&self, one: usize, other: usize) -> Ordering {
        self.tie_places.get(one).cmp(&self.tie_places.get(other))
    }
}
