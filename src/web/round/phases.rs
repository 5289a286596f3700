//! Where a round stands, in words: the line of phases and the one date that matters now.

use chrono::TimeDelta;

use crate::domain::round::Round;
use crate::domain::schedule::{Facts, Phase, Schedule, Span, Window};
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};
use crate::web::parts::{Moment, PhaseStep, StepKind};

/// When the organisation means to reach what no window says.
#[derive(Debug, Clone, Copy, Default)]
struct Plans {
    result: Option<Instant>,
    decision: Option<Instant>,
}

impl Plans {
    const fn of(self, phase: Phase) -> Option<Instant> {
        match phase {
            Phase::Result => self.result,
            Phase::Decided => self.decision,
            Phase::Draft
            | Phase::Announced
            | Phase::Collecting
            | Phase::Reviewing
            | Phase::Selecting
            | Phase::Voting
            | Phase::Counting
            | Phase::Delivering
            | Phase::Archived => None,
        }
    }
}

/// The phases that a round passes, as strips; none for a draft.
///
/// Windows that the round does not have are left out, and what follows the result appears once it is planned or
/// reached.
#[must_use]
pub fn phase_line(round: &Round, now: Instant, words: Words<'_>) -> Vec<PhaseStep> {
    let plans = Plans { result: round.result_expected_at, decision: round.decision_expected_at };
    line(&round.schedule, &round.facts, plans, now, words)
}

fn line(schedule: &Schedule, facts: &Facts, plans: Plans, now: Instant, words: Words<'_>) -> Vec<PhaseStep> {
    let here = Phase::at(schedule, facts, now);
    if here == Phase::Draft {
        return Vec::new();
    }
    LINE.into_iter()
        .filter(|phase| match window_of(*phase) {
            Some(window) => schedule.span(window).is_some(),
            None => *phase <= Phase::Result || *phase <= here || plans.of(*phase).is_some(),
        })
        .map(|phase| PhaseStep {
            kind: match phase.cmp(&here) {
                std::cmp::Ordering::Less => StepKind::Done,
                std::cmp::Ordering::Equal => StepKind::Here,
                std::cmp::Ordering::Greater => StepKind::Next,
            },
            name: phase_name(phase, words),
            dates: dates_of(phase, schedule, facts, words).or_else(|| planned(plans.of(phase)?, words)),
        })
        .collect()
}

/// What a visitor can do or wait for, with its date.
#[must_use]
pub fn moment(schedule: &Schedule, facts: &Facts, now: Instant, words: Words<'_>) -> Moment {
    let span = schedule.span(Window::Voting).unwrap_or_default();
    if let Some(published) = facts.result_published_at.filter(|at| *at <= now) {
        Moment::Result { date: words.date_with_weekday(published) }
    } else if facts.voting_closed_at.is_some() || schedule.over(Window::Voting, now) {
        Moment::Counting
    } else if schedule.open(Window::Voting, now) {
        Moment::VotingOpen { until: span.closes_at.map(|closes| words.until(closes)) }
    } else if let Some(opens) = span.opens_at.filter(|opens| *opens > now) {
        Moment::VotingBegins { date: words.moment(opens) }
    } else {
        Moment::Announced
    }
}

/// A phase's name.
#[must_use]
pub fn phase_name(phase: Phase, words: Words<'_>) -> String {
    let key = match phase {
        Phase::Draft => "phase-draft",
        Phase::Announced => "phase-announced",
        Phase::Collecting => "phase-collecting",
        Phase::Reviewing => "phase-reviewing",
        Phase::Selecting => "phase-selecting",
        Phase::Voting => "phase-voting",
        Phase::Counting => "phase-counting",
        Phase::Result => "phase-result",
        Phase::Decided => "phase-decided",
        Phase::Delivering => "phase-delivering",
        Phase::Archived => "phase-archived",
    };
    words.text(key, &[])
}

/// The phases of the line in their order.
const LINE: [Phase; 9] = [
    Phase::Collecting,
    Phase::Reviewing,
    Phase::Selecting,
    Phase::Voting,
    Phase::Counting,
    Phase::Result,
    Phase::Decided,
    Phase::Delivering,
    Phase::Archived,
];

const fn window_of(phase: Phase) -> Option<Window> {
    match phase {
        Phase::Collecting => Some(Window::Collecting),
        Phase::Reviewing => Some(Window::Reviewing),
        Phase::Selecting => Some(Window::Selecting),
        Phase::Voting => Some(Window::Voting),
        Phase::Draft
        | Phase::Announced
        | Phase::Counting
        | Phase::Result
        | Phase::Decided
        | Phase::Delivering
        | Phase::Archived => None,
    }
}

fn dates_of(phase: Phase, schedule: &Schedule, facts: &Facts, words: Words<'_>) -> Option<String> {
    if let Some(window) = window_of(phase) {
        return schedule.span(window).and_then(|span| span_in_words(span, words));
    }
    let reached = match phase {
        Phase::Result => facts.result_published_at,
        Phase::Decided => facts.decided_at,
        Phase::Delivering => facts.delivery_started_at,
        Phase::Archived => facts.archived_at,
        Phase::Draft
        | Phase::Announced
        | Phase::Collecting
        | Phase::Reviewing
        | Phase::Selecting
        | Phase::Voting
        | Phase::Counting => None,
    };
    reached.map(|at| words.date(at))
}

fn planned(at: Instant, words: Words<'_>) -> Option<String> {
    Some(words.text("phase-planned", &[("date", Arg::Text(words.date(at).into()))]))
}

