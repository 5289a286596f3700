//! Watches over the constraints while a rule chooses project after project.

use crate::allocation::Reason;
use crate::contest::Contest;

/// What is taken so far, as the constraints see it. Projects funded by overrides are taken from the start.
#[derive(Debug, Clone)]
pub(crate) struct Guard<'a> {
    contest: &'a Contest<'a>,
    /// What is left of each ceiling.
    left: Vec<i64>,
    taken: Vec<bool>,
}

impl<'a> Guard<'a> {
    pub(crate) fn new(contest: &'a Contest<'a>) -> Self {
        let instance = contest.instance;
        let left = instance.constraints().ceilings.iter().map(|ceiling| ceiling.limit).collect();
        let mut guard = Self { contest, left, taken: vec![false; instance.projects().len()] };
        for project in contest.funded_beforehand() {
            guard.take(project);
        }
        guard
    }

    /// The first constraint that the project would break, were it taken now.
    pub(crate) fn refuses(&self, project: usize) -> Option<Reason> {
        let constraints = self.contest.instance.constraints();
        let votes = self.contest.votes(project);
        if votes < constraints.least_votes {
            return Some(Reason::TooFewVotes { votes, needed: constraints.least_votes });
        }
        let partner = constraints.incompatible.iter().find_map(|(one, other)| match project {
            project if project == *one => Some(*other).filter(|other| self.has(*other)),
            project if project == *other => Some(*one).filter(|one| self.has(*one)),
            _ => None,
        });
        if let Some(partner) = partner {
            return Some(Reason::Incompatible { with: self.contest.id(partner) });
        }
        let cost = self.contest.cost(project);
        constraints.ceilings.iter().zip(&self.left).find_map(|(ceiling, left)| {
            (cost > (*left).max(0) && ceiling.projects.contains(&project)).then(|| Reason::PassesCeiling {
                ceiling: ceiling.name.clone(),
                left: (*left).max(0),
                cost,
            })
        })
    }

    /// Notes that the project is taken.
    pub(crate) fn take(&mut self, project: usize) {
        if let Some(taken) = self.taken.get_mut(project) {
            *taken = true;
        }
        let cost = self.contest.cost(project);
        for (ceiling, left) in self.contest.instance.constraints().ceilings.iter().zip(&mut self.left) {
            if ceiling.projects.contains(&project) {
                *left = left.saturating_sub(cost);
            }
        }
    }

    /// What is left of each ceiling; below zero where overrides pass it.
    pub(crate) fn left(&self) -> &[i64] {
        &self.left
    }

    fn has(&self, project: usize) -> bool {
        self.taken.get(project).copied().unwrap_or(false)
    }
}
