//! What every run of a count has in common: who gains from each project, the other way round than ballots tell it.

use num_bigint::BigInt;

use crate::ballot::{Ballot, wide};
use crate::contest::Contest;
use crate::groups::Group;
use crate::satisfaction::Satisfaction;

/// The supporters of all projects, project after project in one piece of memory.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub(super) contest: &'a Contest<'a>,
    satisfaction: Satisfaction,
    /// The groups that back a project.
    groups: Vec<u32>,
    /// What it is worth to each voter of them; empty where every worth is 1.
    worths: Vec<u32>,
    /// Where each project's backers begin, and where the last one's end.
    starts: Vec<usize>,
    /// The satisfaction that one unit of a backer's worth stands for, by project.
    units: Vec<i64>,
    /// By project.
    pub(super) totals: Vec<BigInt>,
    /// Supported projects of no cost, in the order of ties: they are put in before anybody pays.
    pub(super) free: Vec<usize>,
    /// Supported projects that cost something, in file order.
    pub(super) candidates: Vec<usize>,
}

/// Voters with the same ballot, and what a project is worth to each of them, above zero, in the project's units.
#[derive(Debug, Clone, Copy)]
pub(super) struct Backer {
    pub(super) group: u32,
    pub(super) voters: u32,
    pub(super) worth: u32,
}

impl Backer {
    /// The worth of the project to all these voters: at most 2^32 voters of less than 2^32 each.
    pub(super) fn weight(self) -> u64 {
        u64::from(self.voters).saturating_mul(self.worth.into())
    }
}

impl<'a> Field<'a> {
    pub(super) fn new(contest: &'a Contest<'a>, satisfaction: Satisfaction) -> Self {
        let projects = contest.instance.projects().len();
        // By cost every supporter gains the same, so the unit is the cost, and the worth is 1.
        let by_cost = satisfaction == Satisfaction::Cost;
        let units: Vec<i64> = (0..projects).map(|project| if by_cost { contest.cost(project) } else { 1 }).collect();

        let mut starts = vec![0_usize; projects.saturating_add(1)];
        let mut all_alike = true;
        for Group { ballot, .. } in contest.groups.iter() {
            each_worth(contest, satisfaction, ballot, |project, worth| {
                all_alike &= worth == 1;
                if let Some(count) = starts.get_mut(project.saturating_add(1)) {
                    *count = count.saturating_add(1);
                }
            });
        }
        let mut sum = 0_usize;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut groups = vec![0; sum];
        let mut worths = vec![0; if all_alike { 0 } else { sum }];
        let mut next = starts.clone();
        for (Group { ballot, .. }, group) in contest.groups.iter().zip(0_u32..) {
            each_worth(contest, satisfaction, ballot, |project, worth| {
                let Some(at) = next.get_mut(project) else { return };
                if let Some(slot) = groups.get_mut(*at) {
                    *slot = group;
                }
                if let Some(slot) = worths.get_mut(*at) {
                    *slot = worth;
                }
                *at = at.saturating_add(1);
            });
        }

        let totals = contest.totals(satisfaction);
        let (free, candidates) = (Vec::new(), Vec::new());
        let mut field = Self { contest, satisfaction, groups, worths, starts, units, totals, free, candidates };
        let running = contest.running().into_iter().filter(|project| field.backers(*project).len() > 0);
        (field.free, field.candidates) = running.partition(|project| contest.cost(*project) == 0);
        field.free.sort_by(|one, other| contest.compare_tied(*one, *other));
        field
    }

    pub(super) fn backers(&self, project: usize) -> impl ExactSizeIterator<Item = Backer> + Clone {
        let bounds = self.starts.get(project).zip(self.starts.get(project.saturating_add(1)));
        let bounds = bounds.map_or(0..0, |(from, to)| *from..*to);
        let groups = self.groups.get(bounds.clone()).unwrap_or_default();
        let worths = self.worths.get(bounds).unwrap_or_default();
        groups.iter().enumerate().map(|(place, group)| Backer {
            group: *group,
            voters: self.contest.groups.voters(*group),
            worth: worths.get(place).copied().unwrap_or(1),
        })
    }

    /// Calls back with each project that is worth something to the voters of a group, and what, in the project's units.
    pub(super) fn each_worth(&self, group: u32, call: impl FnMut(usize, u32)) {
        if let Some(Group { ballot, .. }) = self.contest.groups.get(wide(group)) {
            each_worth(self.contest, self.satisfaction, ballot, call);
        }
    }

    /// The satisfaction that one unit of worth stands for.
    pub(super) fn unit(&self, project: usize) -> i64 {
        self.units.get(project).copied().unwrap_or(1)
    }

    /// The voters to whom the project is worth something.
    pub(super) fn supporters(&self, project: usize) -> u32 {
        self.backers(project).fold(0, |sum, backer| sum.saturating_add(backer.voters))
    }
}

/// Calls back with each project that is worth something to who voted so, and what, in the project's units.
fn each_worth(contest: &Contest<'_>, satisfaction: Satisfaction, ballot: Ballot<'_>, mut call: impl FnMut(usize, u32)) {
    let by_cost = satisfaction == Satisfaction::Cost;
    for choice in ballot {
        let cost = contest.cost(choice.project);
        let worth = satisfaction.worth(contest.kind, cost, ballot.len(), choice);
        let worth = if by_cost { u32::from(worth > 0) } else { u32::try_from(worth).unwrap_or(u32::MAX) };
        if worth > 0 {
            call(choice.project, worth);
        }
    }
    let unlisted = satisfaction.worth_unlisted(contest.kind);
    if unlisted > 0 {
        let worth = u32::try_from(unlisted).unwrap_or(u32::MAX);
        let mut listed = ballot.iter().peekable();
        for project in 0..contest.instance.projects().len() {
            if listed.next_if(|choice| choice.project == project).is_none() {
                call(project, worth);
            }
        }
    }
}
