//! Passing over shares against giving every share a run of its own: thousands of small elections, full of ties.

use proptest::prelude::{ProptestConfig, Strategy, prop_assert_eq, proptest};
use proptest::sample::select;

use super::{Pace, counted};
use crate::contest::Contest;
use crate::equal_shares::field::Field;
use crate::{
    BallotKind, Ceiling, Choice, Completion, Constraints, Increment, Instance, Profile, Project, Satisfaction, Step,
    Ties,
};

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
                let each = counted(&field, completion, increment, Pace::EachShare, &mut |_| {});
                for pace in [Pace::Fastest, Pace::Threads(1), Pace::Threads(3)] {
                    let jumps = counted(&field, completion, increment, pace, &mut |_| {});
                    prop_assert_eq!(&each.order, &jumps.order);
                    prop_assert_eq!(&each.reasons, &jumps.reasons);
                    prop_assert_eq!(&each.steps, &jumps.steps);
                }
            }
        }
    }
}

/// Points by ballot, each with so many voters.
fn points(ballots: &[(usize, &[(usize, i64)])]) -> Profile {
    let choice = |(project, value): &(usize, i64)| Choice { project: *project, value: *value };
    let all =
        ballots.iter().flat_map(|(times, ballot)| std::iter::repeat_n(ballot.iter().map(choice).collect(), *times));
    Profile::new(BallotKind::Cumulative, all.collect()).unwrap()
}

/// A tie that loses one of its projects with the next share, and one whose other project changes with it: the shares
/// after that have ties of their own, however the stretches are cut.
#[test]
fn a_tie_that_changes_with_the_share_is_noted_each_time() {
    let singles: Vec<[(usize, i64); 1]> = (0..30).map(|project| [(project, 1)]).collect();
    let mut small: Vec<(usize, &[(usize, i64)])> = vec![(1, &[(0, 4), (1, 4)]), (1, &[(0, 1), (1, 1)]), (1, &[(2, 1)])];
    small.extend(singles[3..9].iter().map(|ballot| (1, &ballot[..])));
    let mut large: Vec<(usize, &[(usize, i64)])> =
        vec![(1, &[(0, 4), (1, 4)]), (1, &[(0, 1), (1, 1)]), (1, &[(2, 2)]), (1, &[(3, 1)]), (1, &[(4, 1)]), (1, &[])];
    large.extend(singles[5..25].iter().map(|ballot| (1, &ballot[..])));
    let small_costs: Vec<i64> = [15, 15, 5].into_iter().chain([12; 6]).collect();
    let large_costs: Vec<i64> = [300, 300, 199, 200, 57].into_iter().chain([202; 20]).collect();
    for (costs, budget, ballots) in [(small_costs, 90, small), (large_costs, 1_469, large)] {
        let projects = costs.iter().enumerate().map(|(index, cost)| Project::new(format!("{index:02}"), *cost));
        let instance = Instance::new(projects.collect(), budget, 0).unwrap();
        let (profile, ties) = (points(&ballots), Ties::default());
        let contest = Contest::new(&instance, &profile, &ties);
        let field = Field::new(&contest, Satisfaction::Points);
        let steps = |pace| counted(&field, Completion::Add1, Increment::ONE, pace, &mut |_| {}).steps;
        assert_eq!(steps(Pace::EachShare), steps(Pace::Fastest));
    }
}

