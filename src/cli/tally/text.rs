//! What `allmende tally` prints for people: a table with a reason for every project, and the steps on request.

use std::io::{self, Write};

use allmende_tally::pabulib::Election;
use allmende_tally::{Allocation, Outcome, Reason, Rule};

use super::Counted;
use super::conditions;
use super::notices;
use super::outlet::one_line;
use super::reasons::{self, sentence};
use super::steps::Teller;
use super::voice::{Coinage, Voice};
use crate::locale::{Amounts, Arg, Words};
use crate::web::result::recount;

/// The widest name that is printed whole.
const NAME_WIDTH: usize = 40;

pub(super) fn write(out: &mut dyn Write, voice: &Voice, counted: &Counted, with_steps: bool) -> io::Result<()> {
    let Counted { election, allocation, declared } = counted;
    let (words, coinage) = (voice.words(), Coinage::of(election));
    let amounts = coinage.amounts(words);
    opening(out, election, allocation.voters, words)?;
    let rule = [("rule", rule_in_words(&allocation.rule, words).into())];
    let named = if *declared { words.plain("tally-rule-declared", &rule) } else { words.plain("tally-rule", &rule) };
    writeln!(out, "{named} ({})", recount::options(&allocation.rule))?;
    writeln!(out, "{}", words.plain("tally-ties", &[("ties", allocation.ties.to_string().into())]))?;
    conditions::write(out, election.instance(), amounts)?;
    notices::write(out, election, words)?;
    writeln!(out, "\n{}\n", summary(allocation, amounts))?;
    table(out, counted, amounts)?;
    if with_steps {
        writeln!(out, "\n{}", words.plain("tally-steps", &[]))?;
        let teller = Teller { allocation, unit: reasons::unit(election.profile().kind()), amounts };
        for step in &allocation.steps {
            writeln!(out, "  {}", one_line(&teller.tell(step)))?;
        }
    }
    Ok(())
}

/// What was counted.
pub(super) fn opening(out: &mut dyn Write, election: &Election, voters: u32, words: Words<'_>) -> io::Result<()> {
    if let Some(description) = election.meta_value("description") {
        writeln!(out, "{}", one_line(description))?;
    }
    let projects = election.instance().projects().len();
    let ballots = [("ballots", voters.into()), ("projects", projects.into())];
    writeln!(out, "{}", words.plain("tally-ballots", &ballots))
}

fn summary(allocation: &Allocation, amounts: Amounts<'_>) -> String {
    let chosen = ("chosen", Arg::from(allocation.chosen.len()));
    if !allocation.rule.needs_costs() {
        return amounts.words().plain("tally-summary-places", &[chosen]);
    }
    let left = amounts.whole(allocation.budget.saturating_sub(allocation.cost));
    let (cost, budget) = (amounts.whole(allocation.cost), amounts.whole(allocation.budget));
    let money = [("cost", Arg::from(cost)), ("budget", budget.into()), ("left", left.into())];
    amounts.words().plain("tally-summary", &[[chosen].as_slice(), &money].concat())
}

/// What a rule does, in a few words.
pub(super) fn rule_in_words(rule: &Rule, words: Words<'_>) -> String {
    match rule {
        Rule::Ranking { stop_at_first_misfit: false, .. } => words.plain("tally-name-ranking", &[]),
        Rule::Ranking { stop_at_first_misfit: true, .. } => words.plain("tally-name-ranking-no-skip", &[]),
        Rule::Top { .. } => words.plain("tally-name-top", &[]),
        Rule::Greedy { .. } => words.plain("tally-name-greedy", &[]),
        Rule::Welfare { .. } => words.plain("tally-name-welfare", &[]),
        Rule::Phragmen => words.plain("tally-name-phragmen", &[]),
        Rule::EqualShares { .. } => words.plain("tally-name-equal-shares", &[]),
    }
}

fn table(out: &mut dyn Write, counted: &Counted, amounts: Amounts<'_>) -> io::Result<()> {
    let Counted { election, allocation, .. } = counted;
    let words = amounts.words();
    let width = allocation.outcomes.iter().map(|outcome| outcome.id.chars().count()).max().unwrap_or(2).max(2);
    let unit = reasons::unit(election.profile().kind());
    writeln!(
        out,
        "{:>5}  {:width$}  {:>14}  {:>8}  {:NAME_WIDTH$}  {}",
        words.plain("tally-column-place", &[]),
        "id",
        words.plain("tally-column-cost", &[]),
        words.plain("tally-column-score", &[]),
        words.plain("tally-column-name", &[]),
        words.plain("tally-column-why", &[]),
    )?;
    for (index, outcome) in rows_in_order(&allocation.outcomes) {
        let place = place(outcome).map_or_else(|| "-".to_owned(), |place| place.to_string());
        let cost = election.instance().projects().get(index).and_then(|project| project.cost);
        let cost = cost.map_or_else(String::new, |cost| amounts.whole(cost));
        let name = shortened(election.project_value(index, "name").unwrap_or_default());
        let (id, score) = (one_line(&outcome.id), outcome.score);
        let why = one_line(&sentence(allocation, outcome, unit, amounts));
        writeln!(out, "{place:>5}  {id:width$}  {cost:>14}  {score:>8}  {name:NAME_WIDTH$}  {why}")?;
    }
    Ok(())
}

/// The place in the order of choice, if it was chosen.
fn place(outcome: &Outcome) -> Option<u32> {
    match outcome.reason {
        Reason::Funded { place, .. } => Some(place),
        Reason::SupportersHadLeft { .. }
        | Reason::Place { .. }
        | Reason::DoesNotFit { .. }
        | Reason::NoSupporters
        | Reason::Withdrawn
        | Reason::AfterFirstMisfit
        | Reason::LoadTooHigh { .. }
        | Reason::NotInBestSet { .. }
        | Reason::PassesCeiling { .. }
        | Reason::Incompatible { .. }
        | Reason::TooFewVotes { .. }
        | Reason::TakenOut { .. } => None,
    }
}

/// The chosen ones in order of choice, then the others by falling score, each with its place in the file.
fn rows_in_order(outcomes: &[Outcome]) -> Vec<(usize, &Outcome)> {
    let mut order: Vec<(usize, &Outcome)> = outcomes.iter().enumerate().collect();
    order.sort_by_key(|(_, outcome)| match place(outcome) {
        Some(place) => (0, i64::from(place)),
        None => (1, outcome.score.saturating_neg()),
    });
    order
}

fn shortened(name: &str) -> String {
    let line: String = name.chars().map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if line.chars().count() <= NAME_WIDTH {
        return line;
    }
    let mut short: String = line.chars().take(NAME_WIDTH.saturating_sub(1)).collect();
    short.push('…');
    short
}
