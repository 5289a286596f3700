//! Equal Shares voter by voter, with nothing grouped, bounded or skipped.

use std::collections::BTreeSet;

use allmende_tally::{Completion, Reason, Satisfaction, Step, Verdict};
use num_rational::BigRational;

use super::{Outcome, Plain, whole};

/// One run: what was taken (first what costs nothing), struck out and left to each voter.
#[derive(Clone)]
struct Run {
    share: BigRational,
    taken: Vec<usize>,
    struck: Vec<(usize, Reason)>,
    money: Vec<BigRational>,
    purchases: Vec<Step>,
    /// The projects of equal price at each turn, if there were several.
    ties: Vec<Vec<String>>,
}

/// What followed from one share.
struct Tried {
    run: Run,
    verdict: Verdict,
}

/// The payment of each supporter at a price.
struct Payments {
    largest: BigRational,
    payers: u32,
    emptied: u32,
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

/// Lets everybody pay the price of what the project is worth to them, or all that they have.
fn pay(rho: &BigRational, supporters: &[(usize, i64)], money: &mut [BigRational], gave_all: &mut [bool]) -> Payments {
    let mut payments = Payments { largest: whole(0), payers: 0, emptied: 0 };
    for (voter, worth) in supporters {
        let asked = rho * whole(*worth);
        let payment = money[*voter].clone().min(asked.clone());
        if payment < asked && !gave_all[*voter] {
            gave_all[*voter] = true;
            payments.emptied += 1;
        }
        money[*voter] -= &payment;
        payments.payers += u32::from(payment > whole(0));
        payments.largest = payments.largest.max(payment);
    }
    payments
}

/// The ties of a run but for those that are what the tie before left over.
fn new_ties(ties: &[Vec<String>]) -> Vec<Vec<String>> {
    let mut before: &[String] = &[];
    let mut new = Vec::new();
    for tied in ties.iter().filter(|tied| !tied.is_empty()) {
        if before.get(1..) != Some(tied) {
            new.push(tied.clone());
        }
        before = tied;
    }
    new
}

impl Plain<'_> {
    fn id(&self, project: usize) -> String {
        self.instance.projects()[project].id.clone()
    }

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
        let money = vec![share.clone(); self.ballots.len()];
        let (taken, struck, purchases, ties) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        let mut run = Run { share: share.clone(), taken, struck, money, purchases, ties };
        let mut gave_all = vec![false; self.ballots.len()];
        let (free, mut left): (Vec<usize>, Vec<usize>) =
            self.supported(satisfaction).into_iter().partition(|project| self.cost(*project) == 0);
        for project in free {
            match self.broken(&run.taken, project) {
                Some(reason) => run.struck.push((project, reason)),
                None => run.taken.push(project),
            }
        }
        loop {
            let priced = |project: &usize| {
                let supporters = self.supporters(satisfaction, *project);
                Some((price(self.cost(*project), &supporters, &run.money)?, *project))
            };
            let priced: Vec<(BigRational, usize)> = left.iter().filter_map(priced).collect();
            // `min_by` keeps the first of equals, which is the first in the order of ties.
            let cheapest = priced.iter().min_by(|(one, _), (other, _)| one.cmp(other));
            let Some((rho, project)) = cheapest.cloned() else { return run };
            let equal = priced.iter().filter(|(other, _)| *other == rho);
            let mut tied: Vec<String> = equal.map(|(_, project)| self.id(*project)).collect();
            if tied.len() == 1 {
                tied.clear();
            }
            run.ties.push(tied.clone());
            left.retain(|other| *other != project);
            if let Some(reason) = self.broken(&run.taken, project) {
                run.struck.push((project, reason));
                continue;
            }
            let supporters = self.supporters(satisfaction, project);
            let Payments { largest, payers, emptied } = pay(&rho, &supporters, &mut run.money, &mut gave_all);
            run.taken.push(project);
            run.purchases.push(Step::Purchased {
                project: self.id(project),
                price: rho.into(),
                largest_payment: largest.into(),
                paid: self.cost(project),
                supporters: supporters.len().try_into().unwrap(),
                payers,
                emptied,
                left: run.money.iter().sum::<BigRational>().into(),
                tied,
            });
        }
    }

    /// What follows from a run under a completion that raises the share.
    fn verdict(&self, satisfaction: Satisfaction, completion: Completion, run: &Run) -> Verdict {
        let whole_shares = matches!(completion, Completion::Add1Whole | Completion::Add1WholeComparison);
        let over_all = matches!(completion, Completion::Add1All | Completion::Add1AllGreedy);
        let left = self.budget() - self.total_cost(&run.taken);
        let supported = self.supported(satisfaction);
        let open = |project: &&usize| !run.taken.contains(project) && self.broken(&run.taken, **project).is_none();
        let dear = |project: &&usize| self.cost(**project) > 0;
        let fits = |project: &usize| self.cost(*project) <= left;
        let running = self.running();
        let free = |project: &&usize| self.cost(**project) == 0 && supported.contains(project);
        let more_fits = match over_all {
            true => running.iter().filter(|project| !free(project)).filter(open).any(fits),
            false => supported.iter().filter(dear).filter(open).any(fits),
        };
        if left < 0 {
            Verdict::PassesBudget
        } else if !supported.iter().filter(dear).any(|project| open(&project)) {
            Verdict::EverythingBought
        } else if whole_shares || more_fits {
            Verdict::Within
        } else {
            Verdict::Exhaustive
        }
    }

    /// Where nothing can be added: how many of those that could be, were it not for a constraint, are not taken.
    fn barred(&self, satisfaction: Satisfaction, completion: Completion, tried: &Tried) -> u32 {
        if matches!(tried.verdict, Verdict::Within | Verdict::PassesBudget) {
            return 0;
        }
        let over_all = matches!(completion, Completion::Add1All | Completion::Add1AllGreedy);
        let others = if over_all { self.running() } else { self.supported(satisfaction) };
        let taken = &tried.run.taken;
        let barred = others.iter().filter(|one| !taken.contains(one) && self.broken(taken, **one).is_some());
        barred.count().try_into().unwrap()
    }

    /// A run for every share, up to the one that ends the search; one alone under the other completions.
    fn tried(&self, satisfaction: Satisfaction, completion: Completion, increment: &BigRational) -> Vec<Tried> {
        let voters = i64::try_from(self.ballots.len()).unwrap();
        let first = if voters == 0 { whole(0) } else { whole(self.budget()) / whole(voters) };
        let tried = |share: &BigRational| {
            let run = self.run(satisfaction, share);
            Tried { verdict: self.verdict(satisfaction, completion, &run), run }
        };
        let mut all = vec![tried(&first)];
        let unit = whole(self.instance.major_unit());
        let whole_shares = matches!(completion, Completion::Add1Whole | Completion::Add1WholeComparison);
        let mut share = if whole_shares { (&first / &unit).floor() * unit } else { first.clone() };
        while completion.raises() && all.last().unwrap().verdict == Verdict::Within {
            share += increment;
            while share <= first {
                share += increment;
            }
            all.push(tried(&share));
        }
        all
    }

    /// The run that stands: the last one, or the one before it if that passes the budget.
    fn raised(&self, satisfaction: Satisfaction, completion: Completion, increment: &BigRational) -> Run {
        let mut tried = self.tried(satisfaction, completion, increment);
        if tried.last().unwrap().verdict == Verdict::PassesBudget {
            tried.pop();
        }
        tried.pop().unwrap().run
    }

    /// Every share tried, those in a row with the same outcome together, and the purchases of the run that stands.
    pub fn shares_and_purchases(
        &self,
        satisfaction: Satisfaction,
        completion: Completion,
        increment: &BigRational,
    ) -> Vec<Step> {
        let tried = self.tried(satisfaction, completion, increment);
        let bought = |tried: &Tried| {
            let dear = tried.run.taken.iter().copied().filter(|project| self.cost(*project) > 0);
            dear.collect::<BTreeSet<usize>>()
        };
        let mut steps = Vec::new();
        for alike in tried.chunk_by(|one, next| bought(one) == bought(next) && one.verdict == next.verdict) {
            let last = alike.last().unwrap();
            let ties: BTreeSet<Vec<String>> = alike.iter().flat_map(|tried| new_ties(&tried.run.ties)).collect();
            steps.push(Step::ShareTried {
                runs: alike.len().try_into().unwrap(),
                share: last.run.share.clone().into(),
                projects: bought(last).len().try_into().unwrap(),
                cost: self.total_cost(&last.run.taken),
                verdict: last.verdict,
                barred: self.barred(satisfaction, completion, last),
                ties: ties.into_iter().collect(),
            });
        }
        if !completion.raises() {
            steps.clear();
        }
        steps.extend(self.raised(satisfaction, completion, increment).purchases);
        steps
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
        let struck: Vec<usize> = run.struck.iter().map(|(project, _)| *project).collect();
        outcome.refused.extend(run.struck);
        if matches!(completion, Completion::Greedy | Completion::Add1Greedy | Completion::Add1AllGreedy) {
            let had_a_turn = |project: &usize| outcome.taken.contains(project) || struck.contains(project);
            let rest = self.running().into_iter().filter(|project| !had_a_turn(project)).collect();
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