/// Thousands of shares, so that each number of threads cuts them into other stretches.
#[test]
fn the_number_of_threads_changes_nothing() {
    let costs = (1..=20).map(|number| Project::new(format!("{number:02}"), 20_000 + number * number * 97));
    let instance = Instance::new(costs.collect(), 400_000, 0).unwrap();
    let pairs: Vec<[(usize, i64); 2]> = (0..60).map(|voter| [(voter % 20, 1), ((voter * 7 + 3) % 20, 2)]).collect();
    let ballots: Vec<(usize, &[(usize, i64)])> =
        pairs.iter().filter(|pair| pair[0].0 != pair[1].0).map(|pair| (1, &pair[..])).collect();
    let (profile, ties) = (points(&ballots), Ties::default());
    let contest = Contest::new(&instance, &profile, &ties);
    let field = Field::new(&contest, Satisfaction::Points);
    let with = |pace| counted(&field, Completion::Add1Whole, Increment::ONE, pace, &mut |_| {});
    let each = with(Pace::EachShare);
    let tried = |step: &Step| if let Step::ShareTried { runs, .. } = step { *runs } else { 0 };
    assert!(each.steps.iter().map(tried).sum::<u64>() > 1_000, "{:?}", each.steps);

    for threads in [1, 2, 3, 7, 16] {
        let counted = with(Pace::Threads(threads));
        assert_eq!((&counted.order, &counted.reasons), (&each.order, &each.reasons), "{threads}");
        assert_eq!(counted.steps, each.steps, "{threads}");
    }
}

#[test]
fn more_increments_than_64_bits_count_come_to_an_end() {
    let instance = Instance::new(vec![Project::new("a", 10_000_000_000)], 10_000_000_000, 0).unwrap();
    let (profile, ties) = (points(&[(1, &[(0, 1)]), (1, &[])]), Ties::default());
    let contest = Contest::new(&instance, &profile, &ties);
    let field = Field::new(&contest, Satisfaction::Points);
    let increment = "1/4294967295".parse().unwrap();
    let counted = counted(&field, Completion::Add1Whole, increment, Pace::Fastest, &mut |_| {});
    assert_eq!(counted.order, [0]);
}

/// How many turns a count takes on this thread, without those of stretches tried beside it.
fn turns(costs: &[i64], budget: i64, ballots: &[(usize, &[(usize, i64)])], increment: &str) -> (Vec<usize>, usize) {
    let projects = costs.iter().enumerate().map(|(index, cost)| Project::new(format!("{index}"), *cost));
    let instance = Instance::new(projects.collect(), budget, 0).unwrap();
    let (profile, ties) = (points(ballots), Ties::default());
    let contest = Contest::new(&instance, &profile, &ties);
    let field = Field::new(&contest, Satisfaction::Points);
    let mut turns = 0;
    let increment = increment.parse().unwrap();
    let counted = counted(&field, Completion::Add1Whole, increment, Pace::Fastest, &mut |_| turns += 1);
    (counted.order, turns)
}

/// Doubles do not tell these shares apart near the border at which an outcome changes: the exact lines do, so that not
/// every share there needs a run.
#[test]
fn increments_far_below_what_doubles_tell_apart_need_few_runs() {
    // Two can pay for the first from a share of 5,000,000,000.5 on.
    let costs = [10_000_000_001, 3_000_000_000];
    let can_pay = turns(&costs, 12_000_000_000, &[(2, &[(0, 1)]), (1, &[(1, 1)])], INCREMENT);
    // The third voter is poor at the first until the share is high enough.
    let (costs, third): (_, &[(usize, i64)]) = ([6_000_000_001, 2_999_999_999, 7], &[(0, 1), (1, 3), (2, 2)]);
    let is_poor = turns(&costs, 9_000_000_011, &[(2, &[(0, 2)]), (1, third)], INCREMENT);
    // The price of the first falls below that of another as its poor supporter gives more.
    let (costs, third): (_, &[(usize, i64)]) =
        ([4_000_000_001, 6_000_000_000, 9_000_000_000], &[(0, 1), (1, 9), (2, 1)]);
    let cross = turns(&costs, 9_000_000_000, &[(1, &[(0, 1)]), (1, &[(1, 1)]), (1, third)], INCREMENT);
    for (border, (order, turns)) in [("can pay", can_pay), ("is poor", is_poor), ("cross", cross)] {
        assert!(!order.is_empty() && turns < 100, "{border}: {turns} turns, {order:?}");
    }
}

/// Less than a ten-thousand-millionth of the shares above.
const INCREMENT: &str = "1/4294967295";
