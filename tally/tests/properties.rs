//! What holds for every count: on thousands of small made-up elections, full of ties.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic")]

use allmende_tally::pabulib::{Draft, DraftBallot, DraftProject, Header, VoteType, read, write};
use allmende_tally::{
    Allocation, BallotKind, Ceiling, Choice, Completion, Constraints, Instance, Override, Profile, Project, Reason,
    Rule, Satisfaction, Step, Tie, Ties, count,
};
use proptest::prelude::{Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use proptest::sample::select;

const PLACES: u32 = 3;

fn kinds() -> impl Strategy<Value = BallotKind> {
    select(vec![
        BallotKind::Approval,
        BallotKind::Ordinal { places: PLACES },
        BallotKind::Cumulative,
        BallotKind::Scoring { default_score: 0 },
        BallotKind::Scoring { default_score: 1 },
    ])
}

/// Ballots over five projects; few costs and values, so that ties are common.
fn elections() -> impl Strategy<Value = (Instance, Profile)> {
    let costs = proptest::collection::vec(select(vec![0, 1, 2, 3, 5, 5, 8, 40]), 5);
    let ballots = proptest::collection::vec(proptest::collection::vec((0..5_usize, -1..4_i64), 0..4), 0..9);
    (costs, 0..30_i64, kinds(), ballots).prop_map(|(costs, budget, kind, ballots)| {
        let ids = ["9", "10", "b", "2", "ź"];
        let projects = ids.iter().zip(costs).map(|(id, cost)| Project::new(*id, cost)).collect();
        let ballots = ballots.into_iter().map(|ballot| choices(kind, ballot)).collect();
        (Instance::new(projects, budget, 0).unwrap(), Profile::new(kind, ballots).unwrap())
    })
}

fn choices(kind: BallotKind, drawn: Vec<(usize, i64)>) -> Vec<Choice> {
    let mut ballot: Vec<Choice> = Vec::new();
    for (project, value) in drawn {
        if ballot.iter().all(|choice| choice.project != project) {
            let value = match kind {
                BallotKind::Approval => 1,
                BallotKind::Ordinal { .. } => i64::try_from(ballot.len()).unwrap() + 1,
                BallotKind::Cumulative => value.max(0),
                BallotKind::Scoring { .. } => value,
            };
            ballot.push(Choice { project, value });
        }
    }
    ballot
}

/// The same elections with ceilings, pairs that exclude each other, a least number of votes, and overrides.
fn constrained() -> impl Strategy<Value = (Instance, Profile)> {
    let ceilings = proptest::collection::vec((0..12_i64, proptest::collection::vec(0..5_usize, 1..4)), 0..3);
    let pairs = proptest::collection::vec((0..5_usize, 0..5_usize), 0..3);
    let decided = proptest::option::of((0..5_usize, any::<bool>()));
    (elections(), ceilings, pairs, 0..3_u32, decided).prop_map(
        |((instance, profile), ceilings, pairs, votes, decided)| {
            let ceiling = |(limit, projects)| Ceiling { name: "parks".into(), limit, projects };
            let constraints = Constraints {
                ceilings: ceilings.into_iter().map(ceiling).collect(),
                incompatible: pairs.into_iter().filter(|(one, other)| one != other).collect(),
                least_votes: votes,
                overrides: decided
                    .map(|(project, funded)| {
                        let funded = funded && instance.projects()[project].cost <= Some(instance.budget());
                        Override { project, funded, reason: "council".into() }
                    })
                    .into_iter()
                    .collect(),
            };
            (instance.with_constraints(constraints).unwrap(), profile)
        },
    )
}

fn rules() -> impl Strategy<Value = Rule> {
    let threshold = proptest::option::of(0..5_i64);
    prop_oneof![
        (threshold.clone(), any::<bool>())
            .prop_map(|(threshold, stop_at_first_misfit)| Rule::Ranking { threshold, stop_at_first_misfit }),
        (threshold, 1..4_u32).prop_map(|(threshold, seats)| Rule::Top { seats, threshold }),
        select(Satisfaction::ALL).prop_map(|satisfaction| Rule::Greedy { satisfaction }),
        select(Satisfaction::ALL).prop_map(|satisfaction| Rule::Welfare { satisfaction }),
        Just(Rule::Phragmen),
        (select(Satisfaction::ALL), select(Completion::ALL))
            .prop_map(|(satisfaction, completion)| Rule::equal_shares(satisfaction, completion)),
    ]
}

/// The rules that go down a ranking.
fn walks() -> impl Strategy<Value = Rule> {
    rules().prop_filter("a walk", |rule| matches!(rule, Rule::Ranking { .. } | Rule::Greedy { .. } | Rule::Top { .. }))
}

fn ties() -> impl Strategy<Value = Ties> {
    proptest::collection::vec(select(Tie::ALL), 0..3).prop_map(Ties::new)
}

/// The allocation, or `None` where the rule asks for other ballots.
fn counted(instance: &Instance, profile: &Profile, rule: &Rule, ties: &Ties) -> Option<Allocation> {
    let unfit = rule.satisfaction().is_some_and(|measure| !measure.fits(profile.kind()));
    if unfit || (*rule == Rule::Phragmen && profile.kind() != BallotKind::Approval) {
        return None;
    }
    Some(count(instance, profile, rule, ties, &mut |_| {}).unwrap())
}

proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 1500, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_count_passes_its_budget((instance, profile) in elections(), rule in rules(), ties in ties()) {
        let Some(allocation) = counted(&instance, &profile, &rule, &ties) else { return Ok(()) };
        let sum: i64 = allocation.chosen.iter().filter_map(|chosen| chosen.cost).sum();
        prop_assert_eq!(sum, allocation.cost);
        prop_assert!(!rule.needs_costs() || sum <= instance.budget());
    }

    #[test]
    fn the_order_of_ballots_does_not_matter((instance, profile) in elections(), rule in rules(), ties in ties()) {
        let mut ballots: Vec<Vec<Choice>> = profile.ballots().map(|ballot| ballot.to_vec()).collect();
        ballots.reverse();
        ballots.rotate_left(profile.ballots().len() / 3);
        let turned = Profile::new(profile.kind(), ballots).unwrap();
        prop_assert_eq!(counted(&instance, &profile, &rule, &ties), counted(&instance, &turned, &rule, &ties));
    }

    #[test]
    fn no_count_breaks_a_constraint((instance, profile) in constrained(), rule in rules(), ties in ties()) {
        let Some(allocation) = counted(&instance, &profile, &rule, &ties) else { return Ok(()) };
        let constraints = instance.constraints();
        let cost = |project: usize| instance.projects()[project].cost.unwrap();
        let funded: Vec<usize> = (0..5).filter(|project| allocation.outcomes[*project].funded).collect();
        let decided = |project: usize| constraints.overrides.iter().find(|one| one.project == project);
        prop_assert!(!rule.needs_costs() || allocation.cost <= instance.budget());
        for ceiling in &constraints.ceilings {
            let counted = || funded.iter().copied().filter(|project| ceiling.projects.contains(project));
            let sum: i64 = counted().map(cost).sum();
            // What is funded beforehand may pass a ceiling; then nothing else in it is taken that costs something.
            let harmless = |project: usize| decided(project).is_some() || cost(project) == 0;
            prop_assert!(sum <= ceiling.limit || counted().all(harmless));
        }
        for (one, other) in &constraints.incompatible {
            prop_assert!(!funded.contains(one) || !funded.contains(other));
        }
        for (project, outcome) in allocation.outcomes.iter().enumerate() {
            match decided(project) {
                Some(one) => prop_assert_eq!(outcome.funded, one.funded),
                None => prop_assert!(!outcome.funded || outcome.supporters >= constraints.least_votes),
            }
        }
    }

    #[test]
    fn the_order_of_ballots_does_not_matter_to_constraints(
        (instance, profile) in constrained(), rule in rules(), ties in ties(),
    ) {
        let mut ballots: Vec<Vec<Choice>> = profile.ballots().map(|ballot| ballot.to_vec()).collect();
        ballots.reverse();
        let turned = Profile::new(profile.kind(), ballots).unwrap();
        prop_assert_eq!(counted(&instance, &profile, &rule, &ties), counted(&instance, &turned, &rule, &ties));
    }

    #[test]
    fn every_project_has_the_reason_that_fits_its_outcome((instance, profile) in elections(), rule in rules(), ties in ties()) {
        let Some(allocation) = counted(&instance, &profile, &rule, &ties) else { return Ok(()) };
        prop_assert_eq!(allocation.outcomes.len(), instance.projects().len());
        let mut places = Vec::new();
        for (outcome, project) in allocation.outcomes.iter().zip(instance.projects()) {
            prop_assert_eq!(&outcome.id, &project.id);
            prop_assert_eq!(outcome.funded, allocation.is_funded(&outcome.id));
            match &outcome.reason {
                Reason::Funded { place, .. } => {
                    prop_assert_eq!(&allocation.chosen[usize::try_from(*place).unwrap() - 1].id, &outcome.id);
                    places.push(*place);
                }
                Reason::SupportersHadLeft { left, cost } => prop_assert!(*left < (*cost).into()),
                Reason::DoesNotFit { left, cost } => prop_assert!(left < cost),
                Reason::Place { needed, .. } => prop_assert!(*needed >= 1),
                Reason::NoSupporters | Reason::AfterFirstMisfit => {}
                Reason::LoadTooHigh { load, ended_at } => prop_assert!(load >= ended_at),
                Reason::NotInBestSet { lacking, dearer } => {
                    prop_assert!(*lacking >= 0.into() && *dearer >= 0);
                    prop_assert!(*dearer == 0 || *lacking == 0.into());
                }
                Reason::Withdrawn
                | Reason::PassesCeiling { .. }
                | Reason::Incompatible { .. }
                | Reason::TooFewVotes { .. }
                | Reason::TakenOut { .. } => prop_assert!(false, "no project was withdrawn, and there are no constraints"),
            }
        }
        places.sort_unstable();
        prop_assert!(places.into_iter().eq(1..=u32::try_from(allocation.chosen.len()).unwrap()));
    }

    #[test]
    fn where_another_order_of_ties_changes_the_outcome_a_tie_is_in_the_steps(
        (instance, profile) in elections(), rule in rules(),
    ) {
        let by_id = counted(&instance, &profile, &rule, &Ties::default());
        let by_file = counted(&instance, &profile, &rule, &Ties::new([Tie::File]));
        let (Some(by_id), Some(by_file)) = (by_id, by_file) else { return Ok(()) };
        let funded = |allocation: &Allocation| allocation.outcomes.iter().map(|one| one.funded).collect::<Vec<_>>();
        let tied = |allocation: &Allocation| allocation.steps.iter().any(|step| match step {
            Step::Tied { .. } => true,
            Step::Purchased { tied, .. } | Step::Loaded { tied, .. } => !tied.is_empty(),
            Step::ShareTried { ties, .. } => !ties.is_empty(),
            Step::Start { .. } | Step::Share { .. } | Step::Free { .. } | Step::Considered { .. } | Step::Placed { .. }
            | Step::Compared { .. } | Step::LotsDrawn { .. } | Step::Overridden { .. } | Step::StruckOut { .. }
            | Step::BestSet { .. } => false,
        });
        prop_assert!(funded(&by_id) == funded(&by_file) || (tied(&by_id) && tied(&by_file)));
    }

    // Candidate monotonicity (Edith Elkind, Piotr Faliszewski, Piotr Skowron and Arkadii Slinko, *Properties of Multiwinner
    // Voting Rules*, Social Choice and Welfare 48, 2017), here with costs: until the project's turn, which does not come
    // later than before, everything goes as before, so at least as much is left for it.
    #[test]
    fn one_more_vote_never_costs_a_funded_project_its_place(
        (instance, profile) in elections(), rule in rules(), ties in ties(), voter in 0..10_usize, project in 0..5_usize,
    ) {
        let (value, most) = match profile.kind() {
            BallotKind::Approval => (1, 1),
            BallotKind::Cumulative => (1, i64::MAX),
            // There, a vote more for one is a vote less for others.
            BallotKind::Ordinal { .. } | BallotKind::Scoring { .. } => return Ok(()),
        };
        let mut ballots: Vec<Vec<Choice>> = profile.ballots().map(|ballot| ballot.to_vec()).collect();
        let monotone = match rule {
            Rule::Ranking { .. } | Rule::Top { .. } | Rule::Greedy { .. } | Rule::Welfare { .. } | Rule::Phragmen => true,
            // A voter more makes all shares smaller, and Add1 may end earlier.
            Rule::EqualShares { completion, .. } => completion == Completion::None && voter < ballots.len(),
        };
        if !monotone {
            return Ok(());
        }
        match ballots.get_mut(voter) {
            None => ballots.push(vec![Choice { project, value }]),
            Some(ballot) => match ballot.iter_mut().find(|choice| choice.project == project) {
                None => ballot.push(Choice { project, value }),
                Some(choice) => choice.value = (choice.value + 1).min(most),
            },
        }
        let with_one_more = Profile::new(profile.kind(), ballots).unwrap();
        let (before, after) = (counted(&instance, &profile, &rule, &ties), counted(&instance, &with_one_more, &rule, &ties));
        let (Some(before), Some(after)) = (before, after) else { return Ok(()) };
        prop_assert!(!before.outcomes[project].funded || after.outcomes[project].funded);
    }

    #[test]
    fn the_steps_of_a_walk_replay_it((instance, profile) in elections(), rule in walks(), ties in ties()) {
        let Some(allocation) = counted(&instance, &profile, &rule, &ties) else { return Ok(()) };
        let chosen: Vec<&str> = allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
        let (mut left, mut taken_ids, mut over) = (instance.budget(), Vec::new(), false);
        let mut before: Option<Option<allmende_tally::Exact>> = None;
        let mut places = 0;
        let seats = if let Rule::Top { seats, .. } = rule { usize::try_from(seats).unwrap() } else { usize::MAX };
        let threshold = if let Rule::Top { threshold, .. } = rule { threshold } else { None };
        let cost_of = |id: &str| instance.projects().iter().find(|project| project.id == id).unwrap().cost;
        for step in &allocation.steps {
            let (project, place, merit, taken) = match step {
                Step::Considered { project, place, merit, cost, left: then, taken } => {
                    prop_assert_eq!((Some(*cost), *then), (cost_of(project), left));
                    prop_assert_eq!(*taken, *cost <= left);
                    prop_assert!(!over, "nothing is looked at after the end");
                    over = !taken && matches!(rule, Rule::Ranking { stop_at_first_misfit: true, .. });
                    left -= if *taken { *cost } else { 0 };
                    (project, place, merit.clone(), taken)
                }
                Step::Placed { project, place, score, distance, taken } => {
                    let last = allocation.outcomes.iter().find(|one| Some(&one.id.as_str()) == chosen.last());
                    prop_assert_eq!(*distance, last.map(|last| score - last.score));
                    let passes = threshold.is_none_or(|least| *score >= least);
                    prop_assert_eq!(*taken, passes && taken_ids.len() < seats);
                    (project, place, Some((*score).into()), taken)
                }
                Step::Tied { .. } => continue,
                other => { prop_assert!(false, "a step of another rule: {other:?}"); continue }
            };
            // No merit is above every other.
            let falls = before.as_ref().is_none_or(|before| match (before, &merit) {
                (None, _) => true,
                (Some(_), None) => false,
                (Some(before), Some(merit)) => before >= merit,
            });
            places += 1;
            prop_assert!(falls && *place == places);
            before = Some(merit);
            if *taken {
                taken_ids.push(project.as_str());
            }
        }
        prop_assert_eq!(taken_ids, chosen);
    }

    #[test]
    fn an_allocation_goes_to_json_and_back((instance, profile) in elections(), rule in rules(), ties in ties()) {
        let Some(allocation) = counted(&instance, &profile, &rule, &ties) else { return Ok(()) };
        let json = serde_json::to_string(&allocation).unwrap();
        prop_assert_eq!(serde_json::from_str::<Allocation>(&json).unwrap(), allocation);
    }

    #[test]
    fn what_is_written_reads_back_the_same(draft in drafts()) {
        let election = draft.build().unwrap();
        let text = write(&election);
        let again = read(text.as_bytes()).unwrap();
        prop_assert_eq!(write(&again), text);
        prop_assert_eq!(&again, &election);
        prop_assert_eq!(again.notices(), []);
        let exponent = election.instance().exponent();
        let factor = 10_i64.pow(u32::from(2 - exponent));
        for (index, project) in draft.projects.iter().enumerate() {
            prop_assert_eq!(election.instance().projects()[index].cost.unwrap() * factor, project.cost);
            prop_assert_eq!(election.project_value(index, "name"), Some(project.name.trim()).filter(|name| !name.is_empty()));
        }
        for (ballot, drawn) in election.profile().ballots().zip(&draft.ballots) {
            let mut drawn = drawn.choices.clone();
            drawn.sort_unstable();
            prop_assert_eq!(ballot.to_vec(), drawn);
        }
    }
}

