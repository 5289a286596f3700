//! The check for passed-over groups against every group there is, and the comparison against a count voter by voter.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic")]

use allmende_tally::{
    BallotKind, Choice, Completion, Exact, Fairness, Instance, Profile, Project, Rule, Satisfaction, Ties,
    check_fairness, compare, count, usual_rules,
};
use num_rational::BigRational;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, prop_assert_eq, proptest};
use proptest::sample::select;

const IDS: [&str; 5] = ["9", "10", "b", "2", "ź"];

/// Costs, the budget and which projects each ballot lists.
fn elections() -> impl Strategy<Value = (Vec<i64>, i64, Vec<Vec<bool>>)> {
    let costs = proptest::collection::vec(select(vec![0, 1, 2, 3, 5, 5, 8, 30]), 5);
    let ballots = proptest::collection::vec(proptest::collection::vec(any::<bool>(), 5), 1..8);
    (costs, 0..40_i64, ballots)
}

fn built((costs, budget, ballots): &(Vec<i64>, i64, Vec<Vec<bool>>)) -> (Instance, Profile) {
    let projects = IDS.iter().zip(costs).map(|(id, cost)| Project::new(*id, *cost)).collect();
    let choices = |ballot: &Vec<bool>| {
        let ticked = ballot.iter().enumerate().filter(|(_, ticked)| **ticked);
        ticked.map(|(project, _)| Choice { project, value: 1 }).collect()
    };
    let profile = Profile::new(BallotKind::Approval, ballots.iter().map(choices).collect()).unwrap();
    (Instance::new(projects, *budget, 0).unwrap(), profile)
}

fn fraction(top: i64, bottom: i64) -> BigRational {
    BigRational::new(top.into(), bottom.into())
}

/// The greatest number of times that any group could pay for what it lacks, looking at all groups of voters.
fn by_definition(
    (costs, budget, ballots): &(Vec<i64>, i64, Vec<Vec<bool>>),
    funded: &[bool],
    satisfaction: Satisfaction,
) -> Option<BigRational> {
    let worth = |project: usize| if satisfaction == Satisfaction::Cost { costs[project] } else { 1 };
    let gain = |voter: usize| (0..5).filter(|at| funded[*at] && ballots[voter][*at]).map(worth).sum::<i64>();
    let voters = i64::try_from(ballots.len()).unwrap();
    let mut strongest: Option<BigRational> = None;
    for project in (0..5).filter(|project| !funded[*project] && worth(*project) > 0) {
        for group in 1..1_u32 << ballots.len() {
            let members: Vec<usize> = (0..ballots.len()).filter(|voter| group >> voter & 1 == 1).collect();
            if members.iter().any(|voter| !ballots[*voter][project]) {
                continue;
            }
            let most = members.iter().map(|voter| gain(*voter)).max().unwrap();
            let size = i64::try_from(members.len()).unwrap();
            let times = if costs[project] == 0 {
                fraction(size, 1)
            } else {
                fraction(size * budget * worth(project), voters * costs[project] * (most + worth(project)))
            };
            if times >= fraction(1, 1) && strongest.as_ref().is_none_or(|strongest| *strongest < times) {
                strongest = Some(times);
            }
        }
    }
    strongest
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_strongest_claim_is_found_among_all_groups(
        election in elections(), funded in proptest::collection::vec(any::<bool>(), 5),
        satisfaction in select(vec![Satisfaction::Cost, Satisfaction::Cardinality]),
    ) {
        let (instance, profile) = built(&election);
        let ids: Vec<&str> = IDS.iter().zip(&funded).filter(|(_, funded)| **funded).map(|(id, _)| *id).collect();

        let found = check_fairness(&instance, &profile, &ids, satisfaction).unwrap();

        match (found, by_definition(&election, &funded, satisfaction)) {
            (Fairness::Satisfied, None) => {}
            (Fairness::PassedOver(group), Some(times)) => {
                prop_assert_eq!(group.times, Exact::from(times));
                prop_assert!(!ids.contains(&group.project.as_str()));
                let budget = fraction(election.1 * i64::from(group.voters), i64::try_from(election.2.len()).unwrap());
                prop_assert_eq!(group.share, Exact::from(budget));
            }
            (found, defined) => prop_assert!(false, "{found:?}, but by definition {defined:?}"),
        }
    }

    #[test]
    fn equal_shares_pass_nobody_over(
        election in elections(), satisfaction in select(vec![Satisfaction::Cost, Satisfaction::Cardinality]),
        completion in select(vec![Completion::None, Completion::Greedy, Completion::Add1, Completion::Add1Greedy]),
    ) {
        let (instance, profile) = built(&election);
        let raised = matches!(completion, Completion::Add1 | Completion::Add1Greedy);
        let rule = Rule::equal_shares(satisfaction, completion);
        let allocation = count(&instance, &profile, &rule, &Ties::default(), &mut |_| {}).unwrap();
        let ids: Vec<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();

        let found = check_fairness(&instance, &profile, &ids, satisfaction).unwrap();

        // Raises count with more money than there is, so a claim to the real share holds all the more; with completions
        // that only add projects, nobody has less.
        prop_assert_eq!(found, Fairness::Satisfied, "{}, raised: {}", completion, raised);
    }

    #[test]
    fn the_comparison_says_what_a_count_voter_by_voter_says(election in elections()) {
        let (instance, profile) = built(&election);
        let rules = usual_rules(BallotKind::Approval);

        let comparison = compare(&instance, &profile, &rules, &Ties::default(), &mut |_| {}).unwrap();

        let (costs, _, ballots) = &election;
        let voters = i64::try_from(ballots.len()).unwrap();
        prop_assert_eq!(comparison.outcomes.len(), rules.len());
        prop_assert_eq!(comparison.overlaps.len(), rules.len() * (rules.len() - 1) / 2);
        let sets: Vec<Vec<usize>> = comparison.outcomes.iter().map(|outcome| {
            (0..5).filter(|project| outcome.selected.iter().any(|id| id == IDS[*project])).collect()
        }).collect();
        for (outcome, set) in comparison.outcomes.iter().zip(&sets) {
            prop_assert_eq!(outcome.cost, set.iter().map(|project| costs[*project]).sum::<i64>());
            let without = ballots.iter().filter(|ballot| !set.iter().any(|project| ballot[*project])).count();
            prop_assert_eq!(usize::try_from(outcome.without_any).unwrap(), without);
            for (measure, average) in &outcome.average {
                let worth = |project: usize| if *measure == Satisfaction::Cost { costs[project] } else { 1 };
                let total: i64 = ballots.iter().flat_map(|ballot| set.iter().filter(|it| ballot[**it])).map(|it| worth(*it)).sum();
                prop_assert_eq!(average, &Exact::from(fraction(total, voters)));
            }
        }
        for overlap in &comparison.overlaps {
            let (one, other) = (&sets[overlap.one], &sets[overlap.other]);
            let both = one.iter().filter(|project| other.contains(project)).count();
            prop_assert_eq!(usize::try_from(overlap.projects).unwrap(), both);
            let either = one.len() + other.len() - both;
            let part = if either == 0 { fraction(1, 1) } else { BigRational::new(both.into(), either.into()) };
            prop_assert_eq!(&overlap.part, &Exact::from(part));
        }
    }
}
