use super::*;
use crate::{Allocation, BallotKind, Choice, Instance, Profile, Project, Reason, Rule, Step, Ties, Verdict};

const ID: fn() -> Ties = Ties::default;

fn approval(ballots: &[(usize, &[usize])]) -> Profile {
    let ballot = |projects: &[usize]| projects.iter().map(|project| Choice { project: *project, value: 1 }).collect();
    let all = ballots.iter().flat_map(|(times, projects)| std::iter::repeat_n(ballot(projects), *times));
    Profile::new(BallotKind::Approval, all.collect()).unwrap()
}

fn instance(costs: &[i64], budget: i64) -> Instance {
    let projects = costs.iter().zip('a'..).map(|(cost, id)| Project::new(id.to_string(), *cost));
    Instance::new(projects.collect(), budget, 0).unwrap()
}

fn counted(instance: &Instance, profile: &Profile, satisfaction: Satisfaction, completion: Completion) -> Allocation {
    let rule = Rule::equal_shares(satisfaction, completion);
    crate::count(instance, profile, &rule, &ID(), &mut |_| {}).unwrap()
}

fn order(allocation: &Allocation) -> String {
    allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect()
}

fn reason<'a>(allocation: &'a Allocation, id: &str) -> &'a Reason {
    &allocation.outcomes.iter().find(|outcome| outcome.id == id).unwrap().reason
}

/// 10 voters with 10 each: six list a and b, four list c.
fn town() -> (Instance, Profile) {
    (instance(&[60, 30, 40], 100), approval(&[(6, &[0, 1]), (4, &[2])]))
}

#[test]
fn the_smaller_group_gets_its_share() {
    let (instance, profile) = town();
    let allocation = counted(&instance, &profile, Satisfaction::Cost, Completion::None);
    assert_eq!(order(&allocation), "ac");
    let left = crate::Exact::from(0);
    assert_eq!(*reason(&allocation, "b"), Reason::SupportersHadLeft { left, cost: 30 });
}

#[test]
fn cardinality_prefers_the_cheaper_of_two_with_the_same_supporters() {
    let (instance, profile) = town();
    let allocation = counted(&instance, &profile, Satisfaction::Cardinality, Completion::None);
    assert_eq!(order(&allocation), "bc");
    let Reason::SupportersHadLeft { left, cost } = reason(&allocation, "a") else { panic!("a was bought") };
    assert_eq!((left.to_string(), *cost), ("30".to_owned(), 60));
}

#[test]
fn the_steps_tell_share_price_payment_and_ties() {
    let (instance, profile) = town();
    let allocation = counted(&instance, &profile, Satisfaction::Cost, Completion::None);
    let purchased: Vec<_> = (allocation.steps.iter())
        .filter_map(|step| match step {
            Step::Purchased { project, price, largest_payment, supporters, left, tied, .. } => Some((
                project.as_str(),
                price.to_string(),
                largest_payment.to_string(),
                *supporters,
                left.to_string(),
                tied.len(),
            )),
            _ => None,
        })
        .collect();
    assert_eq!(
        purchased,
        [("a", "1/6".into(), "10".into(), 6, "40".into(), 2), ("c", "0.25".into(), "10".into(), 4, "0".into(), 0)]
    );
}

#[test]
fn greedy_completion_takes_what_fits_by_satisfaction_per_cost() {
    let instance = instance(&[50, 60, 20], 100);
    let profile = approval(&[(5, &[0]), (3, &[1, 2]), (2, &[2])]);
    assert_eq!(order(&counted(&instance, &profile, Satisfaction::Cost, Completion::None)), "ac");
    let profile = approval(&[(5, &[0]), (1, &[1, 2]), (4, &[])]);
    let completed = counted(&instance, &profile, Satisfaction::Cost, Completion::Greedy);
    assert_eq!(order(&completed), "ac", "b is tied with c by votes and comes first, but does not fit");
    assert!(matches!(reason(&completed, "c"), Reason::Funded { by: ChosenBy::Completion, place: 2, .. }));
    assert!(matches!(reason(&completed, "a"), Reason::Funded { by: ChosenBy::Rule, price: Some(_), .. }));
}

#[test]
fn add1_raises_the_share_until_nothing_else_fits() {
    let instance = instance(&[50, 30, 30], 100);
    let profile = approval(&[(5, &[0]), (2, &[1]), (1, &[2]), (2, &[])]);
    let allocation = counted(&instance, &profile, Satisfaction::Cost, Completion::Add1);
    assert_eq!(order(&allocation), "ab");
    let raised: Vec<_> = (allocation.steps.iter())
        .filter_map(|step| match step {
            Step::ShareTried { runs, share, verdict, projects, .. } => {
                Some((*runs, share.to_string(), *verdict, *projects))
            }
            _ => None,
        })
        .collect();
    assert_eq!(raised, [(5, "14".into(), Verdict::Within, 1), (1, "15".into(), Verdict::Exhaustive, 2)]);
}

