//! The task list of a round: every part with how far it is, and what is missing.

use actix_web::web;
use serde::Deserialize;

use super::handlers::Answer;
use super::load::load;
use super::mistake::lack_in_words;
use super::sheet::{Desk, frozen_key, title};
use super::view::{SetUpOverview, SetUpTask, TaskState};
use crate::domain::money::Money;
use crate::domain::permission::{Permission, Scope};
use crate::domain::round::AreaLimit;
use crate::domain::schedule::Window;
use crate::domain::set_up::{Lack, RoundPart, SetUp};
use crate::domain::slug::Slug;
use crate::locale::Arg;
use crate::web::frame::{Menu, OfficePlace};
use crate::web::round::build::{format_in_words, rule_in_words};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::{Office, Visitor};

const STARTED: &str = "started";

#[derive(Debug, Deserialize)]
pub(super) struct Asked {
    /// The part that was saved, or that the round was started.
    done: Option<String>,
}

/// The task list after a part was saved.
pub(super) fn saved_url(visitor: &Visitor, slug: &Slug, part: RoundPart) -> String {
    format!("{}?done={}", routes::set_up(visitor.language, slug), part.as_str())
}

/// The task list of a round that was just started.
pub(super) fn started_url(visitor: &Visitor, slug: &Slug) -> String {
    format!("{}?done={STARTED}", routes::set_up(visitor.language, slug))
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    office: Office,
    RoundSlug(slug): RoundSlug,
    asked: web::Query<Asked>,
) -> Answer {
    let set_up = load(&site, &office, &slug).await?;
    let desk = Desk::of(&site, &visitor);
    let (language, tags) = (visitor.language, desk.tags());
    let done = asked.done.as_deref();
    let saved = done.and_then(RoundPart::parse).filter(|part| set_up.version(*part).is_some());
    let tasks: Vec<SetUpTask> = RoundPart::ALL.iter().map(|part| task(*part, &set_up, &desk)).collect();
    let is_complete = set_up.all_lacks(&tags, desk.now).is_empty();
    let may_set_up = office.may_also(Permission::SetUpRound, Scope::Round(set_up.round.id));
    let may_publish = office.may_also(Permission::PublishRound, Scope::Round(set_up.round.id));
    let view = SetUpOverview {
        may_set_up,
        round: title(&set_up, language),
        round_url: routes::office_round(language, &slug),
        saved: saved.map(|part| part_name(part, &desk)),
        started: done == Some(STARTED) && !set_up.is_public(),
        is_public: set_up.is_public(),
        complete: tasks.iter().filter(|task| task.lacks.is_empty()).count(),
        tasks,
        preview_url: routes::set_up_preview(language, &slug),
        publish_url: (is_complete && may_publish && !set_up.is_public())
            .then(|| routes::set_up_publish(language, &slug)),
    };
    site.answer(&visitor, &site.page(&visitor, Menu::Office(OfficePlace::Elsewhere))?, &view)
}

pub(super) fn part_name(part: RoundPart, desk: &Desk<'_>) -> String {
    desk.words.text(&format!("set-up-part-{}", part.as_str()), &[])
}

fn task(part: RoundPart, set_up: &SetUp, desk: &Desk<'_>) -> SetUpTask {
    let frozen = set_up.frozen(part, desk.now);
    let lacks = if set_up.is_public() { Vec::new() } else { set_up.lacks(part, &desk.tags(), desk.now) };
    let state = match lacks.first() {
        _ if frozen.is_some() => TaskState::Fixed,
        None => TaskState::Complete,
        Some(Lack::NotSaved) => TaskState::ToDo,
        Some(_) => TaskState::Incomplete,
    };
    let content = lacks.iter().filter(|lack| **lack != Lack::NotSaved);
    SetUpTask {
        title: part_name(part, desk),
        url: routes::set_up_part(desk.words.language(), &set_up.round.slug, part),
        now: frozen.map_or_else(|| now(part, set_up, desk), |frozen| desk.words.text(frozen_key(frozen), &[])),
        // A part that nobody has saved is to be done as a whole; what it lacks besides is told once it is begun.
        lacks: match state {
            TaskState::ToDo => vec![lack_in_words(Lack::NotSaved, &desk.words)],
            TaskState::Incomplete => content.map(|lack| lack_in_words(*lack, &desk.words)).collect(),
            TaskState::Complete | TaskState::Fixed => Vec::new(),
        },
        state,
    }
}

/// What a part holds now, in one line.
fn now(part: RoundPart, set_up: &SetUp, desk: &Desk<'_>) -> String {
    let (words, round) = (&desk.words, &set_up.round);
    let text = set_up.texts.get(words.language().written()).cloned().unwrap_or_default();
    let count = |key: &str, count: usize| words.text(key, &[("count", Arg::from(count))]);
    match part {
        RoundPart::Basics => format!("{} · {}", text.title, round.slug),
        RoundPart::Texts => text.summary,
        RoundPart::Areas => {
            let money = set_up.areas.iter().filter_map(|area| match area.area.limit {
                AreaLimit::Ceiling(money) => Some(money),
                AreaLimit::Places(_) => None,
            });
            let money = Money::checked_sum(money).filter(|sum| *sum > Money::ZERO);
            let areas = count("set-up-now-areas", set_up.areas.len());
            money.map_or_else(|| areas.clone(), |sum| format!("{areas} · {}", words.money(sum, &round.currency)))
        }
        RoundPart::Topics => count("set-up-now-topics", set_up.topics.len()),
        RoundPart::People => text.who_may_vote,
        RoundPart::Ballot => format!("{} {}", format_in_words(round.format, *words), rule_in_words(round.rule, *words)),
        RoundPart::Dates => {
            let span = round.schedule.span(Window::Voting);
            let ends = span.and_then(|span| span.opens_at.zip(span.closes_at));
            ends.map(|(opens, closes)| {
                let args = [("from", Arg::from(words.date(opens))), ("until", Arg::from(words.until(closes)))];
                words.text("set-up-now-voting", &args)
            })
            .unwrap_or_default()
        }
        RoundPart::Privacy => words.text(
            if round.checked_first { "set-up-answer-checked-first" } else { "set-up-answer-checked-at-once" },
            &[],
        ),
    }
}
