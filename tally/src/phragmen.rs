//! Phragmén's sequential rule for approval ballots: supporters carry what their projects cost, and each purchase is
//! the one that raises the greatest load least.
//!
//! All supporters of a purchase carry the same load from then on, so a voter's load is known by the last purchase on
//! the ballot. The exact arithmetic is done once for each purchase, never for each voter.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::One;

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, Progress, Stage};
use crate::exact::Exact;
use crate::guard::Guard;
use crate::ranking::reasons;

/// A project that can still be bought.
struct Candidate {
    project: usize,
    supporters: u32,
    /// The cost and what the supporters carry already, over the scale: divided by the supporters, the load after it.
    sum: BigInt,
    /// Its supporters by the last purchase on their ballot, from 0 for none.
    carriers: Vec<u32>,
}

impl Candidate {
    /// By the load that it would give each supporter; one that nobody supports comes last.
    fn by_load(&self, other: &Self) -> Ordering {
        match (self.supporters, other.supporters) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Greater,
            (_, 0) => Ordering::Less,
            (own, others) => (&self.sum * others).cmp(&(&other.sum * own)),
        }
    }
}

/// What voters carry. Whole numbers over one scale, which grows so that every load is whole.
struct Loads<'a> {
    contest: &'a Contest<'a>,
    scale: BigInt,
    /// The load after each purchase, from 1; nothing was bought at 0.
    after: Vec<BigInt>,
    /// By group: the last purchase on its ballot.
    last: Vec<usize>,
    /// By project: the groups that list it.
    groups: Vec<Vec<usize>>,
}

impl<'a> Loads<'a> {
    fn new(contest: &'a Contest<'a>) -> Self {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); contest.instance.projects().len()];
        for (index, group) in contest.groups.iter().enumerate() {
            for choice in group.ballot {
                if let Some(list) = groups.get_mut(choice.project) {
                    list.push(index);
                }
            }
        }
        let (scale, after) = (BigInt::one(), vec![BigInt::ZERO]);
        Self { contest, scale, after, last: vec![0; contest.groups.len()], groups }
    }

    fn candidate(&self, project: usize) -> Candidate {
        let supporters = self.contest.votes(project);
        Candidate { project, supporters, sum: self.contest.cost(project).into(), carriers: vec![supporters] }
    }

    /// What each supporter would carry; `None` without supporters.
    fn load(&self, candidate: &Candidate) -> Option<Exact> {
        let supporters = Some(candidate.supporters).filter(|supporters| *supporters > 0)?;
        Some(BigRational::new(candidate.sum.clone(), &self.scale * supporters).into())
    }

    /// Lets the supporters carry a project. Only candidates that share a supporter with it are weighed again.
    fn buy(&mut self, bought: &Candidate, candidates: &mut [Candidate]) {
        if bought.supporters == 0 {
            return;
        }
        let supporters = BigInt::from(bought.supporters);
        let factor = &supporters / supporters.gcd(&bought.sum);
        if !factor.is_one() {
            self.scale *= &factor;
            let sums = candidates.iter_mut().map(|candidate| &mut candidate.sum);
            sums.chain(&mut self.after).for_each(|amount| *amount *= &factor);
        }
        let purchase = self.after.len();
        self.after.push(&bought.sum * factor / supporters);
        for index in self.moved(bought.project, purchase, candidates) {
            if let Some(candidate) = candidates.get_mut(index) {
                let carried = candidate.carriers.iter().zip(&self.after).filter(|(voters, _)| **voters > 0);
                let carried: BigInt = carried.map(|(voters, load)| load * *voters).sum();
                candidate.sum = &self.scale * self.contest.cost(candidate.project) + carried;
            }
        }
    }

    /// Notes the purchase on each ballot that lists the project, and tells which candidates' supporters that changed.
    fn moved(&mut self, project: usize, purchase: usize, candidates: &mut [Candidate]) -> Vec<usize> {
        let mut places = vec![None; self.groups.len()];
        for (index, candidate) in candidates.iter_mut().enumerate() {
            candidate.carriers.resize(purchase.saturating_add(1), 0);
            if let Some(place) = places.get_mut(candidate.project) {
                *place = Some(index);
            }
        }
        let mut touched = vec![false; candidates.len()];
        for index in self.groups.get(project).into_iter().flatten() {
            let (Some(group), Some(last)) = (self.contest.groups.get(*index), self.last.get_mut(*index)) else {
                continue;
            };
            let before = std::mem::replace(last, purchase);
            for place in group.ballot.iter().filter_map(|choice| places.get(choice.project).copied().flatten()) {
                let (Some(candidate), Some(touched)) = (candidates.get_mut(place), touched.get_mut(place)) else {
                    continue;
                };
                *touched = true;
                if let Some(voters) = candidate.carriers.get_mut(before) {
                    *voters = voters.saturating_sub(group.voters);
                }
                if let Some(voters) = candidate.carriers.get_mut(purchase) {
                    *voters = voters.saturating_add(group.voters);
                }
            }
        }
        touched.iter().enumerate().filter(|(_, touched)| **touched).map(|(index, _)| index).collect()
    }
}

