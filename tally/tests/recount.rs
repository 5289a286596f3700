//! Every rule against a plain recount that follows its definition.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic")]
#![expect(unreachable_pub, reason = "the plain rules are a module of this test")]

mod plain;

use allmende_tally::{
    Allocation, BallotKind, Ceiling, Choice, Completion, Constraints, Exact, Increment, Instance, Override, Profile,
    Project, Reason, Rule, Satisfaction, Step, count,
};
use num_rational::BigRational;
use proptest::prelude::{Just, ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;
use proptest::test_runner::TestCaseError;

use plain::{Outcome, Plain};

const IDS: [&str; 9] = ["9", "10", "b", "2", "ź", "B", "007", "7", "c"];

const TIES: [&str; 12] = [
    "id",
    "file",
    "min-cost",
    "max-cost",
    "max-votes",
    "min-cost,file",
    "max-votes,min-cost",
    "lot:town hall",
    "lot:2027",
    "max-cost,lot:2027",
    "max-votes,max-cost,lot:x",
    "max-votes,file",
];

const KINDS: [BallotKind; 6] = [
    BallotKind::Approval,
    BallotKind::Ordinal { places: 5 },
    BallotKind::Cumulative,
    BallotKind::Scoring { default_score: 0 },
    BallotKind::Scoring { default_score: 1 },
    BallotKind::Scoring { default_score: -1 },
];

/// Costs in minor units: free ones, usual ones, one too dear for most budgets, and the mark of withdrawn ones.
fn costs(exponent: u8, projects: usize) -> impl Strategy<Value = Vec<i64>> {
    let unit = 10_i64.pow(exponent.into());
    let withdrawn = allmende_tally::WITHDRAWN_COST * unit;
    let cents = prop_oneof![
        8 => select(vec![0, 1, 2, 3, 4, 5, 6, 8, 9, 12]).prop_map(move |cost| cost * unit),
        4 => (1..12 * unit).prop_map(|cost| cost),
        1 => Just(60 * unit),
        1 => Just(withdrawn),
    ];
    proptest::collection::vec(cents, projects)
}

fn constraints(projects: usize) -> impl Strategy<Value = Constraints> {
    let some = move || proptest::collection::vec(0..projects, 1..5);
    let ceilings = proptest::collection::vec((0..20_i64, some()), 0..3);
    let pairs = proptest::collection::vec((0..projects, 0..projects), 0..4);
    let overrides = proptest::collection::vec((0..projects, any::<bool>()), 0..3);
    (any::<bool>(), ceilings, pairs, 0..3_u32, overrides).prop_map(|(none, ceilings, pairs, least_votes, overrides)| {
        if none {
            return Constraints::default();
        }
        let ceiling = |(index, (limit, mut projects)): (usize, (i64, Vec<usize>))| {
            projects.dedup();
            Ceiling { name: format!("ceiling {index}"), limit, projects }
        };
        let decided = |(project, funded)| Override { project, funded, reason: format!("reason {project}") };
        let mut overrides: Vec<Override> = overrides.into_iter().map(decided).collect();
        overrides.sort_by_key(|one| one.project);
        overrides.dedup_by_key(|one| one.project);
        overrides.reverse();
        Constraints {
            ceilings: ceilings.into_iter().enumerate().map(ceiling).collect(),
            incompatible: pairs.into_iter().filter(|(one, other)| one != other).collect(),
            least_votes,
            overrides,
        }
    })
}

fn instances(projects: usize) -> impl Strategy<Value = Instance> {
    let parts = |exponent: u8| (Just(exponent), costs(exponent, projects), 0..40_i64, constraints(projects));
    prop_oneof![parts(0), parts(2)].prop_map(|(exponent, costs, budget, mut constraints)| {
        let unit = 10_i64.pow(exponent.into());
        constraints.ceilings.iter_mut().for_each(|ceiling| ceiling.limit *= unit);
        let projects = IDS.iter().zip(costs).map(|(id, cost)| Project::new(*id, cost)).collect();
        let instance = Instance::new(projects, budget * unit, exponent).unwrap();
        let affordable = instance.clone().with_constraints(constraints.clone());
        affordable.unwrap_or_else(|_| {
            constraints.overrides.iter_mut().for_each(|one| one.funded = false);
            instance.with_constraints(constraints).unwrap()
        })
    })
}

type Lists = Vec<Vec<(usize, i64)>>;

fn lists(projects: usize) -> impl Strategy<Value = Lists> {
    proptest::collection::vec(proptest::collection::vec((0..projects, -2..5_i64), 0..5), 0..9)
}

fn ballots(kind: BallotKind, lists: &Lists) -> Vec<Vec<Choice>> {
    let ballot = |list: &Vec<(usize, i64)>| {
        let mut ballot: Vec<Choice> = Vec::new();
        for (project, points) in list.iter().copied() {
            if ballot.iter().all(|choice| choice.project != project) {
                let value = match kind {
                    BallotKind::Approval => 1,
                    BallotKind::Ordinal { .. } => i64::try_from(ballot.len()).unwrap() + 1,
                    BallotKind::Cumulative => points.max(0),
                    BallotKind::Scoring { .. } => points,
                };
                ballot.push(Choice { project, value });
            }
        }
        ballot
    };
    lists.iter().map(ballot).collect()
}

/// Counts and compares the order of choice and every reason.
fn same(
    instance: &Instance,
    kind: BallotKind,
    ballots: &[Vec<Choice>],
    ties: &str,
    rule: Rule,
    plain: impl Fn(&Plain<'_>) -> Outcome,
) -> Result<Allocation, TestCaseError> {
    let profile = Profile::new(kind, ballots.to_vec()).unwrap();
    let allocation = count(instance, &profile, &rule, &ties.parse().unwrap(), &mut |_| {}).unwrap();
    let defined = Plain::new(instance, kind, ballots, ties);
    let (chosen, reasons) = defined.whole_outcome(plain(&defined));
    let counted: Vec<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
    prop_assert_eq!(counted, chosen, "{:?} {:?} {}", rule, kind, ties);
    for (outcome, defined) in allocation.outcomes.iter().zip(reasons) {
        let reason = Some(outcome.reason.clone()).filter(|_| !outcome.funded);
        prop_assert_eq!(reason, defined, "{} {:?} {:?} {}", outcome.id, rule, kind, ties);
    }
    Ok(allocation)
}

fn by_loads(plain: &Plain<'_>) -> Outcome {
    plain.phragmen()
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..Default::default() }
}

proptest! {
    #![proptest_config(config(3_000))]

    #[test]
    fn ranking_takes_what_its_definition_says(
        instance in instances(7), kind in select(&KINDS), lists in lists(7), ties in select(&TIES),
        threshold in proptest::option::of(0..5_i64), stop in any::<bool>(),
    ) {
        let rule = Rule::Ranking { threshold, stop_at_first_misfit: stop };
        same(&instance, kind, &ballots(kind, &lists), ties, rule, |plain| plain.ranking(threshold, stop))?;
    }

    #[test]
    fn top_takes_what_its_definition_says(
        instance in instances(7), kind in select(&KINDS), lists in lists(7), ties in select(&TIES),
        threshold in proptest::option::of(0..5_i64), seats in 1..6_u32,
    ) {
        let rule = Rule::Top { seats, threshold };
        same(&instance, kind, &ballots(kind, &lists), ties, rule, |plain| plain.top(seats, threshold))?;
    }

    #[test]
    fn greedy_takes_what_its_definition_says(
        instance in instances(7), kind in select(&KINDS), lists in lists(7), ties in select(&TIES),
    ) {
        for satisfaction in Satisfaction::ALL.iter().copied().filter(|measure| measure.fits(kind)) {
            let rule = Rule::Greedy { satisfaction };
            same(&instance, kind, &ballots(kind, &lists), ties, rule, |plain| plain.greedy(satisfaction))?;
        }
    }

    #[test]
    fn phragmen_takes_what_its_definition_says(instance in instances(7), lists in lists(7), ties in select(&TIES)) {
        let ballots = ballots(BallotKind::Approval, &lists);
        let allocation = same(&instance, BallotKind::Approval, &ballots, ties, Rule::Phragmen, by_loads)?;
        for step in &allocation.steps {
            if let Step::Loaded { project, tied, taken: true, .. } = step {
                prop_assert!(tied.first().is_none_or(|first| first == project));
            }
        }
    }
}

/// Whether each project was struck out once at most; what the ranking does after a comparison is another matter.
fn struck_once(allocation: &Allocation) -> bool {
    let before = allocation.steps.iter().take_while(|step| !matches!(step, Step::Compared { replaced: true, .. }));
    let struck =
        before.filter_map(|step| if let Step::StruckOut { project, .. } = step { Some(project) } else { None });
    let struck: Vec<&String> = struck.collect();
    struck.iter().collect::<std::collections::BTreeSet<_>>().len() == struck.len()
}

proptest! {
    #![proptest_config(config(1_000))]

    #[test]
    fn equal_shares_and_its_completions_take_what_their_definitions_say(
        instance in instances(7), kind in select(&KINDS), lists in lists(7), ties in select(&TIES),
        completion in select(Completion::ALL), increment in select(vec!["1", "1/3", "0.1", "2"]),
    ) {
        let increment: Increment = increment.parse().unwrap();
        let in_minor_units: Exact = increment.to_string().parse().unwrap();
        let in_minor_units = BigRational::from(in_minor_units) * plain::whole(instance.major_unit());
        for satisfaction in Satisfaction::ALL.iter().copied().filter(|measure| measure.fits(kind)) {
            let rule = Rule::EqualShares { satisfaction, completion, increment };
            let ballots = ballots(kind, &lists);
            let allocation = same(&instance, kind, &ballots, ties, rule, |plain| {
                plain.equal_shares(satisfaction, completion, &in_minor_units)
            })?;
            let defined = Plain::new(&instance, kind, &ballots, ties);
            let defined = defined.shares_and_purchases(satisfaction, completion, &in_minor_units);
            let counted = |step: &&Step| matches!(step, Step::ShareTried { .. } | Step::Purchased { .. });
            let counted: Vec<Step> = allocation.steps.iter().filter(counted).cloned().collect();
            prop_assert_eq!(counted, defined, "{:?} {:?} {}", rule, kind, ties);
            prop_assert!(struck_once(&allocation));
        }
    }
}

proptest! {
    #![proptest_config(config(1_500))]

    #[test]
    fn welfare_takes_the_best_of_all_sets(
        instance in instances(7), kind in select(&KINDS), lists in lists(7), ties in select(&TIES),
    ) {
        welfare_is_best(&instance, kind, &lists, ties)?;
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn welfare_takes_the_best_of_all_sets_of_nine(
        instance in instances(9), kind in select(&KINDS), lists in lists(9), ties in select(&TIES),
    ) {
        welfare_is_best(&instance, kind, &lists, ties)?;
    }
}

fn welfare_is_best(instance: &Instance, kind: BallotKind, lists: &Lists, ties: &str) -> Result<(), TestCaseError> {
    let ballots = ballots(kind, lists);
    for satisfaction in Satisfaction::ALL.iter().copied().filter(|measure| measure.fits(kind)) {
        let rule = Rule::Welfare { satisfaction };
        let unlike = std::cell::RefCell::new(Vec::new());
        let allocation = same(instance, kind, &ballots, ties, rule, |plain| {
            let (outcome, differing) = plain.welfare(satisfaction);
            *unlike.borrow_mut() = differing;
            outcome
        })?;
        let tied: Vec<&String> = (allocation.steps.iter())
            .filter_map(|step| if let Step::Tied { projects } = step { Some(projects) } else { None })
            .flatten()
            .collect();
        prop_assert_eq!(tied.is_empty(), unlike.borrow().is_empty());
        let id = |project: &usize| &instance.projects()[*project].id;
        prop_assert!(unlike.borrow().iter().all(|project| tied.contains(&id(project))));
        let lost_to_ties = |outcome: &&allmende_tally::Outcome| matches!(&outcome.reason, Reason::NotInBestSet { lacking, dearer: 0 } if *lacking == 0.into());
        let lost = allocation.outcomes.iter().filter(lost_to_ties).count();
        prop_assert!(lost >= unlike.borrow().len().min(1));
    }
    Ok(())
}

proptest! {
    #![proptest_config(config(60))]

    // One to three voters and satisfaction by cost: nearly all sets are close to the budget, and many are equal.
    #[test]
    fn welfare_of_thirty_projects_is_what_a_table_over_money_finds(
        costs in proptest::collection::vec(1..150_i64, 30), budget in 200..1_500_i64,
        ticks in proptest::collection::vec(proptest::collection::vec(any::<bool>(), 30), 0..3),
    ) {
        let projects = costs.iter().enumerate().map(|(index, cost)| Project::new(format!("{index:02}"), *cost));
        let instance = Instance::new(projects.collect(), budget, 0).unwrap();
        let mut ballots = vec![vec![true; 30]];
        ballots.extend(ticks);
        let worth: Vec<i64> = (0..30_usize)
            .map(|project| costs[project] * i64::try_from(ballots.iter().filter(|ticks| ticks[project]).count()).unwrap())
            .collect();
        let ballot = |ticks: &Vec<bool>| {
            (0..30).filter(|project| ticks[*project]).map(|project| Choice { project, value: 1 }).collect()
        };
        let profile = Profile::new(BallotKind::Approval, ballots.iter().map(ballot).collect()).unwrap();
        let rule = Rule::Welfare { satisfaction: Satisfaction::Cost };
        let allocation = count(&instance, &profile, &rule, &"id".parse().unwrap(), &mut |_| {}).unwrap();

        let (best, cost, set) = table(&costs, &worth, budget, None);
        prop_assert_eq!(&allocation.welfare, &best.into());
        prop_assert_eq!(allocation.cost, cost);
        prop_assert_eq!(allocation.outcomes.iter().map(|one| one.funded).collect::<Vec<_>>(), set);
        for (project, outcome) in allocation.outcomes.iter().enumerate().filter(|(_, outcome)| !outcome.funded) {
            let (with_it, its_cost, _) = table(&costs, &worth, budget, Some(project));
            let dearer = if with_it == best { its_cost - cost } else { 0 };
            let lacking = (best - with_it).into();
            prop_assert_eq!(&outcome.reason, &Reason::NotInBestSet { lacking, dearer });
        }
    }
}

/// The best worth, its least cost, and the first such set, by the best for each exact cost; with one project forced in.
fn table(costs: &[i64], worth: &[i64], budget: i64, forced: Option<usize>) -> (i64, i64, Vec<bool>) {
    let size = usize::try_from(budget).unwrap() + 1;
    // Earlier projects weigh more than all later ones together.
    let mut best: Vec<Option<(i64, u32)>> = vec![None; size];
    best[0] = Some((0, 0));
    for (project, cost) in costs.iter().enumerate() {
        let step = usize::try_from(*cost).unwrap();
        let with = |from: Option<(i64, u32)>| from.map(|(sum, set)| (sum + worth[project], set | 1 << (29 - project)));
        for money in (0..size).rev() {
            let taken = money.checked_sub(step).and_then(|before| with(best[before]));
            best[money] = if forced == Some(project) { taken } else { best[money].max(taken) };
        }
    }
    let found = best.iter().zip(0..).filter_map(|(one, cost)| one.map(|(sum, set)| (sum, -cost, set))).max();
    let (sum, cost, set) = found.unwrap();
    (sum, -cost, (0..30).map(|project| set >> (29 - project) & 1 == 1).collect())
}