#[test]
fn whole_shares_go_on_until_the_budget_is_passed() {
    let instance = instance(&[50, 30, 40], 100);
    let profile = approval(&[(5, &[0]), (2, &[1]), (1, &[2]), (3, &[])]);
    let allocation = counted(&instance, &profile, Satisfaction::Cost, Completion::Add1Whole);
    let shares = allocation.steps.iter().filter_map(|step| match step {
        Step::ShareTried { share, verdict, .. } => Some((share.to_string(), *verdict)),
        _ => None,
    });
    let shares: Vec<_> = shares.collect();
    assert_eq!(shares.last().unwrap(), &("40".to_owned(), Verdict::PassesBudget));
    let begun: Vec<&str> = shares.iter().take(2).map(|(share, _)| share.as_str()).collect();
    assert_eq!(begun, ["100/11", "14"], "the first run buys nothing; 10, 11 and so on buy the same");
    assert_eq!(order(&allocation), "ab", "the outcome before the one that passes the budget stands");
    assert!(allocation.steps.contains(&Step::Share { share: "39".parse().unwrap() }));
}

#[test]
fn one_more_is_a_whole_major_unit() {
    let projects = vec![Project::new("a", 5000), Project::new("b", 3000)];
    let instance = Instance::new(projects, 10_000, 2).unwrap();
    let profile = approval(&[(5, &[0]), (2, &[1]), (3, &[])]);
    let allocation = counted(&instance, &profile, Satisfaction::Cost, Completion::Add1);
    assert!(allocation.steps.contains(&Step::Share { share: 1500.into() }), "{:?}", allocation.steps);
}

#[test]
fn when_everything_supported_is_bought_whole_shares_end() {
    let allocation = counted(
        &instance(&[10, 10, 10], 100),
        &approval(&[(1, &[0]), (1, &[1])]),
        Satisfaction::Cost,
        Completion::Add1Whole,
    );
    assert_eq!(order(&allocation), "ab");
    assert_eq!(*reason(&allocation, "c"), Reason::NoSupporters);
}

#[test]
fn most_votes_first_takes_over_only_if_more_voters_gain() {
    // Equal Shares buys d and e for the many groups of one; by votes a alone takes the whole budget.
    let instance = instance(&[100, 20, 20], 100);
    let profile = approval(&[(3, &[0, 1]), (4, &[0]), (2, &[2])]);
    let allocation = counted(&instance, &profile, Satisfaction::Cardinality, Completion::Add1WholeComparison);
    let compared = allocation.steps.iter().find(|step| matches!(step, Step::Compared { .. })).unwrap();
    assert_eq!(*compared, Step::Compared { prefer_equal_shares: 2, prefer_ranking: 4, replaced: true });
    assert_eq!(order(&allocation), "a");
    assert_eq!(*reason(&allocation, "b"), Reason::DoesNotFit { left: 0, cost: 20 });
}

#[test]
fn a_supported_project_without_cost_is_put_in_under_cardinality_and_never_under_cost() {
    let (instance, profile) = (instance(&[0, 10], 10), approval(&[(1, &[0, 1])]));
    assert_eq!(order(&counted(&instance, &profile, Satisfaction::Cardinality, Completion::None)), "ab");
    let by_cost = counted(&instance, &profile, Satisfaction::Cost, Completion::None);
    assert_eq!((order(&by_cost), reason(&by_cost, "a")), ("b".to_owned(), &Reason::NoSupporters));
}

#[test]
fn without_ballots_nothing_is_bought_and_greedy_takes_what_fits() {
    let (instance, nobody) = (instance(&[60, 60], 100), approval(&[]));
    for completion in [Completion::None, Completion::Add1, Completion::Add1Whole] {
        assert_eq!(order(&counted(&instance, &nobody, Satisfaction::Cost, completion)), "");
    }
    assert_eq!(order(&counted(&instance, &nobody, Satisfaction::Cost, Completion::Add1Greedy)), "a");
}

#[test]
fn rated_ballots_give_unlisted_projects_the_default_score() {
    let instance = instance(&[10, 10], 20);
    let kind = BallotKind::Scoring { default_score: 2 };
    let profile = Profile::new(kind, vec![vec![Choice { project: 0, value: 5 }], vec![]]).unwrap();
    let allocation = counted(&instance, &profile, Satisfaction::Points, Completion::None);
    assert_eq!(allocation.outcomes.iter().map(|outcome| outcome.score).collect::<Vec<_>>(), [7, 4]);
    assert_eq!(allocation.welfare, 11.into());
}

#[test]
fn points_divide_the_payment() {
    let instance = instance(&[9], 12);
    let ballots = vec![vec![Choice { project: 0, value: 2 }], vec![Choice { project: 0, value: 1 }]];
    let profile = Profile::new(BallotKind::Cumulative, ballots).unwrap();
    let allocation = counted(&instance, &profile, Satisfaction::Points, Completion::None);
    let Reason::Funded { price, largest_payment, .. } = reason(&allocation, "a") else { panic!("not bought") };
    assert_eq!((price, largest_payment), (&Some(3.into()), &Some(6.into())));
}

#[test]
fn a_project_that_was_struck_out_has_no_second_turn_in_the_completion() {
    let (instance, profile) = (instance(&[60, 30, 40], 100), approval(&[(6, &[0, 1]), (3, &[2]), (1, &[])]));
    let constraints = crate::Constraints { incompatible: vec![(0, 1)], ..crate::Constraints::default() };
    let instance = instance.with_constraints(constraints).unwrap();
    let allocation = counted(&instance, &profile, Satisfaction::Cardinality, Completion::Greedy);
    assert_eq!(order(&allocation), "bc");
    let struck = allocation.steps.iter().filter(|step| matches!(step, Step::StruckOut { .. })).count();
    assert_eq!(struck, 1, "{:?}", allocation.steps);
}