/// Counts by loads, which start at 0. In each round the projects are looked at that would give their supporters the
/// least load. Those that a constraint forbids are struck out. If any of the others does not fit what is left, the
/// count ends; else the first in the order of ties is bought. A project dearer than the whole budget takes no part, and
/// one without supporters comes after all that have some.
///
/// Markus Brill and others, *Proportionality in Approval-Based Participatory Budgeting*, AAAI 2023, and Maaike Los, Zoé
/// Christoff and Davide Grossi, *Proportional Budget Allocations*, IJCAI 2022, brought it from committees to budgets.
pub(crate) fn count(contest: &Contest<'_>, progress: &mut dyn FnMut(Progress)) -> Chosens {
    let budget = contest.budget();
    let mut running = contest.running();
    running.sort_by(|one, other| contest.compare_tied(*one, *other));
    let (payable, dear): (Vec<usize>, Vec<usize>) =
        running.into_iter().partition(|project| contest.cost(*project) <= budget);
    let loads = Loads::new(contest);
    let candidates = payable.into_iter().map(|project| loads.candidate(project)).collect();
    let refused = dear.into_iter().map(|project| (project, does_not_fit(contest, project, budget))).collect();
    let (guard, steps, taken) = (Guard::new(contest), Vec::new(), Vec::new());
    let mut course = Course { contest, guard, loads, candidates, left: budget, taken, refused, steps };
    let mut done = 0_u64;
    while course.round() {
        done = done.saturating_add(1);
        progress(Progress { stage: Stage::Choosing, done });
    }
    let reasons = reasons(contest, &course.taken, course.refused, ChosenBy::Rule);
    Chosens { order: course.taken, reasons, steps: course.steps }
}

/// A count under way.
struct Course<'a> {
    contest: &'a Contest<'a>,
    guard: Guard<'a>,
    loads: Loads<'a>,
    /// In the order of ties.
    candidates: Vec<Candidate>,
    left: i64,
    taken: Vec<usize>,
    refused: Vec<(usize, Reason)>,
    steps: Vec<Step>,
}

impl Course<'_> {
    /// Strikes out or buys what loads its supporters least; `false` if the count ended.
    fn round(&mut self) -> bool {
        let Some(least) = self.candidates.iter().min_by(|one, other| one.by_load(other)) else { return false };
        let equal = self.candidates.iter().filter(|one| one.by_load(least).is_eq());
        let tied: Vec<usize> = equal.map(|one| one.project).collect();
        if self.strike_out(&tied) {
            return true;
        }
        let misfit = tied.iter().copied().find(|project| self.contest.cost(*project) > self.left);
        let Some(project) = misfit.or_else(|| tied.first().copied()) else { return false };
        let Some(place) = self.candidates.iter().position(|one| one.project == project) else { return false };
        let chosen = self.candidates.remove(place);
        self.steps.push(Step::Loaded {
            project: self.contest.id(project),
            load: self.loads.load(&chosen),
            cost: self.contest.cost(project),
            supporters: self.contest.votes(project),
            left: self.left,
            taken: misfit.is_none(),
            tied: if tied.len() > 1 { self.contest.ids(&tied) } else { Vec::new() },
        });
        if misfit.is_some() {
            let unreached = |one: &Candidate| (one.project, unreached(&self.loads, one, &chosen, self.left));
            self.refused.extend(self.candidates.iter().chain([&chosen]).map(unreached));
            return false;
        }
        self.left = self.left.saturating_sub(self.contest.cost(project));
        self.guard.take(project);
        self.taken.push(project);
        self.loads.buy(&chosen, &mut self.candidates);
        true
    }

    /// Strikes out those of the tied that a constraint forbids; whether there were any.
    fn strike_out(&mut self, tied: &[usize]) -> bool {
        let refuses = |project: &usize| Some((*project, self.guard.refuses(*project)?));
        let struck: Vec<(usize, Reason)> = tied.iter().filter_map(refuses).collect();
        self.candidates.retain(|one| struck.iter().all(|(project, _)| *project != one.project));
        let step = |(project, reason): &(usize, Reason)| Step::StruckOut {
            project: self.contest.id(*project),
            reason: reason.clone(),
        };
        self.steps.extend(struck.iter().map(step));
        let any = !struck.is_empty();
        self.refused.extend(struck);
        any
    }
}

fn does_not_fit(contest: &Contest<'_>, project: usize, left: i64) -> Reason {
    Reason::DoesNotFit { left, cost: contest.cost(project) }
}

/// Why a project is not funded when the count ended with those of the least load.
fn unreached(loads: &Loads<'_>, candidate: &Candidate, least: &Candidate, left: i64) -> Reason {
    let contest = loads.contest;
    match candidate.by_load(least) {
        Ordering::Equal if contest.cost(candidate.project) > left => does_not_fit(contest, candidate.project, left),
        Ordering::Equal => Reason::AfterFirstMisfit,
        Ordering::Less | Ordering::Greater => match (loads.load(candidate), loads.load(least)) {
            (Some(load), Some(ended_at)) => Reason::LoadTooHigh { load, ended_at },
            (None | Some(_), None) | (None, Some(_)) => Reason::NoSupporters,
        },
    }
}
