//! Every rule as its definition says: voter by voter, set by set, in fractions of any size.

mod shares;

use std::cmp::{Ordering, Reverse};

use allmende_tally::{BallotKind, Choice, Instance, Reason, Satisfaction, WITHDRAWN_COST};
use num_bigint::BigInt;
use num_rational::BigRational;
use sha2::{Digest, Sha256};

pub fn whole(value: i64) -> BigRational {
    BigRational::from_integer(BigInt::from(value))
}

/// What a rule takes, in order, and why it does not take the others.
#[derive(Debug, Default)]
pub struct Outcome {
    pub taken: Vec<usize>,
    pub refused: Vec<(usize, Reason)>,
}

/// A set, after what puts it in order: worth, cost, and which projects it has in the order of ties.
type Ordered = (i64, Reverse<i64>, Vec<bool>, Vec<usize>);

/// One election, as the plain rules see it.
pub struct Plain<'a> {
    instance: &'a Instance,
    kind: BallotKind,
    ballots: &'a [Vec<Choice>],
    /// The projects in the order of ties.
    tie_order: Vec<usize>,
}

impl<'a> Plain<'a> {
    pub fn new(instance: &'a Instance, kind: BallotKind, ballots: &'a [Vec<Choice>], ties: &str) -> Self {
        let mut plain = Self { instance, kind, ballots, tie_order: Vec::new() };
        let mut order: Vec<usize> = (0..instance.projects().len()).collect();
        order.sort_by(|one, other| plain.tie(ties, *one, *other));
        plain.tie_order = order;
        plain
    }

    fn tie(&self, ties: &str, one: usize, other: usize) -> Ordering {
        let id = |project: usize| &self.instance.projects()[project].id;
        for word in ties.split(',') {
            let order = match word {
                "id" => Ordering::Equal,
                "file" => one.cmp(&other),
                "min-cost" => self.cost(one).cmp(&self.cost(other)),
                "max-cost" => self.cost(other).cmp(&self.cost(one)),
                "max-votes" => self.votes(other).cmp(&self.votes(one)),
                lot => {
                    let seed = lot.strip_prefix("lot:").unwrap();
                    let lot = |project| Sha256::digest(format!("{seed}\0{}", id(project)));
                    lot(one).cmp(&lot(other))
                }
            };
            if word == "id" || order.is_ne() {
                return order.then(id(one).cmp(id(other)));
            }
        }
        id(one).cmp(id(other))
    }

    pub fn cost(&self, project: usize) -> i64 {
        self.instance.projects()[project].cost.unwrap()
    }

    fn total_cost(&self, projects: &[usize]) -> i64 {
        projects.iter().map(|project| self.cost(*project)).sum()
    }

    fn choice(ballot: &[Choice], project: usize) -> Option<i64> {
        ballot.iter().find(|choice| choice.project == project).map(|choice| choice.value)
    }

    fn votes(&self, project: usize) -> i64 {
        self.ballots.iter().filter(|ballot| Self::choice(ballot, project).is_some()).count().try_into().unwrap()
    }

    fn score(&self, project: usize) -> i64 {
        let score = |ballot: &Vec<Choice>| match (self.kind, Self::choice(ballot, project)) {
            (BallotKind::Scoring { default_score }, None) => default_score,
            (_, None) => 0,
            (BallotKind::Approval, Some(_)) => 1,
            (BallotKind::Ordinal { places }, Some(place)) => i64::from(places) + 1 - place,
            (BallotKind::Cumulative | BallotKind::Scoring { .. }, Some(points)) => points,
        };
        self.ballots.iter().map(score).sum()
    }

