//! What waits today, and all rounds.

use super::tasks::{last_moment, urgency, wait};
use crate::domain::permission::{Permission, Scope};
use crate::domain::schedule::{Phase, Window};
use crate::domain::time::Instant;
use crate::locale::{Arg, Words};
use crate::web::office::alarms::Alarms;
use crate::web::office::load::Standing;
use crate::web::office::view::{OfficeDashboard, RoundRow, SetUpStep, Wait};
use crate::web::round::phases::phase_name;
use crate::web::routes;
use crate::web::site::Site;
use crate::web::visitor::Visitor;

/// The office's first page.
pub(in crate::web::office) fn dashboard(
    site: &Site,
    visitor: &Visitor,
    rounds: &[Standing],
    (set_up, alarms): (Vec<SetUpStep>, Alarms),
) -> OfficeDashboard {
    let words = site.words(visitor);
    let mut waits: Vec<Wait> = rounds.iter().filter_map(|round| wait(site, visitor, round)).collect();
    waits.sort_by_key(|wait| urgency(&wait.task));
    OfficeDashboard {
        today: words.date_with_weekday(visitor.now),
        set_up,
        new_round_url: visitor
            .member
            .as_ref()
            .is_some_and(|member| member.may(Permission::MakeRound, Scope::Organisation))
            .then(|| routes::new_round(visitor.language)),
        alarms: alarms.urgent,
        soon: alarms.soon,
        next: alarms.next,
        waits,
        rounds: rounds.iter().map(|round| row(visitor, words, round)).collect(),
    }
}

fn row(visitor: &Visitor, words: Words<'_>, standing: &Standing) -> RoundRow {
    let phase = standing.round.phase(visitor.now);
    RoundRow {
        title: standing.title.clone(),
        url: routes::office_round(visitor.language, &standing.round.slug),
        phase: phase_name(phase, words),
        date: date(standing, phase, words),
        ballots: words.number(standing.ballots),
    }
}

/// The date that goes with a phase: until when it lasts, or when it began.
fn date(standing: &Standing, phase: Phase, words: Words<'_>) -> Option<String> {
    let (round, facts) = (&standing.round, &standing.round.facts);
    let span = |window| round.schedule.span(window);
    let until = |at: Option<Instant>| {
        let day = words.date_with_weekday(last_moment(at?));
        Some(words.text("phase-until", &[("until", Arg::from(day.as_str()))]))
    };
    let from = |at: Option<Instant>| {
        let day = words.date_with_weekday(at?);
        Some(words.text("phase-from", &[("from", Arg::from(day.as_str()))]))
    };
    let day = |at: Option<Instant>| Some(words.date_with_weekday(at?));
    let end_of = |window| until(span(window).and_then(|span| span.closes_at));
    match phase {
        Phase::Draft => None,
        Phase::Announced => from(span(Window::Voting).and_then(|span| span.opens_at)),
        Phase::Collecting => end_of(Window::Collecting),
        Phase::Reviewing => end_of(Window::Reviewing),
        Phase::Selecting => end_of(Window::Selecting),
        Phase::Voting => end_of(Window::Voting),
        Phase::Counting => from(facts.voting_closed_at.or(standing.closes_at())),
        Phase::Result => day(facts.result_published_at),
        Phase::Decided => day(facts.decided_at),
        Phase::Delivering => from(facts.delivery_started_at),
        Phase::Archived => day(facts.archived_at),
    }
}
