//! Equal Shares voter by voter, with nothing grouped, bounded or skipped.

use allmende_tally::{Completion, Reason, Satisfaction};
use num_rational::BigRational;

use super::{Outcome, Plain, whole};

/// One run: what was taken (first what costs nothing), struck out and left to each voter.
struct Run {
    taken: Vec<usize>,
    struck: Vec<(usize, Reason)>,
    money: Vec<BigRational>,
}

/// Tries every supporter's point of running dry as the price, and takes the least price that raises the cost.
fn price(cost: i64, supporters: &[(usize, i64)], money: &[BigRational]) -> Option<BigRational> {
    let all: BigRational = supporters.iter().map(|(voter, _)| money[*voter].clone()).sum();
    if supporters.is_empty() || all < whole(cost) {
        return None;
    }
    let mut candidates: Vec<BigRational> = Vec::new();
    for (limit, worth) in supporters {
        let dry = &money[*limit] / whole(*worth);
        let (poor, rich): (Vec<_>, Vec<_>) =
            supporters.iter().partition(|(voter, worth)| &money[*voter] / whole(*worth) < dry);
        let paid: BigRational = poor.iter().map(|(voter, _): &&(usize, i64)| money[*voter].clone()).sum();
        let weight: i64 = rich.iter().map(|(_, worth): &&(usize, i64)| *worth).sum();
        candidates.push((whole(cost) - paid) / whole(weight));
    }
    let raises = |rho: &BigRational| {
        let paid = supporters.iter().map(|(voter, worth)| money[*voter].clone().min(rho * whole(*worth)));
        paid.sum::<BigRational>() == whole(cost)
    };
    candidates.into_iter().filter(raises).min()
}