    /// What a project is worth to one voter.
    fn worth(&self, satisfaction: Satisfaction, ballot: &[Choice], project: usize) -> i64 {
        let Some(value) = Self::choice(ballot, project) else {
            return match (satisfaction, self.kind) {
                (Satisfaction::Points, BallotKind::Scoring { default_score }) => default_score.max(0),
                _ => 0,
            };
        };
        match satisfaction {
            Satisfaction::Cost => self.cost(project),
            Satisfaction::Cardinality => 1,
            Satisfaction::Points => value.max(0),
            Satisfaction::Borda => i64::try_from(ballot.len()).unwrap() - value,
            Satisfaction::PlacePoints => match self.kind {
                BallotKind::Ordinal { places } => i64::from(places) + 1 - value,
                _ => unreachable!("place points are for rankings"),
            },
        }
    }

    /// What a project is worth to all voters.
    pub fn total(&self, satisfaction: Satisfaction, project: usize) -> i64 {
        self.ballots.iter().map(|ballot| self.worth(satisfaction, ballot, project)).sum()
    }

    /// The projects in the running, in the order of ties.
    fn running(&self) -> Vec<usize> {
        let overrides = &self.instance.constraints().overrides;
        let withdrawn = WITHDRAWN_COST * self.instance.major_unit();
        let open =
            |project: &usize| overrides.iter().all(|one| one.project != *project) && self.cost(*project) != withdrawn;
        self.tie_order.iter().copied().filter(open).collect()
    }

    fn funded_beforehand(&self) -> Vec<usize> {
        let overrides = &self.instance.constraints().overrides;
        overrides.iter().filter(|one| one.funded).map(|one| one.project).collect()
    }

    pub fn budget(&self) -> i64 {
        self.instance.budget() - self.total_cost(&self.funded_beforehand())
    }

    /// The constraint that a project breaks beside those taken.
    pub fn broken(&self, taken: &[usize], project: usize) -> Option<Reason> {
        let constraints = self.instance.constraints();
        let mut all = self.funded_beforehand();
        all.extend(taken);
        if self.votes(project) < constraints.least_votes.into() {
            let votes = self.votes(project).try_into().unwrap();
            return Some(Reason::TooFewVotes { votes, needed: constraints.least_votes });
        }
        for (one, other) in &constraints.incompatible {
            for (own, with) in [(one, other), (other, one)] {
                if *own == project && all.contains(with) {
                    return Some(Reason::Incompatible { with: self.instance.projects()[*with].id.clone() });
                }
            }
        }
        for ceiling in constraints.ceilings.iter().filter(|ceiling| ceiling.projects.contains(&project)) {
            let counted: Vec<usize> = all.iter().copied().filter(|other| ceiling.projects.contains(other)).collect();
            let (left, cost) = (ceiling.limit - self.total_cost(&counted), self.cost(project));
            if cost > left.max(0) {
                return Some(Reason::PassesCeiling { ceiling: ceiling.name.clone(), left: left.max(0), cost });
            }
        }
        None
    }

    fn misfit(&self, project: usize, left: i64) -> Reason {
        Reason::DoesNotFit { left, cost: self.cost(project) }
    }

    fn in_order(&self, order: Vec<usize>, stop: bool) -> Outcome {
        let mut outcome = Outcome::default();
        let mut over = false;
        for project in order {
            let left = self.budget() - self.total_cost(&outcome.taken);
            if over {
                outcome.refused.push((project, Reason::AfterFirstMisfit));
            } else if let Some(reason) = self.broken(&outcome.taken, project) {
                outcome.refused.push((project, reason));
            } else if self.cost(project) > left {
                outcome.refused.push((project, self.misfit(project, left)));
                over = stop;
            } else {
                outcome.taken.push(project);
            }
        }
        outcome
    }

    /// Those that reach the threshold by score, and the reasons of the others.
    fn by_score(&self, threshold: Option<i64>) -> (Vec<usize>, Vec<(usize, Reason)>) {
        let mut order = self.running();
        order.sort_by_key(|project| Reverse(self.score(*project)));
        let passes = |project: &usize| threshold.is_none_or(|threshold| self.score(*project) >= threshold);
        let below = order.iter().zip(1..).filter(|(project, _)| !passes(project)).map(|(project, place)| {
            (*project, Reason::Place { place, needed: threshold.unwrap() - self.score(*project) })
        });
        (order.iter().copied().filter(passes).collect(), below.collect())
    }

