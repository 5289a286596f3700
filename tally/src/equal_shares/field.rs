//! What every run of a count has in common: who gains from each project, the other way round than ballots tell it.

use num_bigint::BigInt;

use crate::contest::Contest;
use crate::groups::Group;
use crate::satisfaction::Satisfaction;

/// The supporters of all projects, project after project in one piece of memory.
#[derive(Debug)]
pub(super) struct Field<'a> {
    pub(super) contest: &'a Contest<'a>,
    backers: Vec<Backer>,
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
        each_backer(contest, satisfaction, |project, _| {
            if let Some(count) = starts.get_mut(project.saturating_add(1)) {
                *count = count.saturating_add(1);
            }
        });
        let mut sum = 0_usize;
        for start in &mut starts {
            sum = sum.saturating_add(*start);
            *start = sum;
        }
        let mut backers = vec![Backer { group: 0, voters: 0, worth: 0 }; sum];
        let mut next = starts.clone();
        each_backer(contest, satisfaction, |project, backer| {
            if let Some(at) = next.get_mut(project) {
                if let Some(slot) = backers.get_mut(*at) {
                    *slot = backer;
                }
                *at = at.saturating_add(1);
            }
        });

        let totals = contest.totals(satisfaction);
        let mut field = Self { contest, backers, starts, units, totals, free: Vec::new(), candidates: Vec::new() };
        let running = contest.running().into_iter().filter(|project| !field.backers(*project).is_empty());
        (field.free, field.candidates) = running.partition(|project| contest.cost(*project) == 0);
        field.free.sort_by(|one, other| contest.compare_tied(*one, *other));
        field
    }

    pub(super) fn backers(&self, project: usize) -> &[Backer] {
        let bounds = self.starts.get(project).zip(self.starts.get(project.saturating_add(1)));
        bounds.and_then(|(from, to)| self.backers.get(*from..*to)).unwrap_or_default()
    }

    /// The satisfaction that one unit of worth stands for.
    pub(super) fn unit(&self, project: usize) -> i64 {
        self.units.get(project).copied().unwrap_or(1)
    }

    /// The voters to whom the project is worth something.
    pub(super) fn supporters(&self, project: usize) -> u32 {
        self.backers(project).iter().fold(0, |sum, backer| sum.saturating_add(backer.voters))
    }
}

/// Calls back with each project and each group of voters to whom it is worth something.
fn each_backer(contest: &Contest<'_>, satisfaction: Satisfaction, mut call: impl FnMut(usize, Backer)) {
    let unlisted = satisfaction.worth_unlisted(contest.kind);
    let by_cost = satisfaction == Satisfaction::Cost;
    for (Group { ballot, voters }, group) in contest.groups.iter().zip(0_u32..) {
        let length = ballot.len();
        for choice in ballot {
            let cost = contest.cost(choice.project);
            let worth = satisfaction.worth(contest.kind, cost, length, choice);
            let worth = if by_cost { u32::from(worth > 0) } else { u32::try_from(worth).unwrap_or(u32::MAX) };
            if worth > 0 {
                call(choice.project, Backer { group, voters, worth });
            }
        }
        if unlisted > 0 {
            let worth = u32::try_from(unlisted).unwrap_or(u32::MAX);
            let mut listed = ballot.iter().peekable();
            for project in 0..contest.instance.projects().len() {
                if listed.next_if(|choice| choice.project == project).is_none() {
                    call(project, Backer { group, voters, worth });
                }
            }
        }
    }
}
