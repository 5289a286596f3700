//! What `--compare` prints for people: a line for each rule, what it chooses otherwise, and who was passed over.

use std::io::{self, Write};

use allmende_tally::{Fairness, PassedOver, Satisfaction};

use super::{Compared, First};
use crate::cli::tally::conditions;
use crate::cli::tally::notices;
use crate::cli::tally::outlet::one_line;
use crate::cli::tally::text::{opening, rule_in_words};
use crate::cli::tally::voice::{Coinage, Voice};
use crate::domain::money::Currency;
use crate::locale::{Amounts, Rounding, Words};
use crate::web::result::recount;

/// Where a list of projects goes on in the next line.
const LINE_WIDTH: usize = 100;
/// The room before a sentence on a rule: its number stands there.
const INDENT: usize = 5;

pub(super) fn write(out: &mut dyn Write, voice: &Voice, compared: &Compared) -> io::Result<()> {
    let words = voice.words();
    let coinage = Coinage::of(&compared.election);
    let amounts = coinage.amounts(words);
    let budget = amounts.whole(compared.comparison.budget);
    opening(out, &compared.election, compared.comparison.voters, words)?;
    writeln!(out, "{}", words.plain("tally-compare-budget", &[("budget", budget.into())]))?;
    writeln!(out, "{}", words.plain("tally-ties", &[("ties", compared.ties.to_string().into())]))?;
    let first = match compared.first {
        First::Asked => words.plain("tally-compare-first-asked", &[]),
        First::Declared => words.plain("tally-compare-first-declared", &[]),
        First::Usual => words.plain("tally-compare-first-usual", &[]),
    };
    writeln!(out, "{first}")?;
    conditions::write(out, compared.election.instance(), amounts)?;
    notices::write(out, &compared.election, words)?;
    writeln!(out)?;
    table(out, compared, amounts)?;
    writeln!(out, "{}", words.plain("tally-compare-averages", &[]))?;
    differences(out, compared, words)?;
    fairness(out, compared, amounts)
}

/// All columns but the last are numbers, each as wide as its widest cell.
fn table(out: &mut dyn Write, compared: &Compared, amounts: Amounts<'_>) -> io::Result<()> {
    let words = amounts.words();
    let outcomes = compared.comparison.outcomes.iter().zip(0_usize..);
    let rows: Vec<Vec<String>> = std::iter::once(heading(compared, words))
        .chain(outcomes.clone().map(|(outcome, place)| cells(compared, outcome, place, amounts)))
        .collect();
    let rules =
        std::iter::once(words.plain("tally-column-rule", &[])).chain(outcomes.map(|(outcome, _)| {
            format!("{} ({})", rule_in_words(&outcome.rule, words), recount::options(&outcome.rule))
        }));
    let width = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    for (row, rule) in rows.iter().zip(rules) {
        for (column, cell) in row.iter().enumerate() {
            write!(out, "{cell:>width$}  ", width = width(column))?;
        }
        writeln!(out, "{rule}")?;
    }
    Ok(())
}

fn heading(compared: &Compared, words: Words<'_>) -> Vec<String> {
    let mut heading = vec![
        words.plain("tally-column-number", &[]),
        words.plain("tally-column-projects", &[]),
        words.plain("tally-column-cost", &[]),
        words.plain("tally-column-left", &[]),
        words.plain("tally-column-without-any", &[]),
    ];
    let measures = compared.comparison.outcomes.first().map_or(&[][..], |outcome| outcome.average.as_slice());
    heading.extend(measures.iter().map(|(measure, _)| match measure {
        Satisfaction::Cost => words.plain("tally-column-average-cost", &[]),
        Satisfaction::Cardinality => words.plain("tally-column-average-cardinality", &[]),
        Satisfaction::Points => words.plain("tally-column-average-points", &[]),
        Satisfaction::Borda => words.plain("tally-column-average-borda", &[]),
        Satisfaction::PlacePoints => words.plain("tally-column-average-place-points", &[]),
    }));
    heading.push(words.plain("tally-column-as-first", &[]));
    heading
}

