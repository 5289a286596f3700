use super::*;
use crate::{Allocation, BallotKind, Choice, Instance, Profile, Project, Rule, Ties};

/// A sequence that looks like chance.
struct Drawn(u64);

impl Drawn {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Costs between `least` and ten times that in steps, half of all as the budget, and a few voters who tick half of all.
fn election(seed: u64, projects: usize, (least, step): (i64, i64), voters: usize) -> (Instance, Profile) {
    let mut drawn = Drawn(seed);
    let mut cost = || (least + i64::try_from(drawn.below(9 * least.unsigned_abs())).unwrap()) / step * step;
    let costs: Vec<i64> = (0..projects).map(|_| cost()).collect();
    let budget = costs.iter().sum::<i64>() / 2;
    let all = costs.iter().enumerate().map(|(index, cost)| Project::new(format!("{index:03}"), *cost)).collect();
    let mut ballot = |first: bool| {
        let ticked = (0..projects).filter(|_| first || drawn.below(2) == 0);
        ticked.map(|project| Choice { project, value: 1 }).collect()
    };
    let ballots = (0..voters).map(|voter| ballot(voter == 0)).collect();
    (Instance::new(all, budget, 0).unwrap(), Profile::new(BallotKind::Approval, ballots).unwrap())
}

/// The field of an election by cost, with what each project is worth.
fn fielded<T>(instance: &Instance, profile: &Profile, then: impl FnOnce(&Field, &[(usize, u128)]) -> T) -> T {
    let ties = Ties::default();
    let contest = Contest::new(instance, profile, &ties);
    let guard = Guard::new(&contest);
    let totals = contest.totals(Satisfaction::Cost);
    let Sorted { open, .. } = sorted(&contest, &guard, |project| totals[project].clone());
    then(&Field::new(&contest, &guard, &open, contest.budget()), &open)
}

fn counted(instance: &Instance, profile: &Profile) -> Result<Allocation, CountError> {
    let rule = Rule::Welfare { satisfaction: Satisfaction::Cost };
    crate::count(instance, profile, &rule, &Ties::default(), &mut |_| {})
}

/// The most worth within the budget, by adding up what can be had for each amount.
fn most_worth(instance: &Instance, profile: &Profile, step: i64) -> i64 {
    let amounts = usize::try_from(instance.budget() / step).unwrap();
    let mut most = vec![0_i64; amounts + 1];
    for (index, project) in instance.projects().iter().enumerate() {
        let cost = project.cost.unwrap();
        let votes = profile.ballots().filter(|ballot| ballot.iter().any(|choice| choice.project == index)).count();
        let (worth, units) = (cost * i64::try_from(votes).unwrap(), usize::try_from(cost / step).unwrap());
        for amount in (units..=amounts).rev() {
            most[amount] = most[amount].max(most[amount - units] + worth);
        }
    }
    most[amounts]
}

#[test]
fn a_table_finds_what_the_search_finds() {
    for seed in 0..200 {
        let (instance, profile) = election(seed, 14, (20, 1), 1 + usize::try_from(seed % 4).unwrap());
        fielded(&instance, &profile, |field, _| {
            let searched = best_set(field, None, &mut Work::of(MOST_STATES)).unwrap();
            let tabled = table::best_set(field, &mut Work::of(MOST_STATES)).unwrap();
            assert!(table::is_short(field) && tabled.equals(&searched), "{seed}");
            let members = field.items.iter().filter(|item| tabled.set.has(item.place));
            let (cost, worth) = members.fold((0, 0), |(cost, worth), item| (cost + item.cost, worth + item.worth));
            assert_eq!((cost, worth), (tabled.cost, tabled.worth));
        });
    }
}

#[test]
fn a_hundred_projects_of_a_few_voters_are_counted_where_costs_have_something_in_common() {
    for (seed, voters) in [(1, 1), (2, 2), (3, 3), (4, 5)] {
        let (instance, profile) = election(seed, 100, (100_000, 1_000), voters);
        let allocation = counted(&instance, &profile).unwrap();
        assert_eq!(allocation.welfare, most_worth(&instance, &profile, 1_000).into(), "{seed}");
    }
}

#[test]
fn sets_that_meet_the_budget_are_found_among_costs_of_many_digits() {
    let (instance, profile) = election(7, 120, (100_000, 1), 1);
    let allocation = counted(&instance, &profile).unwrap();
    assert_eq!((allocation.cost, &allocation.welfare), (instance.budget(), &instance.budget().into()));
    let tied = allocation.steps.iter().any(|step| matches!(step, Step::Tied { .. }));
    assert!(tied, "many sets meet it, and the order of ties decides");
}

#[test]
fn a_search_that_passes_its_bound_says_so_and_gives_no_answer() {
    // All costs are even and the budget is odd: no set meets it, and nothing shorter than trying shows that.
    let (instance, profile) = election(9, 100, (100_000_000, 2), 3);
    let projects = instance.projects().to_vec();
    let instance = Instance::new(projects, instance.budget() | 1, 0).unwrap();
    fielded(&instance, &profile, |field, open| {
        assert!(!table::is_short(field));
        let ended = search_all(field, open, &mut Work::of(300_000), &mut |_| {});
        assert_eq!(ended.err(), Some(TooMuchWork::InAll));
    });
    let told = CountError::from(TooMuchWork::InAll).to_string();
    assert!(told.contains("200000000 steps") && told.contains("greedy or equal-shares"), "{told}");
    // Whichever bound ends the search is the one that the message names.
    assert_eq!(Work::of(u64::MAX).try_states(2_000_001, 0), Err(TooMuchWork::AtOnce));
    let told = CountError::from(TooMuchWork::AtOnce).to_string();
    assert!(told.contains("more than 2000000 choices") && !told.contains("steps"), "{told}");
    assert!(told.contains("greedy or equal-shares"), "{told}");
}
