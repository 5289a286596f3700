//! Who gains from each project: the other way round than ballots tell it.

use num_bigint::BigInt;

use crate::contest::Contest;
use crate::satisfaction::Satisfaction;

/// The groups of voters to whom one project is worth something.
#[derive(Debug, Clone, Default)]
pub(super) struct Supporters {
    pub(super) groups: Vec<Backing>,
    /// All voters in these groups.
    pub(super) voters: u32,
    /// The satisfaction of all of them together.
    pub(super) total: BigInt,
}

/// One group and what the project is worth to each of its voters, above zero.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backing {
    pub(super) group: usize,
    pub(super) voters: u32,
    pub(super) worth: i64,
}

impl Supporters {
    fn add(&mut self, backing: Backing) {
        if backing.worth > 0 {
            self.voters = self.voters.saturating_add(backing.voters);
            self.total += BigInt::from(backing.worth) * backing.voters;
            self.groups.push(backing);
        }
    }

    pub(super) const fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }
}

/// The supporters of each project, in file order.
pub(super) fn of_each_project(contest: &Contest<'_>, satisfaction: Satisfaction) -> Vec<Supporters> {
    let mut all = vec![Supporters::default(); contest.instance.projects().len()];
    let unlisted = satisfaction.worth_unlisted(contest.kind);
    for (group, ballots) in contest.groups.iter().enumerate() {
        let voters = ballots.voters;
        for choice in &ballots.choices {
            let cost = contest.cost(choice.project);
            let worth = satisfaction.worth(contest.kind, cost, ballots.choices.len(), *choice);
            if let Some(supporters) = all.get_mut(choice.project) {
                supporters.add(Backing { group, voters, worth });
            }
        }
        if unlisted > 0 {
            for (project, supporters) in all.iter_mut().enumerate() {
                if ballots.choices.binary_search_by_key(&project, |choice| choice.project).is_err() {
                    supporters.add(Backing { group, voters, worth: unlisted });
                }
            }
        }
    }
    all
}