fn span_in_words(span: Span, words: Words<'_>) -> Option<String> {
    let from = span.opens_at.map(|opens| words.date(opens));
    // The end itself is outside: a window that closes at midnight ends on the day before.
    let until = span.closes_at.map(|closes| words.date(closes.plus(TimeDelta::milliseconds(-1))));
    match (from, until) {
        (Some(from), Some(until)) => {
            Some(words.text("phase-dates", &[("from", Arg::Text(from.into())), ("until", Arg::Text(until.into()))]))
        }
        (None, Some(until)) => Some(words.text("phase-until", &[("until", Arg::Text(until.into()))])),
        (Some(from), None) => Some(words.text("phase-from", &[("from", Arg::Text(from.into()))])),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;
    use crate::locale::{Catalogue, Language};

    fn at(text: &str) -> Option<Instant> {
        Some(Instant::parse(text).unwrap())
    }

    fn schedule() -> Schedule {
        let collecting = Span { opens_at: at("2027-02-01T00:00:00Z"), closes_at: at("2027-05-01T00:00:00Z") };
        let voting = Span { opens_at: at("2027-09-20T00:00:00Z"), closes_at: at("2027-10-11T00:00:00Z") };
        let windows = BTreeMap::from([(Window::Collecting, collecting), (Window::Voting, voting)]);
        Schedule::new(at("2027-01-01T00:00:00Z"), windows)
    }

    fn told_line(facts: Facts, plans: Plans, now: &str) -> Vec<(StepKind, String, Option<String>)> {
        let catalogue = Catalogue::load().unwrap();
        let words = Words::new(&catalogue, Language::English, chrono_tz::UTC);
        let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "").replace('\u{a0}', " ");
        line(&schedule(), &facts, plans, at(now).unwrap(), words)
            .into_iter()
            .map(|step| (step.kind, step.name, step.dates.map(plain)))
            .collect()
    }

    fn told(facts: Facts, now: &str) -> Moment {
        let catalogue = Catalogue::load().unwrap();
        let words = Words::new(&catalogue, Language::English, chrono_tz::UTC);
        match moment(&schedule(), &facts, at(now).unwrap(), words) {
            Moment::VotingBegins { date } => Moment::VotingBegins { date: date.replace('\u{a0}', " ") },
            Moment::VotingOpen { until } => {
                Moment::VotingOpen { until: until.map(|until| until.replace('\u{a0}', " ")) }
            }
            Moment::Result { date } => Moment::Result { date: date.replace('\u{a0}', " ") },
            other @ (Moment::Counting | Moment::Announced) => other,
        }
    }

    const PUBLISHED: &str = "2027-01-01T00:00:00Z";

    #[test]
    fn the_line_shows_the_windows_that_the_round_has() {
        let facts = Facts { round_published_at: at(PUBLISHED), ..Facts::default() };

        let steps = told_line(facts, Plans::default(), "2027-10-01T00:00:00Z");

        let dates = |text: &str| Some(text.to_owned());
        assert_eq!(
            steps,
            [
                (StepKind::Done, "Collecting proposals".into(), dates("1 February 2027 to 30 April 2027")),
                (StepKind::Here, "Voting".into(), dates("20 September 2027 to 10 October 2027")),
                (StepKind::Next, "Counting".into(), None),
                (StepKind::Next, "Result".into(), None),
            ]
        );
    }

    #[test]
    fn a_draft_has_no_line() {
        assert_eq!(told_line(Facts::default(), Plans::default(), "2027-10-01T00:00:00Z"), []);
    }

    #[test]
    fn what_is_planned_after_the_vote_stands_in_the_line_until_it_is_reached() {
        let facts = Facts { round_published_at: at(PUBLISHED), ..Facts::default() };
        let published = Facts { result_published_at: at("2027-10-14T09:00:00Z"), ..facts };
        let plans = Plans { result: at("2027-10-15T10:00:00Z"), decision: at("2027-11-18T11:00:00Z") };

        let before = told_line(facts, plans, "2027-10-01T00:00:00Z");
        let after = told_line(published, plans, "2027-10-14T10:00:00Z");

        let step = |kind, name: &str, dates: &str| (kind, name.to_owned(), Some(dates.to_owned()));
        let decision = step(StepKind::Next, "Decision", "planned for 18 November 2027");
        assert_eq!(before[3..], [step(StepKind::Next, "Result", "planned for 15 October 2027"), decision.clone()]);
        assert_eq!(after[3..], [step(StepKind::Here, "Result", "14 October 2027"), decision]);
    }

    #[test]
    fn the_date_that_matters_follows_the_clock_and_the_facts() {
        let facts = Facts { round_published_at: at(PUBLISHED), ..Facts::default() };
        let published = Facts { result_published_at: at("2027-10-15T09:00:00Z"), ..facts };

        assert_eq!(
            told(facts, "2027-03-01T00:00:00Z"),
            Moment::VotingBegins { date: "Monday, 20 September 2027, 00:00".into() }
        );
        assert_eq!(
            told(facts, "2027-10-01T00:00:00Z"),
            Moment::VotingOpen { until: Some("Sunday, 10 October 2027, 23:59".into()) }
        );
        assert_eq!(told(facts, "2027-10-11T00:00:00Z"), Moment::Counting);
        assert_eq!(told(published, "2027-10-16T00:00:00Z"), Moment::Result { date: "Friday, 15 October 2027".into() });
    }
}