fn cells(compared: &Compared, outcome: &allmende_tally::Compared, place: usize, amounts: Amounts<'_>) -> Vec<String> {
    let (words, comparison) = (amounts.words(), &compared.comparison);
    let nothing = || "-".to_owned();
    let left = comparison.budget.saturating_sub(outcome.cost);
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let share = words.percent(outcome.without_any.into(), comparison.voters.into());
    let mut cells = vec![
        place.saturating_add(1).to_string(),
        number(outcome.selected.len()),
        amounts.whole(outcome.cost),
        // The best N may cost what they like.
        if outcome.rule.needs_costs() { amounts.whole(left) } else { nothing() },
        format!("{} ({share})", words.number(outcome.without_any.into())),
    ];
    // Numbers are written as money that has no name.
    let plain = Currency::none(2);
    let numbers = Amounts::finer(words, &plain, 100);
    cells.extend(outcome.average.iter().map(|(measure, average)| {
        let unit = if *measure == Satisfaction::Cost { amounts } else { numbers };
        unit.exact(&average.to_string(), Rounding::Down)
    }));
    let same = comparison.overlaps.iter().find(|overlap| overlap.one == 0 && overlap.other == place);
    cells.push(same.map_or_else(nothing, |overlap| words.number(overlap.projects.into())));
    cells
}

/// The projects that each rule chooses and the first one does not, and the other way round.
fn differences(out: &mut dyn Write, compared: &Compared, words: Words<'_>) -> io::Result<()> {
    let Some((first, others)) = compared.comparison.outcomes.split_first() else { return Ok(()) };
    writeln!(out, "\n{}", words.plain("tally-compare-differences", &[]))?;
    let only = |one: &[String], other: &[String]| {
        one.iter().filter(|id| !other.contains(id)).map(String::as_str).collect::<Vec<_>>().join(", ")
    };
    for (outcome, number) in others.iter().zip(2_usize..) {
        let more = only(&outcome.selected, &first.selected);
        let fewer = only(&first.selected, &outcome.selected);
        let mut told = Vec::new();
        if !more.is_empty() {
            told.push(words.plain("tally-compare-more", &[("projects", more.into())]));
        }
        if !fewer.is_empty() {
            told.push(words.plain("tally-compare-fewer", &[("projects", fewer.into())]));
        }
        if told.is_empty() {
            told.push(words.plain("tally-compare-same", &[]));
        }
        numbered(out, number, &told)?;
    }
    Ok(())
}

/// Whether a group was passed over, for approval ballots.
fn fairness(out: &mut dyn Write, compared: &Compared, amounts: Amounts<'_>) -> io::Result<()> {
    let outcomes = &compared.comparison.outcomes;
    if outcomes.iter().all(|outcome| outcome.fairness.is_none()) {
        return Ok(());
    }
    let words = amounts.words();
    writeln!(out, "\n{}", words.plain("tally-compare-fairness", &[]))?;
    for (outcome, number) in outcomes.iter().zip(1_usize..) {
        let told = match &outcome.fairness {
            None => continue,
            Some(Fairness::Satisfied) => words.plain("tally-compare-nobody-passed-over", &[]),
            Some(Fairness::PassedOver(group)) => passed_over(group, compared.comparison.voters, amounts),
        };
        numbered(out, number, &[told])?;
    }
    Ok(())
}

/// A share is what people have, so it is rounded down.
fn passed_over(group: &PassedOver, voters: u32, amounts: Amounts<'_>) -> String {
    let words = amounts.words();
    let part = words.percent(group.voters.into(), voters.into());
    let share = amounts.exact(&group.share.to_string(), Rounding::Down);
    let (cost, gain) = (amounts.whole(group.cost), amounts.whole(group.gain));
    words.plain(
        "tally-compare-passed-over",
        &[
            ("voters", group.voters.into()),
            ("part", part.into()),
            ("project", (&group.project).into()),
            ("share", share.into()),
            ("cost", cost.into()),
            ("gain", gain.into()),
        ],
    )
}

/// Sentences on a rule, the first one after its number.
fn numbered(out: &mut dyn Write, number: usize, told: &[String]) -> io::Result<()> {
    let mut number = number.to_string();
    for line in told.iter().flat_map(|sentence| wrapped(&one_line(sentence))) {
        writeln!(out, "{number:>width$}  {line}", width = INDENT.saturating_sub(2))?;
        number.clear();
    }
    Ok(())
}

/// Lines of whole words, as long as fits. Only plain blanks are parted.
fn wrapped(text: &str) -> Vec<String> {
    let (mut lines, mut line) = (Vec::new(), String::new());
    for word in text.split(' ') {
        let length = line.chars().count().saturating_add(word.chars().count()).saturating_add(INDENT);
        if !line.is_empty() {
            if length >= LINE_WIDTH {
                lines.push(std::mem::take(&mut line));
            } else {
                line.push(' ');
            }
        }
        line.push_str(word);
    }
    lines.push(line);
    lines
}
