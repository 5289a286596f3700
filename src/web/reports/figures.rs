//! How often texts of a round were reported, hidden and shown again, and how long that took, for everybody to read. No
//! figure is so small that it points at somebody.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};

use super::view::{FiguresRow, ModerationFigures};
use crate::domain::ids::RoundId;
use crate::domain::proposal::HidingRule;
use crate::domain::report::{DECIDED_WITHIN, Figure};
use crate::locale::{Arg, Words};
use crate::store::hidings::{Hidden, count_hidings};
use crate::store::proposal_reports::{count_reports, find_middle_time};
use crate::store::{Conn, StoreError};
use crate::web::error::WebError;
use crate::web::proposals::words::rule as rule_in_words;
use crate::web::round::load::{PublicRound, Reader, find_public_round};
use crate::web::round::nav::{RoundPlace, round_menu};
use crate::web::routes::{self, RoundSlug};
use crate::web::site::Site;
use crate::web::visitor::Visitor;

const HOUR: i64 = 60 * 60;
const DAY: i64 = 24 * HOUR;

/// So many reports were decided, and the middle one took so many seconds.
type Middle = (i64, Option<i64>);

struct Read {
    found: PublicRound,
    reports: BTreeMap<HidingRule, i64>,
    hidings: BTreeMap<HidingRule, Hidden>,
    middles: Vec<(HidingRule, Middle)>,
    middle: Middle,
}

fn read_middles(conn: &mut Conn, round: RoundId) -> Result<Vec<(HidingRule, Middle)>, StoreError> {
    HidingRule::ALL.iter().map(|rule| Ok((*rule, find_middle_time(conn, round, Some(*rule))?))).collect()
}

pub(super) async fn show(
    site: web::Data<Site>,
    visitor: Visitor,
    RoundSlug(slug): RoundSlug,
) -> Result<HttpResponse, WebError> {
    let (reader, words) = (Reader::of(&visitor), site.words(&visitor));
    let read = move |conn: &mut Conn| {
        let found = find_public_round(conn, &slug, reader)?;
        let round = found.round.id;
        Ok::<_, WebError>(Read {
            reports: count_reports(conn, round)?,
            hidings: count_hidings(conn, round)?,
            middles: read_middles(conn, round)?,
            middle: find_middle_time(conn, round, None)?,
            found,
        })
    };
    let read = site.app.db.read(read).await?;
    let round = &read.found.round;
    let has_any = !read.reports.is_empty() || !read.hidings.is_empty();
    let view = ModerationFigures {
        round_title: read.found.text.title.clone(),
        round_url: routes::round(visitor.language, &round.slug),
        record_url: routes::record_of_round(visitor.language, &round.slug),
        days: DECIDED_WITHIN.num_days(),
        rows: if has_any { rows(&read, words) } else { Vec::new() },
        all: if has_any { Some(all(&read, words)) } else { None },
    };
    let page = site.page(&visitor, round_menu(round, reader, RoundPlace::Elsewhere, words))?;
    site.answer(&visitor, &page, &view)
}

/// The four counts of a rule: reports, texts hidden, names hidden, shown again.
fn counts(read: &Read, rule: HidingRule) -> [Figure; 4] {
    let hidden = read.hidings.get(&rule).copied().unwrap_or_default();
    [read.reports.get(&rule).copied().unwrap_or(0), hidden.texts, hidden.names, hidden.restored].map(Figure::of)
}

fn rows(read: &Read, words: Words<'_>) -> Vec<FiguresRow> {
    let row = |(rule, middle): &(HidingRule, Middle)| FiguresRow {
        rule: rule_in_words(*rule, words),
        counts: counts(read, *rule).map(|figure| in_words(figure, words)).into(),
        time: time(*middle, words),
    };
    read.middles.iter().map(row).collect()
}

fn all(read: &Read, words: Words<'_>) -> FiguresRow {
    let by_rule: Vec<[Figure; 4]> = HidingRule::ALL.iter().map(|rule| counts(read, *rule)).collect();
    let column = |place: usize| by_rule.iter().filter_map(|counts| counts.get(place).copied()).collect::<Vec<_>>();
    FiguresRow {
        rule: words.text("reports-figures-all", &[]),
        counts: (0..4).map(|place| in_words(Figure::sum(&column(place)), words)).collect(),
        time: time(read.middle, words),
    }
}

fn in_words(figure: Figure, words: Words<'_>) -> String {
    match figure {
        Figure::Exact(count) => words.number(count),
        Figure::Few => words.text("reports-figures-few", &[]),
        Figure::AtLeast(count) => words.text("reports-figures-at-least", &[("count", Arg::from(words.number(count)))]),
    }
}

/// The middle time in whole days, or hours below two days; nothing of a few.
fn time((decided, seconds): Middle, words: Words<'_>) -> String {
    let Some(seconds) = seconds.filter(|_| Figure::has_median(decided)) else {
        return words.text("reports-figures-too-few", &[]);
    };
    let (key, unit) = if seconds < 2 * DAY { ("reports-figures-hours", HOUR) } else { ("reports-figures-days", DAY) };
    let begun = seconds.saturating_add(unit - 1) / unit;
    words.text(key, &[("count", Arg::Count(begun.max(1)))])
}
