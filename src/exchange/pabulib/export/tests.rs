//! What a file says of its count is what a stranger recounts by.

use allmende_tally::pabulib::{COUNTING_RULE, COUNTING_TIES, read};
use allmende_tally::{Completion, Satisfaction, Ties, count};

use super::*;
use crate::domain::contest::instance;
use crate::domain::ids::{AreaId, ProjectId, ProjectNumber};
use crate::domain::set_up::{FAIR_SHARES_OF_POINTS, FAIR_SHARES_OF_TICKS, Preset, first_ties};

const POINTS: BallotFormat = BallotFormat::Points { total: 5, max_per_project: 5 };
const TICKS: BallotFormat = BallotFormat::Approval { max: 3 };
const CEILING: AreaLimit = AreaLimit::Ceiling(Money::from_minor(10_000));

fn project(number: u32, cost: Option<i64>) -> Project {
    Project {
        id: ProjectId::new(number.into()),
        area: AreaId::new(1),
        number: ProjectNumber::new(number),
        external_id: format!("{number:05}"),
        cost: cost.map(Money::from_minor),
    }
}

fn written(
    (format, rule, ties): (BallotFormat, CountingRule, &Ties),
    limit: AreaLimit,
    projects: &[Project],
    ballots: Vec<Vec<Choice>>,
) -> Election {
    let currency = Currency::parse("EUR", 2).unwrap();
    let named: Vec<(&Project, &str)> = projects.iter().map(|project| (project, "Trees")).collect();
    let file = AreaFile {
        description: "A round".to_owned(),
        unit: "Lindenau".to_owned(),
        instance: "2027".to_owned(),
        subunit: "North".to_owned(),
        language: "en".to_owned(),
        days: ("2027".to_owned(), "2027".to_owned()),
        currency: &currency,
        limit,
        format,
        rule,
        ties,
        projects: &named,
        funded: &BTreeSet::new(),
        ballots: ballots.into_iter().map(|choices| (choices, None)).collect(),
    };
    read(write_area(&file).unwrap().as_bytes()).unwrap()
}

fn all_ties() -> Vec<Ties> {
    let words = ["id", "file", "min-cost", "max-cost", "max-votes", "lot:town hall; 2027", "max-votes,lot:x"];
    words.iter().map(|text| text.parse().unwrap()).chain([first_ties()]).collect()
}

/// The presets of rounds, and every rule that a round can be counted by.
fn all_rules() -> Vec<(BallotFormat, CountingRule)> {
    let mut all = vec![Preset::Citizens.ballot(), Preset::Staff.ballot()];
    all.extend([(POINTS, FAIR_SHARES_OF_POINTS), (TICKS, FAIR_SHARES_OF_TICKS)]);
    for format in [POINTS, TICKS] {
        for threshold in [None, Some(2)] {
            all.push((format, CountingRule::Top { threshold }));
            for stop_at_first_misfit in [false, true] {
                all.push((format, CountingRule::Ranking { threshold, stop_at_first_misfit }));
            }
        }
        all.push((format, CountingRule::Phragmen));
        for satisfaction in [Satisfaction::Cost, Satisfaction::Cardinality, Satisfaction::Points] {
            all.push((format, CountingRule::Greedy { satisfaction }));
            all.push((format, CountingRule::Welfare { satisfaction }));
            for completion in Completion::ALL {
                for increment in ["1", "0.05"] {
                    let increment = increment.parse().unwrap();
                    all.push((format, CountingRule::EqualShares { satisfaction, completion: *completion, increment }));
                }
            }
        }
    }
    all.retain(|(format, rule)| rule.for_ballots(*format).is_ok());
    all
}

#[test]
fn every_rule_and_order_of_ties_is_read_back_from_the_file() {
    for (format, rule) in all_rules() {
        for ties in all_ties() {
            for limit in [CEILING, AreaLimit::Places(2)] {
                let Some(counted) = rule.in_area(limit) else { continue };
                let election = written((format, rule, &ties), limit, &[project(1, Some(500))], vec![]);

                assert_eq!(election.declared_rule(), Some((counted, ties.clone())), "{rule}, {ties}");
                assert_eq!(election.meta_value(COUNTING_RULE), Some(counted.to_string().as_str()));
                assert_eq!(election.meta_value(COUNTING_TIES), Some(ties.to_string().as_str()));
            }
        }
    }
}

#[test]
fn a_name_of_pabulib_stands_only_where_it_means_exactly_this_count() {
    let mut names = BTreeSet::new();
    for (format, rule) in all_rules() {
        for ties in all_ties() {
            let Some(counted) = rule.in_area(CEILING) else { continue };
            let election = written((format, rule, &ties), CEILING, &[project(1, Some(500))], vec![]);
            let name = election.meta_value("rule").unwrap();
            if name != "unknown" {
                assert_eq!(election.named_rule(name), Some((counted, ties)), "{name}");
                names.insert(name.to_owned());
            }
        }
    }
    assert!(names.into_iter().eq(NAMES.into_iter().map(str::to_owned).collect::<BTreeSet<_>>()), "each has a use");

    let name = |rule: &str, ties: &str, format| {
        let (rule, ties): (CountingRule, Ties) = (rule.parse().unwrap(), ties.parse().unwrap());
        let election = written((format, rule, &ties), CEILING, &[project(1, Some(500))], vec![]);
        election.meta_value("rule").unwrap().to_owned()
    };
    assert_eq!(name("ranking", "file", POINTS), "greedy");
    assert_eq!(name("ranking", "min-cost", POINTS), "unknown");
    assert_eq!(name("ranking threshold=2", "file", TICKS), "greedy-threshold");
    assert_eq!(name("equal-shares points add1-whole", "id", POINTS), "equalshares/add1");
    assert_eq!(name("equal-shares cost add1-whole", "id", POINTS), "unknown");
}

#[test]
fn a_list_of_places_without_costs_comes_out_the_same_from_the_file() {
    // Both have one vote; the rule for ties puts the cheaper one first.
    let projects = [project(1, Some(500)), project(2, None), project(3, Some(700))];
    let tick = |project| vec![Choice { project, value: 1 }];
    let ballots = vec![tick(0), tick(1), tick(2)];
    let rule = CountingRule::Top { threshold: None };
    for ties in all_ties() {
        let limit = AreaLimit::Places(1);
        let election = written((TICKS, rule, &ties), limit, &projects, ballots.clone());
        let listed: Vec<&Project> = projects.iter().collect();
        let here = instance(&Currency::parse("EUR", 2).unwrap(), limit, &listed).unwrap();
        let counted = rule.in_area(limit).unwrap();
        let chosen = |instance| {
            let allocation = count(instance, election.profile(), &counted, &ties, &mut |_| {}).unwrap();
            allocation.chosen.iter().map(|chosen| chosen.id.clone()).collect::<Vec<_>>()
        };

        assert_eq!(chosen(&here), chosen(election.instance()), "{ties}");
    }
}