fn drafts() -> impl Strategy<Value = Draft> {
    let names = proptest::collection::vec("[a;\"\n\r ,żé]{0,6}", 4);
    let costs = proptest::collection::vec(0..5_000_i64, 4);
    let ballots = proptest::collection::vec(proptest::collection::vec((0..4_usize, -3..4_i64), 0..5), 0..6);
    let kinds = prop_oneof![
        Just((VoteType::Approval, BallotKind::Approval)),
        Just((VoteType::Ordinal, BallotKind::Ordinal { places: 4 })),
        Just((VoteType::Cumulative, BallotKind::Cumulative)),
        Just((VoteType::Scoring, BallotKind::Scoring { default_score: 0 })),
    ];
    (names, costs, kinds, ballots, "[A-Za-z;\" ]{1,8}").prop_map(|(names, costs, (vote_type, kind), ballots, text)| {
        let mut more = vec![("language".to_owned(), "de".to_owned()), ("currency".to_owned(), "EUR".to_owned())];
        if vote_type == VoteType::Cumulative {
            more.push(("max_sum_points".to_owned(), "100".to_owned()));
        }
        let header = Header {
            description: text.clone(),
            country: "Germany".into(),
            unit: text,
            instance: "2027".into(),
            budget: 12_345,
            exponent: 2,
            vote_type,
            rule: "unknown".into(),
            date_begin: "01.03.2027".into(),
            date_end: "31.03.2027".into(),
            more,
        };
        let project = |(index, (name, cost)): (usize, (String, i64))| DraftProject {
            id: format!("{:05}", index + 1),
            cost,
            name,
            category: "parks,play".into(),
            selected: (cost % 2 == 0).then_some(cost > 2_000),
        };
        let ballot = |(index, drawn): (usize, Vec<(usize, i64)>)| DraftBallot {
            voter: index.to_string(),
            choices: choices(kind, drawn),
            voting_method: if index % 2 == 0 { "internet".into() } else { String::new() },
        };
        Draft {
            header,
            projects: names.into_iter().zip(costs).enumerate().map(project).collect(),
            ballots: ballots.into_iter().enumerate().map(ballot).collect(),
        }
    })
}