impl Plain<'_> {
    fn supporters(&self, satisfaction: Satisfaction, project: usize) -> Vec<(usize, i64)> {
        let worth = |ballot| self.worth(satisfaction, ballot, project);
        let all = self.ballots.iter().enumerate().map(|(voter, ballot)| (voter, worth(ballot)));
        all.filter(|(_, worth)| *worth > 0).collect()
    }

    fn supported(&self, satisfaction: Satisfaction) -> Vec<usize> {
        let running = self.running().into_iter();
        running.filter(|project| !self.supporters(satisfaction, *project).is_empty()).collect()
    }

    fn run(&self, satisfaction: Satisfaction, share: &BigRational) -> Run {
        let mut run = Run { taken: Vec::new(), struck: Vec::new(), money: vec![share.clone(); self.ballots.len()] };
        let (free, mut left): (Vec<usize>, Vec<usize>) =
            self.supported(satisfaction).into_iter().partition(|project| self.cost(*project) == 0);
        for project in free {
            match self.broken(&run.taken, project) {
                Some(reason) => run.struck.push((project, reason)),
                None => run.taken.push(project),
            }
        }
        loop {
            // `min_by` keeps the first of equals, which is the first in the order of ties.
            let priced = |project: &usize| {
                let supporters = self.supporters(satisfaction, *project);
                Some((price(self.cost(*project), &supporters, &run.money)?, *project))
            };
            let cheapest = left.iter().filter_map(priced).min_by(|(one, _), (other, _)| one.cmp(other));
            let Some((rho, project)) = cheapest else { return run };
            left.retain(|other| *other != project);
            if let Some(reason) = self.broken(&run.taken, project) {
                run.struck.push((project, reason));
                continue;
            }
            for (voter, worth) in self.supporters(satisfaction, project) {
                let payment = run.money[voter].clone().min(&rho * whole(worth));
                run.money[voter] -= payment;
            }
            run.taken.push(project);
        }
    }

    /// The run of the last share that stands.
    fn raised(&self, satisfaction: Satisfaction, completion: Completion, increment: &BigRational) -> Run {
        let voters = i64::try_from(self.ballots.len()).unwrap();
        let first = if voters == 0 { whole(0) } else { whole(self.budget()) / whole(voters) };
        let mut run = self.run(satisfaction, &first);
        let raises = !matches!(completion, Completion::None | Completion::Greedy);
        let whole_shares = matches!(completion, Completion::Add1Whole | Completion::Add1WholeComparison);
        let over_all = matches!(completion, Completion::Add1All | Completion::Add1AllGreedy);
        let unit = whole(self.instance.major_unit());
        let mut share = if whole_shares { (&first / &unit).floor() * unit } else { first.clone() };
        loop {
            let left = self.budget() - self.total_cost(&run.taken);
            let supported = self.supported(satisfaction);
            let open = |project: &&usize| !run.taken.contains(project) && self.broken(&run.taken, **project).is_none();
            let dear = |project: &&usize| self.cost(**project) > 0;
            let fits = |project: &usize| self.cost(*project) <= left;
            let everything = !supported.iter().filter(dear).any(|project| open(&project));
            let exhaustive = match over_all {
                true => {
                    let running = self.running();
                    let free = |project: &&usize| self.cost(**project) == 0 && supported.contains(project);
                    !running.iter().filter(|project| !free(project)).filter(open).any(fits)
                }
                false => !supported.iter().filter(dear).filter(open).any(fits),
            };
            if !raises || voters == 0 || everything || (!whole_shares && exhaustive) {
                return run;
            }
            share += increment;
            while share <= first {
                share += increment;
            }
            let next = self.run(satisfaction, &share);
            if self.total_cost(&next.taken) > self.budget() {
                return run;
            }
            run = next;
        }
    }

    /// The outcome under a completion; the increment is in minor units.
    pub fn equal_shares(&self, satisfaction: Satisfaction, completion: Completion, increment: &BigRational) -> Outcome {
        let run = self.raised(satisfaction, completion, increment);
        if completion == Completion::Add1WholeComparison {
            let by_votes = self.by_votes();
            if self.prefer(&by_votes.taken, &run.taken) > self.prefer(&run.taken, &by_votes.taken) {
                return by_votes;
            }
        }
        let mut outcome = Outcome { taken: run.taken.clone(), refused: Vec::new() };
        for project in self.running().into_iter().filter(|project| !run.taken.contains(project)) {
            let supporters = self.supporters(satisfaction, project);
            let left: BigRational = supporters.iter().map(|(voter, _)| run.money[*voter].clone()).sum();
            let reason = match supporters.is_empty() {
                true => Reason::NoSupporters,
                false => Reason::SupportersHadLeft { left: left.into(), cost: self.cost(project) },
            };
            outcome.refused.push((project, reason));
        }
        outcome.refused.extend(run.struck);
        if matches!(completion, Completion::Greedy | Completion::Add1Greedy | Completion::Add1AllGreedy) {
            let free = |project: &usize| self.cost(*project) == 0 && self.total(satisfaction, *project) > 0;
            let rest = self.running().into_iter().filter(|one| !outcome.taken.contains(one) && !free(one)).collect();
            for project in self.by_density(satisfaction, rest) {
                let left = self.budget() - self.total_cost(&outcome.taken);
                if let Some(reason) = self.broken(&outcome.taken, project) {
                    outcome.refused.push((project, reason));
                } else if self.cost(project) <= left {
                    outcome.taken.push(project);
                }
            }
        }
        outcome
    }

    fn by_votes(&self) -> Outcome {
        let mut order = self.running();
        order.sort_by_key(|project| -self.votes(*project));
        self.in_order(order, false)
    }

    /// How many voters have more of the one than of the other on their ballot.
    fn prefer(&self, one: &[usize], other: &[usize]) -> usize {
        let has = |ballot: &[allmende_tally::Choice], set: &[usize]| {
            ballot.iter().filter(|choice| set.contains(&choice.project)).count()
        };
        self.ballots.iter().filter(|ballot| has(ballot, one) > has(ballot, other)).count()
    }
}
