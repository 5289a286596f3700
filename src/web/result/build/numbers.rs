//! The charts: an area's money as strips, and the score of every project as bars with their table.

use allmende_tally::Outcome;

use super::figures::budget_of;
use super::{Ledger, many, natural};
use crate::draw::{self, Bar, Caption, Share, Strip};
use crate::locale::Arg;
use crate::web::result::view::{Finding, ScoreRow, Scores, Unit, chart_keys};

/// The money of an area as a field of strips; none when it has places.
pub(super) fn strips(ledger: &Ledger<'_>) -> Option<String> {
    let (pen, allocation) = (ledger.pen, ledger.allocation());
    let budget = budget_of(ledger.counted)?;
    let texts: Vec<(String, String, i64)> = (allocation.chosen.iter())
        .map(|chosen| {
            let cost = chosen.cost.unwrap_or(0);
            (ledger.label(&chosen.id).number, pen.money(cost), cost)
        })
        .collect();
    let funded: Vec<Strip<'_>> = (texts.iter())
        .map(|(label, value_text, cost)| Strip { label, value_text, share: Share::of(*cost, budget) })
        .collect();
    let left = budget.saturating_sub(allocation.cost);
    let left_text = pen.money(left);
    let rest = Strip { label: "", value_text: &left_text, share: Share::of(left, budget) };
    let budget = pen.money(budget);
    let title = pen.words.text(chart_keys::STRIPS_TITLE, &[("budget", Arg::from(budget.as_str()))]);
    let description = pen.words.text(chart_keys::STRIPS_DESCRIPTION, &[]);
    let id = format!("strips-{}", ledger.counted.area.number);
    let caption = Caption { id: &id, title: &title, description: &description };
    Some(draw::strips(caption, &funded, (left > 0).then_some(rest)))
}

/// The score of every project; none without ballots or projects.
pub(super) fn scores(ledger: &Ledger<'_>) -> Option<Scores> {
    let sorted = ledger.by_falling_score();
    if ledger.counted.ballots == 0 || sorted.is_empty() {
        return None;
    }
    let total = sorted.iter().map(|outcome| outcome.score).fold(0, i64::saturating_add);
    let cost = |id: &str| ledger.project(id)?.0.cost.map(|cost| ledger.pen.money(cost.minor()));
    Some(Scores {
        unit: ledger.pen.unit(),
        finding: finding(ledger, &sorted),
        total: match ledger.pen.unit() {
            Unit::Points | Unit::Votes => Some(natural(total)),
            Unit::Score => None,
        },
        ballots: natural(ledger.counted.ballots),
        chart: chart(ledger, &sorted),
        rows: (sorted.iter())
            .map(|outcome| ScoreRow {
                project: ledger.label(&outcome.id),
                score: ledger.pen.words.number(outcome.score),
                cost: cost(&outcome.id),
                funded: outcome.funded,
            })
            .collect(),
    })
}

fn finding(ledger: &Ledger<'_>, sorted: &[&Outcome]) -> Finding {
    let chosen = ledger.allocation().chosen.len();
    match sorted.iter().position(|outcome| !outcome.funded) {
        Some(missed) if missed < chosen || missed == 0 => Finding::HighestMissed {
            project: sorted.get(missed).map_or_else(|| ledger.label(""), |outcome| ledger.label(&outcome.id)),
            place: many(missed).saturating_add(1),
        },
        Some(_) | None => Finding::TopFunded { count: many(chosen) },
    }
}

fn chart(ledger: &Ledger<'_>, sorted: &[&Outcome]) -> String {
    let words = ledger.pen.words;
    let most = sorted.first().map_or(0, |outcome| outcome.score);
    let unfunded = words.text(chart_keys::BAR_UNFUNDED, &[]);
    let texts: Vec<(String, String)> = (sorted.iter())
        .map(|outcome| {
            let label = ledger.label(&outcome.id);
            (format!("{} {}", label.number, label.title), words.number(outcome.score))
        })
        .collect();
    let bars: Vec<Bar<'_>> = (sorted.iter().zip(&texts))
        .map(|(outcome, (label, value_text))| Bar {
            label,
            note: (!outcome.funded).then_some(unfunded.as_str()),
            value_text,
            share: Share::of(outcome.score, most),
            filled: outcome.funded,
        })
        .collect();
    let title = words.text(ledger.pen.unit().chart_title_key(), &[]);
    let description = words.text(chart_keys::BARS_DESCRIPTION, &[]);
    draw::bars(Caption { id: "scores-chart", title: &title, description: &description }, &bars)
}
