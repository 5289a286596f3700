//! Every boundary of every window, and every fact.

use super::*;

fn at(second: i64) -> Instant {
    Instant::parse("2027-10-01T00:00:00Z").unwrap().plus(chrono::TimeDelta::seconds(second))
}

fn schedule() -> Schedule {
    let span = |opens, closes| Span { opens_at: Some(at(opens)), closes_at: Some(at(closes)) };
    Schedule::new(
        Some(at(0)),
        BTreeMap::from([
            (Window::Collecting, Span { opens_at: Some(at(10)), closes_at: None }),
            (Window::Reviewing, span(20, 30)),
            (Window::Selecting, span(30, 40)),
            (Window::Voting, span(50, 60)),
        ]),
    )
}

#[test]
fn the_phase_is_the_latest_step_reached_at_every_boundary() {
    let facts = Facts {
        round_published_at: Some(at(0)),
        voting_closed_at: Some(at(61)),
        certified_at: Some(at(70)),
        result_published_at: Some(at(80)),
        decided_at: Some(at(90)),
        delivery_started_at: Some(at(100)),
        archived_at: Some(at(110)),
    };
    let table = [
        (-1, Phase::Draft),
        (0, Phase::Announced),
        (9, Phase::Announced),
        (10, Phase::Collecting),
        (20, Phase::Reviewing),
        (30, Phase::Selecting),
        (49, Phase::Selecting),
        (50, Phase::Voting),
        (59, Phase::Voting),
        (60, Phase::Counting),
        (70, Phase::Counting),
        (80, Phase::Result),
        (90, Phase::Decided),
        (100, Phase::Delivering),
        (110, Phase::Archived),
    ];

    for (second, phase) in table {
        assert_eq!(Phase::at(&schedule(), &facts, at(second)), phase, "at second {second}");
    }
}

#[test]
fn the_first_moment_is_inside_a_window_and_the_last_is_outside() {
    let open = |second| schedule().open(Window::Voting, at(second));

    assert_eq!([open(49), open(50), open(59), open(60)], [false, true, true, false]);
}

#[test]
fn an_open_ended_window_stays_open() {
    assert!(schedule().open(Window::Collecting, at(1_000_000)));
}

#[test]
fn nothing_is_open_before_the_round_is_published() {
    let draft = Schedule::new(None, BTreeMap::from([(Window::Voting, Span::default())]));

    assert!(!draft.open(Window::Voting, at(0)));
}

#[test]
fn a_window_that_the_round_does_not_have_is_never_open() {
    assert!(!schedule().open(Window::Supporting, at(25)));
}

#[test]
fn windows_read_what_they_print() {
    for window in Window::ALL {
        assert_eq!(Window::parse(window.as_str()), Some(window));
    }
}