    pub fn ranking(&self, threshold: Option<i64>, stop: bool) -> Outcome {
        let (passing, below) = self.by_score(threshold);
        let mut outcome = self.in_order(passing, stop);
        outcome.refused.extend(below);
        outcome
    }

    /// A project that an override puts in has one of the seats.
    pub fn top(&self, seats: u32, threshold: Option<i64>) -> Outcome {
        let (passing, below) = self.by_score(threshold);
        let mut outcome = Outcome { taken: Vec::new(), refused: below };
        for (project, place) in passing.into_iter().zip(1..) {
            if outcome.taken.len() + self.funded_beforehand().len() < usize::try_from(seats).unwrap() {
                match self.broken(&outcome.taken, project) {
                    Some(reason) => outcome.refused.push((project, reason)),
                    None => outcome.taken.push(project),
                }
            } else {
                let needed = outcome.taken.last().map_or(1, |last| self.to_pass(*last, project));
                outcome.refused.push((project, Reason::Place { place, needed }));
            }
        }
        let full = outcome.taken.len() + self.funded_beforehand().len() >= usize::try_from(seats).unwrap();
        if let (true, Some(last)) = (full, outcome.taken.last().copied()) {
            for (project, reason) in &mut outcome.refused {
                if let Reason::Place { needed, .. } = reason {
                    *needed = self.to_pass(last, *project).max(*needed);
                }
            }
        }
        outcome
    }

    /// The score that a project lacks to come before another one.
    fn to_pass(&self, last: usize, project: usize) -> i64 {
        let place_of = |project: usize| self.tie_order.iter().position(|other| *other == project);
        let wins_a_tie = place_of(project) < place_of(last);
        self.score(last) - self.score(project) + i64::from(!wins_a_tie)
    }

    pub fn greedy(&self, satisfaction: Satisfaction) -> Outcome {
        let order = self.by_density(satisfaction, self.running());
        self.in_order(order, false)
    }

    fn by_density(&self, satisfaction: Satisfaction, mut order: Vec<usize>) -> Vec<usize> {
        // What is worth something and costs nothing comes first.
        let density = |project: usize| match (self.total(satisfaction, project), self.cost(project)) {
            (0, _) => (0, whole(0)),
            (_, 0) => (1, whole(0)),
            (total, cost) => (0, whole(total) / whole(cost)),
        };
        order.sort_by_key(|project| Reverse(density(*project)));
        order
    }

    pub fn phragmen(&self) -> Outcome {
        let mut outcome = Outcome::default();
        let mut loads = vec![whole(0); self.ballots.len()];
        let (mut open, dear): (Vec<usize>, Vec<usize>) =
            self.running().into_iter().partition(|project| self.cost(*project) <= self.budget());
        outcome.refused.extend(dear.into_iter().map(|project| (project, self.misfit(project, self.budget()))));
        let supporters = |project: usize| -> Vec<usize> {
            (0..self.ballots.len()).filter(|voter| Self::choice(&self.ballots[*voter], project).is_some()).collect()
        };
        while !open.is_empty() {
            let load = |project: usize| {
                let voters = supporters(project);
                let carried: BigRational = voters.iter().map(|voter| loads[*voter].clone()).sum();
                let count = i64::try_from(voters.len()).unwrap();
                (count > 0).then(|| (carried + whole(self.cost(project))) / whole(count))
            };
            // No load is above every load.
            let least =
                open.iter().map(|project| load(*project)).min_by_key(|load| (load.is_none(), load.clone())).unwrap();
            let tied: Vec<usize> = open.iter().copied().filter(|project| load(*project) == least).collect();
            let left = self.budget() - self.total_cost(&outcome.taken);
            let broken: Vec<(usize, Reason)> =
                tied.iter().filter_map(|project| Some((*project, self.broken(&outcome.taken, *project)?))).collect();
            if !broken.is_empty() {
                open.retain(|project| broken.iter().all(|(other, _)| other != project));
                outcome.refused.extend(broken);
                continue;
            }
            if tied.iter().any(|project| self.cost(*project) > left) {
                let reason = |project: usize| match (load(project), least.clone()) {
                    _ if tied.contains(&project) && self.cost(project) > left => self.misfit(project, left),
                    _ if tied.contains(&project) => Reason::AfterFirstMisfit,
                    (Some(load), Some(least)) => Reason::LoadTooHigh { load: load.into(), ended_at: least.into() },
                    _ => Reason::NoSupporters,
                };
                outcome.refused.extend(open.iter().map(|project| (*project, reason(*project))));
                break;
            }
            outcome.taken.push(tied[0]);
            open.retain(|project| *project != tied[0]);
            for voter in supporters(tied[0]) {
                loads[voter] = least.clone().unwrap();
            }
        }
        outcome
    }

