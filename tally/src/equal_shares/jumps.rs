//! Passing over shares against giving every share a run of its own: thousands of small elections, full of ties.

use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, proptest};
use proptest::sample::select;

use super::{Jump, counted};
use crate::contest::Contest;
use crate::equal_shares::field::Field;
use crate::{BallotKind, Ceiling, Choice, Completion, Constraints, Instance, Profile, Project, Satisfaction, Ties};

/// Costs, a budget and ballots of points; few different numbers, and some that need many shares.
fn elections() -> impl Strategy<Value = (Instance, Vec<Vec<Choice>>)> {
    let costs = proptest::collection::vec(select(vec![0, 1, 2, 3, 5, 5, 8, 13, 40, 60, 100]), 7);
    let ballots = proptest::collection::vec(proptest::collection::vec((0..7_usize, 0..4_i64), 0..6), 1..12);
    let constraints = (proptest::bool::ANY, 0..60_i64, 0..7_usize, 0..7_usize);
    (costs, 0..300_i64, ballots, constraints).prop_map(|(costs, budget, ballots, (bound, limit, one, other))| {
        let ids = ["9", "10", "b", "2", "ź", "A", "a"];
        let projects = ids.iter().zip(costs).map(|(id, cost)| Project::new(*id, cost)).collect();
        let instance = Instance::new(projects, budget, 0).unwrap();
        let ceiling = Ceiling { name: "parks".into(), limit, projects: vec![0, 2, 4] };
        let incompatible = if one == other { Vec::new() } else { vec![(one, other)] };
        let constraints = Constraints { ceilings: vec![ceiling], incompatible, ..Constraints::default() };
        let instance = if bound { instance.with_constraints(constraints).unwrap() } else { instance };
        let ballot = |drawn: Vec<(usize, i64)>| {
            let mut ballot: Vec<Choice> = Vec::new();
            for (project, value) in drawn {
                if ballot.iter().all(|choice| choice.project != project) {
                    ballot.push(Choice { project, value });
                }
            }
            ballot
        };
        (instance, ballots.into_iter().map(ballot).collect())
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn passed_over_shares_would_have_changed_nothing(
        (instance, ballots) in elections(), increment in select(vec!["1", "0.1", "1/7", "3"]),
        tie in select(vec!["id", "file", "max-cost"]),
    ) {
        let ticks = ballots.iter().map(|ballot| ballot.iter().map(|choice| Choice { value: 1, ..*choice }).collect());
        let approval = Profile::new(BallotKind::Approval, ticks.collect()).unwrap();
        let points = Profile::new(BallotKind::Cumulative, ballots).unwrap();
        let counts = [(&approval, Satisfaction::Cost), (&approval, Satisfaction::Cardinality), (&points, Satisfaction::Points)];
        let ties: Ties = tie.parse().unwrap();
        for (profile, satisfaction) in counts {
            let contest = Contest::new(&instance, profile, &ties);
            let field = Field::new(&contest, satisfaction);
            for completion in [Completion::Add1, Completion::Add1AllGreedy, Completion::Add1Whole] {
                let increment = increment.parse().unwrap();
                let each = counted(&field, completion, increment, Jump::None, &mut |_| {});
                let jumps = counted(&field, completion, increment, Jump::AsFarAsCertain, &mut |_| {});
                prop_assert_eq!(each.order, jumps.order);
                prop_assert_eq!(each.reasons, jumps.reasons);
                prop_assert_eq!(each.steps, jumps.steps);
            }
        }
    }
}
