//! The check of a ballot, rule by rule.

use super::*;

const FIVE_POINTS: BallotFormat = BallotFormat::Points { total: 5, max_per_project: 5 };

fn project(number: u32) -> ProjectNumber {
    ProjectNumber::new(number)
}

fn area(number: u32) -> AreaNumber {
    AreaNumber::new(number)
}

fn offered() -> Vec<OfferedArea> {
    vec![
        OfferedArea { area: area(1), projects: [project(1), project(2)].into() },
        OfferedArea { area: area(2), projects: [project(7)].into() },
    ]
}

fn filled(entries: &[(u32, i64)], blank: &[u32]) -> FilledBallot {
    FilledBallot {
        entries: entries.iter().map(|(number, value)| (project(*number), *value)).collect(),
        blank: blank.iter().map(|number| area(*number)).collect(),
    }
}

fn problems(entries: &[(u32, i64)], blank: &[u32]) -> Vec<BallotProblem> {
    check(FIVE_POINTS, &offered(), &filled(entries, blank)).unwrap_err()
}

#[test]
fn an_area_without_choices_is_not_part_of_the_ballot() {
    let ballot = check(FIVE_POINTS, &offered(), &filled(&[(2, 3), (1, 2), (7, 0)], &[])).unwrap();

    let choices = vec![Choice { project: project(1), value: 2 }, Choice { project: project(2), value: 3 }];
    assert_eq!(ballot.areas(), [AreaChoices { area: area(1), choices }]);
}

#[test]
fn an_area_left_blank_on_purpose_is_part_of_the_ballot() {
    let ballot = check(FIVE_POINTS, &offered(), &filled(&[], &[2])).unwrap();

    assert_eq!(ballot.areas(), [AreaChoices { area: area(2), choices: vec![] }]);
}

#[test]
fn a_ballot_that_says_nothing_is_refused() {
    assert_eq!(problems(&[(1, 0)], &[]), [BallotProblem::Empty]);
}

#[test]
fn a_ballot_over_the_sum_is_refused_with_what_was_given() {
    assert_eq!(problems(&[(1, 4), (2, 2)], &[]), [BallotProblem::TooMuch { area: area(1), given: 6, max: 5 }]);
}

#[test]
fn a_value_below_zero_cannot_make_room_for_others() {
    let found = problems(&[(1, -3), (2, 8)], &[]);

    assert_eq!(
        found,
        [
            BallotProblem::ValueOutOfRange { project: project(1), given: -3, max: 5 },
            BallotProblem::ValueOutOfRange { project: project(2), given: 8, max: 5 },
        ]
    );
}

#[test]
fn all_problems_are_named_at_once() {
    let found = problems(&[(1, 6), (1, 1), (9, 1)], &[2, 4]);

    assert!(found.contains(&BallotProblem::ValueOutOfRange { project: project(1), given: 6, max: 5 }));
    assert!(found.contains(&BallotProblem::DoubledProject(project(1))));
    assert!(found.contains(&BallotProblem::UnknownProject(project(9))));
    assert!(found.contains(&BallotProblem::UnknownArea(area(4))));
}

#[test]
fn blank_and_chosen_at_once_is_refused() {
    assert_eq!(problems(&[(7, 1)], &[2]), [BallotProblem::BlankWithChoices(area(2))]);
}

#[test]
fn approval_counts_ticks() {
    let format = BallotFormat::Approval { max: 1 };

    let found = check(format, &offered(), &filled(&[(1, 1), (2, 1)], &[])).unwrap_err();

    assert_eq!(found, [BallotProblem::TooMuch { area: area(1), given: 2, max: 1 }]);
}