    /// Tries all sets. The second part is which equals of the best set differ from it where.
    pub fn welfare(&self, satisfaction: Satisfaction) -> (Outcome, Vec<usize>) {
        let total = |project: usize| self.total(satisfaction, project);
        let mut outcome = Outcome::default();
        let mut open = Vec::new();
        for project in self.running() {
            match self.broken(&[], project) {
                Some(reason) => outcome.refused.push((project, reason)),
                None if total(project) == 0 => outcome.refused.push((project, Reason::NoSupporters)),
                None if self.cost(project) > self.budget() => {
                    outcome.refused.push((project, self.misfit(project, self.budget())));
                }
                None => open.push(project),
            }
        }
        let mut sets: Vec<Ordered> = Vec::new();
        for number in 0..1_usize << open.len() {
            let set: Vec<usize> = open
                .iter()
                .enumerate()
                .filter(|(bit, _)| number >> bit & 1 == 1)
                .map(|(_, project)| *project)
                .collect();
            let keeps = |project: &usize| {
                let others: Vec<usize> = set.iter().copied().filter(|other| other != project).collect();
                self.broken(&others, *project).is_none()
            };
            if self.total_cost(&set) <= self.budget() && set.iter().all(keeps) {
                let has = open.iter().map(|project| set.contains(project)).collect();
                let worth = set.iter().map(|project| total(*project)).sum();
                sets.push((worth, Reverse(self.total_cost(&set)), has, set));
            }
        }
        let best = sets.iter().max().unwrap().clone();
        for project in open.iter().filter(|project| !best.3.contains(project)) {
            let with_it = sets.iter().filter(|set| set.3.contains(project)).map(|set| (set.0, set.1)).max().unwrap();
            let dearer = if with_it.0 == best.0 { with_it.1.0 - best.1.0 } else { 0 };
            outcome.refused.push((*project, Reason::NotInBestSet { lacking: (best.0 - with_it.0).into(), dearer }));
        }
        let equals = sets.iter().filter(|set| (set.0, set.1) == (best.0, best.1));
        let unlike: Vec<usize> =
            equals.flat_map(|set| set.3.iter().copied().filter(|one| !best.3.contains(one))).collect();
        outcome.taken = best.3;
        outcome.taken.sort_by_key(|project| Reverse(total(*project)));
        (outcome, unlike)
    }

    /// All chosen projects, those of overrides first, and a reason for each of the others.
    pub fn whole_outcome(&self, outcome: Outcome) -> (Vec<String>, Vec<Option<Reason>>) {
        let mut chosen = self.funded_beforehand();
        chosen.extend(outcome.taken);
        let mut reasons: Vec<Option<Reason>> = vec![Some(Reason::Withdrawn); self.instance.projects().len()];
        for one in &self.instance.constraints().overrides {
            reasons[one.project] = Some(Reason::TakenOut { reason: one.reason.clone() });
        }
        outcome.refused.into_iter().for_each(|(project, reason)| reasons[project] = Some(reason));
        chosen.iter().for_each(|project| reasons[*project] = None);
        (chosen.iter().map(|project| self.instance.projects()[*project].id.clone()).collect(), reasons)
    }
}
