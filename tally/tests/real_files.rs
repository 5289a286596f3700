//! Real elections, from `PABULIB_DIR` or from `../shared/pabulib` beside the workspace. Without them each test says
//! that it was skipped.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails may panic")]
#![expect(clippy::print_stdout, reason = "a skipped test has to say so")]

use std::collections::BTreeSet;
use std::path::PathBuf;

use allmende_tally::pabulib::{Election, read, write};
use allmende_tally::{Allocation, BallotKind, Completion, Reason, Rule, Satisfaction, Step, Ties, count};

const FILES: [&str; 6] = [
    "France_Toulouse_2022",
    "Poland_Katowice_2024_Murcki",
    "Poland_Krakow_2020_Wzgorza_Krzeslawickie",
    "Poland_Lodz_2020",
    "Poland_Wieliczka_2023_Green_Budget",
    "Switzerland_Zurich_S5D10",
];

/// The bytes of a file, or `None` when the files are not there.
fn bytes(name: &str) -> Option<Vec<u8>> {
    let beside = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/pabulib");
    let folder = std::env::var_os("PABULIB_DIR").map_or(beside, PathBuf::from);
    let found = std::fs::read(folder.join(format!("{name}.pb"))).ok();
    if found.is_none() {
        println!("skipped: {name}.pb is not in {}", folder.display());
    }
    found
}

fn election(name: &str) -> Option<Election> {
    bytes(name).map(|bytes| read(&bytes).unwrap_or_else(|faults| panic!("{name}: {}", faults[0])))
}

fn counted(election: &Election, rule: &Rule, ties: &Ties) -> Allocation {
    let allocation = count(election.instance(), election.profile(), rule, ties, &mut |_| {}).unwrap();
    let funded = allocation.outcomes.iter().filter(|outcome| outcome.funded).count();
    assert_eq!(funded, allocation.chosen.len());
    assert!(allocation.cost <= election.instance().budget());
    allocation
}

fn chosen(allocation: &Allocation) -> BTreeSet<&str> {
    allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect()
}

fn declared_equals_selected(name: &str) {
    let Some(election) = election(name) else { return };
    let (rule, ties) = election.declared_rule().unwrap();
    let allocation = counted(&election, &rule, &ties);
    assert_eq!(chosen(&allocation), election.selected().unwrap().into_iter().collect());
}

#[test]
fn all_files_round_trip_byte_for_byte() {
    for name in FILES {
        let Some(bytes) = bytes(name) else { continue };
        let election = read(&bytes).unwrap();
        assert!(write(&election).as_bytes() == bytes, "{name} was not written as it was read");
        assert_eq!(election.notices(), [], "{name}");
    }
}

#[test]
fn wieliczka_2023_funds_what_the_town_funded() {
    let Some(election) = election("Poland_Wieliczka_2023_Green_Budget") else { return };
    let (rule, ties) = election.declared_rule().unwrap();
    let whole = Rule::equal_shares(Satisfaction::Cost, Completion::Add1WholeComparison);
    assert_eq!(rule, whole);
    let allocation = counted(&election, &rule, &ties);
    assert_eq!((allocation.chosen.len(), allocation.cost), (30, 995_079));
    assert_eq!(chosen(&allocation), election.selected().unwrap().into_iter().collect());
    assert!(matches!(allocation.steps.last(), Some(Step::Compared { replaced: false, .. })));
}

#[test]
fn wieliczka_2023_differs_under_fractional_shares() {
    let Some(election) = election("Poland_Wieliczka_2023_Green_Budget") else { return };
    let rule = Rule::equal_shares(Satisfaction::Cost, Completion::Add1);
    let allocation = counted(&election, &rule, &Ties::default());
    assert_eq!((allocation.chosen.len(), allocation.cost), (31, 984_579));
    assert!(allocation.is_funded("66") && allocation.is_funded("67") && !allocation.is_funded("46"));
}

#[test]
fn wieliczka_2023_by_phragmen_and_by_the_best_set_funds_as_many_as_other_programs_do() {
    let Some(election) = election("Poland_Wieliczka_2023_Green_Budget") else { return };
    let phragmen = counted(&election, &Rule::Phragmen, &Ties::default());
    assert_eq!((phragmen.chosen.len(), phragmen.cost), (32, 966_789));
    let best = counted(&election, &Rule::Welfare { satisfaction: Satisfaction::Cost }, &Ties::default());
    assert_eq!((best.chosen.len(), best.cost), (23, 998_997));
    let by_density = counted(&election, &Rule::Greedy { satisfaction: Satisfaction::Cost }, &Ties::default());
    assert!(best.welfare >= by_density.welfare);
}

#[test]
fn krakow_2020_by_its_declared_rule_equals_selected() {
    declared_equals_selected("Poland_Krakow_2020_Wzgorza_Krzeslawickie");
}

#[test]
fn katowice_2024_by_its_declared_rule_equals_selected() {
    declared_equals_selected("Poland_Katowice_2024_Murcki");
}

#[test]
fn katowice_2024_leaves_out_the_withdrawn_project() {
    let Some(election) = election("Poland_Katowice_2024_Murcki") else { return };
    let (rule, ties) = election.declared_rule().unwrap();
    let allocation = counted(&election, &rule, &ties);
    let withdrawn = allocation.outcomes.iter().find(|outcome| outcome.id == "L18/06/XI").unwrap();
    assert_eq!(withdrawn.reason, Reason::Withdrawn);
}

#[test]
fn lodz_2020_names_no_defined_rule_and_is_counted_by_equal_shares() {
    let Some(election) = election("Poland_Lodz_2020") else { return };
    assert_eq!(election.declared_rule(), None);
    assert_eq!((election.instance().projects().len(), election.profile().voters()), (151, 51_472));
    let rule = Rule::equal_shares(Satisfaction::Cost, Completion::Add1);
    let allocation = counted(&election, &rule, &Ties::default());
    assert!(!allocation.chosen.is_empty());
}

#[test]
fn zurich_keeps_points_of_zero_as_votes() {
    let Some(election) = election("Switzerland_Zurich_S5D10") else { return };
    assert_eq!(election.profile().kind(), BallotKind::Cumulative);
    let rule = Rule::equal_shares(Satisfaction::Points, Completion::Add1Greedy);
    let allocation = counted(&election, &rule, &Ties::default());
    for (index, outcome) in allocation.outcomes.iter().enumerate() {
        assert_eq!(election.project_value(index, "votes").unwrap(), outcome.supporters.to_string());
        assert_eq!(election.project_value(index, "score").unwrap(), outcome.score.to_string());
    }
}

#[test]
fn toulouse_has_decimals_that_need_no_minor_units() {
    let Some(election) = election("France_Toulouse_2022") else { return };
    assert_eq!((election.instance().exponent(), election.instance().budget()), (0, 8_000_000));
    let (rule, ties) = election.declared_rule().unwrap();
    counted(&election, &rule, &ties);
}
