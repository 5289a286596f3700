//! The windows of a round and what is promised after them. Whole days unless a time is typed: a window begins with its
//! first day and ends with its last.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate, NaiveTime};

use super::mistake::RoundMistake;
use super::sheet::{Desk, Sheet};
use crate::actions::round_set_up::EditDates;
use crate::domain::schedule::{Span, Window};
use crate::domain::set_up::{SetUp, check_change};
use crate::domain::time::Instant;
use crate::locale::{LocalTimeError, local_day, local_field, read_date, read_local_time, read_time};
use crate::web::settings::form::{Fields, Reader};
use crate::web::settings::mistake::Mistakes;
use crate::web::settings::view::FieldGroup;

/// The first moment of a day, which is what a window's end shows as the last of the day before.
const MIDNIGHT: &str = "00:00";
/// What is promised for a day without an hour.
const NOON: NaiveTime = NaiveTime::MIN.overflowing_add_signed(chrono::TimeDelta::hours(12)).0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Edge {
    Opens,
    Closes,
}

impl Edge {
    fn name(self, window: Window) -> String {
        let end = match self {
            Self::Opens => "opens",
            Self::Closes => "closes",
        };
        format!("{}_{end}", window.as_str())
    }
}

pub(super) fn write(fields: &mut Fields, set_up: &SetUp, desk: &Desk<'_>) {
    for window in Window::ALL {
        let span = set_up.round.schedule.span(window).unwrap_or_default();
        for (edge, at) in [(Edge::Opens, span.opens_at), (Edge::Closes, span.closes_at)] {
            let (date, time) = at.map(|at| shown(at, edge, desk)).unwrap_or_default();
            fields.set(format!("{}_date", edge.name(window)), date);
            fields.set(format!("{}_time", edge.name(window)), time);
        }
    }
    let day = |at: Option<Instant>| at.map(|at| local_day(at, desk.zone).to_string()).unwrap_or_default();
    fields.set("result_date", day(set_up.round.result_expected_at));
    fields.set("decision_date", day(set_up.round.decision_expected_at));
}

fn shown(at: Instant, edge: Edge, desk: &Desk<'_>) -> (String, String) {
    let local = local_field(at, desk.zone);
    let (date, time) = local.split_once('T').unwrap_or_default();
    match (edge, time) {
        (Edge::Opens, MIDNIGHT) => (date.to_owned(), String::new()),
        (Edge::Closes, MIDNIGHT) => {
            let last = local_day(at, desk.zone).checked_sub_days(Days::new(1));
            (last.map(|day| day.to_string()).unwrap_or_default(), String::new())
        }
        (Edge::Opens | Edge::Closes, time) => (date.to_owned(), time.to_owned()),
    }
}

pub(super) fn read(fields: &Fields, desk: &Desk<'_>) -> Result<EditDates, Mistakes> {
    let mut read = Reader::new(fields);
    let mut windows = BTreeMap::new();
    for window in Window::ALL {
        let opens_at = read_edge(&mut read, window, Edge::Opens, desk);
        let closes_at = read_edge(&mut read, window, Edge::Closes, desk);
        let span = Span { opens_at, closes_at };
        // Whether a public round may change so, its action knows; the order of the ends is told at once.
        if let Err(fault) = check_change(window, (None, Some(span)), (false, desk.now)) {
            read.refuse(&format!("{}_date", Edge::Closes.name(window)), RoundMistake::Span(fault).into());
        }
        if opens_at.is_some() || closes_at.is_some() {
            windows.insert(window, span);
        }
    }
    let result_expected_at = read_promise(&mut read, "result_date", desk);
    let decision_expected_at = read_promise(&mut read, "decision_date", desk);
    read.finish(EditDates { windows, result_expected_at, decision_expected_at })
}

fn read_edge(read: &mut Reader<'_>, window: Window, edge: Edge, desk: &Desk<'_>) -> Option<Instant> {
    let (date, time) = (format!("{}_date", edge.name(window)), format!("{}_time", edge.name(window)));
    let (typed_date, typed_time) = (read.raw(&date).trim(), read.raw(&time).trim());
    if typed_date.is_empty() {
        if !typed_time.is_empty() {
            read.refuse(&date, RoundMistake::DateMissing.into());
        }
        return None;
    }
    let Some(day) = read_date(typed_date) else {
        read.refuse(&date, RoundMistake::Date.into());
        return None;
    };
    let at = match (typed_time, edge) {
        ("", Edge::Opens) => moment(day, NaiveTime::MIN, desk),
        ("", Edge::Closes) => day
            .checked_add_days(Days::new(1))
            .ok_or(RoundMistake::Date)
            .and_then(|next| moment(next, NaiveTime::MIN, desk)),
        (typed, _) => match read_time(typed) {
            Some(time) => moment(day, time, desk),
            None => Err(RoundMistake::Time),
        },
    };
    at.map_err(|mistake| {
        let field = if mistake == RoundMistake::Date { &date } else { &time };
        read.refuse(field, mistake.into());
    })
    .ok()
}

fn read_promise(read: &mut Reader<'_>, name: &str, desk: &Desk<'_>) -> Option<Instant> {
    let typed = read.raw(name).trim();
    if typed.is_empty() {
        return None;
    }
    let at = read_date(typed).and_then(|day| moment(day, NOON, desk).ok());
    if at.is_none() {
        read.refuse(name, RoundMistake::Date.into());
    }
    at
}

fn moment(day: NaiveDate, time: NaiveTime, desk: &Desk<'_>) -> Result<Instant, RoundMistake> {
    let local = format!("{}T{}", day.format("%Y-%m-%d"), time.format("%H:%M"));
    read_local_time(&local, desk.zone).map_err(|error| match error {
        LocalTimeError::Skipped => RoundMistake::TimeSkipped,
        LocalTimeError::Malformed => RoundMistake::Date,
    })
}

pub(super) fn groups(sheet: &Sheet<'_>) -> Vec<FieldGroup> {
    let window = |window: &Window| {
        let fields = [Edge::Opens, Edge::Closes].into_iter().flat_map(|edge| {
            let (name, key) = (edge.name(*window), if edge == Edge::Opens { "opens" } else { "closes" });
            [
                sheet.field(&format!("{name}_date"), &format!("{key}-date"), "date"),
                sheet.field(&format!("{name}_time"), &format!("{key}-time"), "time"),
            ]
        });
        sheet.group(window.as_str(), fields.collect())
    };
    let promises =
        vec![sheet.field("result_date", "result-date", "date"), sheet.field("decision_date", "decision-date", "date")];
    Window::ALL.iter().map(window).chain([sheet.group("promises", promises)]).collect()
}
