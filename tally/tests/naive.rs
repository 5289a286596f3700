//! Equal Shares against a count that follows the definition voter by voter, with nothing grouped, bounded or skipped.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic")]

use allmende_tally::{
    BallotKind, Choice, Completion, Exact, Increment, Instance, Profile, Project, Rule, Satisfaction, Ties, count,
};
use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::{Strategy, prop_assert_eq, proptest};
use proptest::sample::select;

fn whole(value: i64) -> BigRational {
    BigRational::from_integer(BigInt::from(value))
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

fn supporters(worths: &[Vec<i64>], project: usize) -> Vec<(usize, i64)> {
    let all = worths.iter().enumerate().map(|(voter, worth)| (voter, worth[project]));
    all.filter(|(_, worth)| *worth > 0).collect()
}

fn cost(instance: &Instance, project: usize) -> i64 {
    instance.projects()[project].cost.unwrap()
}

/// The supported projects in order of purchase with this share for every voter; ties by id.
fn run(instance: &Instance, worths: &[Vec<i64>], share: &BigRational) -> Vec<usize> {
    let mut money = vec![share.clone(); worths.len()];
    let mut left: Vec<usize> = (0..instance.projects().len()).collect();
    left.sort_by_key(|project| &instance.projects()[*project].id);
    left.retain(|project| !supporters(worths, *project).is_empty());
    let (mut order, mut left): (Vec<usize>, Vec<usize>) =
        left.into_iter().partition(|project| cost(instance, *project) == 0);
    loop {
        let priced =
            |project: &usize| Some((price(cost(instance, *project), &supporters(worths, *project), &money)?, *project));
        // `min_by` keeps the first of equals, which is the first by id.
        let cheapest = left.iter().filter_map(priced).min_by(|(one, _), (other, _)| one.cmp(other));
        let Some((rho, project)) = cheapest else { return order };
        for (voter, worth) in supporters(worths, project) {
            let payment = money[voter].clone().min(&rho * whole(worth));
            money[voter] -= payment;
        }
        left.retain(|other| *other != project);
        order.push(project);
    }
}

/// The outcome under a completion, by the definition of each.
fn by_definition(
    instance: &Instance,
    worths: &[Vec<i64>],
    completion: Completion,
    increment: &BigRational,
) -> Vec<usize> {
    let voters = i64::try_from(worths.len()).unwrap();
    let all: Vec<usize> = (0..instance.projects().len()).collect();
    let total = |projects: &[usize]| projects.iter().map(|project| cost(instance, *project)).sum::<i64>();
    let first = if voters == 0 { whole(0) } else { whole(instance.budget()) / whole(voters) };
    let mut outcome = run(instance, worths, &first);
    let supported = |project: &&usize| !supporters(worths, **project).is_empty() && cost(instance, **project) > 0;
    let raises = !matches!(completion, Completion::None | Completion::Greedy);
    let whole_shares = matches!(completion, Completion::Add1Whole | Completion::Add1WholeComparison);
    let over_all = matches!(completion, Completion::Add1All | Completion::Add1AllGreedy);
    let mut share = if whole_shares { first.floor() } else { first.clone() };
    loop {
        let left = instance.budget() - total(&outcome);
        let mut open = all.iter().filter(|project| !outcome.contains(project)).filter(supported).peekable();
        let everything = open.peek().is_none();
        let exhaustive = if over_all {
            let positive = |project: &&usize| cost(instance, **project) > 0 || supporters(worths, **project).is_empty();
            let mut others = all.iter().filter(|project| !outcome.contains(project)).filter(positive);
            others.all(|project| cost(instance, *project) > left)
        } else {
            open.all(|project| cost(instance, *project) > left)
        };
        if !raises || voters == 0 || everything || (!whole_shares && exhaustive) {
            break;
        }
        share += increment;
        while share <= first {
            share += increment;
        }
        let next = run(instance, worths, &share);
        if total(&next) > instance.budget() {
            break;
        }
        outcome = next;
    }
    if matches!(completion, Completion::Greedy | Completion::Add1Greedy | Completion::Add1AllGreedy) {
        let mut rest: Vec<usize> = all.into_iter().filter(|project| !outcome.contains(project)).collect();
        let sum = |project: usize| supporters(worths, project).iter().map(|(_, worth)| *worth).sum::<i64>();
        // What costs nothing and is worth something stands above all; such projects are bought before.
        let density = |project: usize| {
            if sum(project) == 0 { whole(0) } else { whole(sum(project)) / whole(cost(instance, project)) }
        };
        rest.sort_by(|one, other| {
            let ids = (&instance.projects()[*one].id, &instance.projects()[*other].id);
            density(*other).cmp(&density(*one)).then(ids.0.cmp(ids.1))
        });
        for project in rest {
            if total(&outcome) + cost(instance, project) <= instance.budget() {
                outcome.push(project);
            }
        }
    }
    outcome
}

fn worth(satisfaction: Satisfaction, instance: &Instance, ballot: &[Choice], project: usize) -> i64 {
    let Some(choice) = ballot.iter().find(|choice| choice.project == project) else { return 0 };
    match satisfaction {
        Satisfaction::Cost => instance.projects()[project].cost.unwrap(),
        Satisfaction::Cardinality => 1,
        Satisfaction::Points => choice.value,
        Satisfaction::Borda => i64::try_from(ballot.len()).unwrap() - choice.value,
        Satisfaction::PlacePoints => 5 - choice.value,
    }
}

type Drawn = (Vec<i64>, i64, Vec<Vec<(usize, i64)>>);

/// Costs, the budget and ballots as lists of (project, points); few different numbers, so that ties are common.
fn drawn() -> impl Strategy<Value = Drawn> {
    let costs = proptest::collection::vec(select(vec![0, 1, 2, 3, 4, 6, 7, 9]), 6);
    let ballots = proptest::collection::vec(proptest::collection::vec((0..6_usize, 0..4_i64), 0..5), 0..10);
    (costs, 0..40_i64, ballots)
}

fn ballots(kind: BallotKind, drawn: &[Vec<(usize, i64)>]) -> Vec<Vec<Choice>> {
    let ballot = |drawn: &Vec<(usize, i64)>| {
        let mut ballot: Vec<Choice> = Vec::new();
        for (project, points) in drawn {
            if ballot.iter().all(|choice| choice.project != *project) {
                let value = match kind {
                    BallotKind::Approval => 1,
                    BallotKind::Ordinal { .. } => i64::try_from(ballot.len()).unwrap() + 1,
                    BallotKind::Cumulative | BallotKind::Scoring { .. } => *points,
                };
                ballot.push(Choice { project: *project, value });
            }
        }
        ballot
    };
    drawn.iter().map(ballot).collect()
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 200, failure_persistence: None, ..Default::default() })]

    #[test]
    fn equal_shares_and_its_completions_buy_what_their_definitions_say(
        (costs, budget, lists) in drawn(), increment in select(vec!["1", "1/3", "0.1", "2"]),
    ) {
        let projects = ["9", "10", "b", "2", "ź", "B"].iter().zip(costs).map(|(id, cost)| Project::new(*id, cost));
        let instance = Instance::new(projects.collect(), budget, 0).unwrap();
        for kind in [BallotKind::Approval, BallotKind::Ordinal { places: 4 }, BallotKind::Cumulative] {
            let ballots = ballots(kind, &lists);
            let profile = Profile::new(kind, ballots.clone()).unwrap();
            for satisfaction in Satisfaction::ALL.iter().copied().filter(|measure| measure.fits(kind)) {
                let worths: Vec<Vec<i64>> = ballots
                    .iter()
                    .map(|ballot| (0..6).map(|project| worth(satisfaction, &instance, ballot, project)).collect())
                    .collect();
                // The comparison has a test of its own.
                for completion in Completion::ALL.iter().copied().filter(|one| *one != Completion::Add1WholeComparison) {
                    let increment: Increment = increment.parse().unwrap();
                    let rule = Rule::EqualShares { satisfaction, completion, increment };
                    let allocation = count(&instance, &profile, &rule, &Ties::default(), &mut |_| {}).unwrap();
                    let order: Vec<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
                    let step: Exact = increment.to_string().parse().unwrap();
                    let defined = by_definition(&instance, &worths, completion, &step.into());
                    let defined: Vec<&str> = defined.iter().map(|one| instance.projects()[*one].id.as_str()).collect();
                    prop_assert_eq!(order, defined, "{} {} {} on {:?}", satisfaction, completion, increment, kind);
                }
            }
        }
    }
}
