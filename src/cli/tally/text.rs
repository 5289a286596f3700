//! What `allmende tally` prints for people: a table with a reason for every project, and the steps on request.

use std::io::{self, Write};

use allmende_tally::{Allocation, ChosenBy, Exact, Outcome, Reason, Rule, Step, Verdict};

use super::Counted;

/// The widest name that is printed whole.
const NAME_WIDTH: usize = 40;

pub(super) fn write(out: &mut dyn Write, counted: &Counted, with_steps: bool) -> io::Result<()> {
    let Counted { election, allocation, declared } = counted;
    let heading = election.meta_value("description").unwrap_or("An election");
    writeln!(out, "{heading}")?;
    writeln!(out, "{} ballots, {} projects", allocation.voters, allocation.outcomes.len())?;
    writeln!(out, "Rule: {}{}", rule(&allocation.rule), if *declared { " - as the file names it" } else { "" })?;
    writeln!(out, "Ties: {}", allocation.ties)?;
    if !election.notices().is_empty() {
        writeln!(out, "Odd, but read in a documented way:")?;
        for notice in election.notices() {
            writeln!(out, "  {notice}")?;
        }
    }
    writeln!(out)?;
    summary(out, allocation)?;
    writeln!(out)?;
    table(out, counted)?;
    if with_steps {
        writeln!(out, "\nSteps")?;
        for step in &allocation.steps {
            writeln!(out, "  {}", told(allocation.exponent, step))?;
        }
    }
    Ok(())
}

fn summary(out: &mut dyn Write, allocation: &Allocation) -> io::Result<()> {
    let (chosen, cost) = (allocation.chosen.len(), money(allocation, allocation.cost));
    if allocation.rule.needs_costs() {
        let left = money(allocation, allocation.budget.saturating_sub(allocation.cost));
        let budget = money(allocation, allocation.budget);
        writeln!(out, "{chosen} projects are funded for {cost} of {budget}; {left} is left.")
    } else {
        writeln!(out, "{chosen} projects are chosen.")
    }
}

fn rule(rule: &Rule) -> String {
    let below = |threshold: &Option<i64>| threshold.map_or(String::new(), |score| format!(", at least {score}"));
    match rule {
        Rule::Ranking { threshold, stop_at_first_misfit } => {
            let misfit = if *stop_at_first_misfit { "up to the first that does not fit" } else { "each that fits" };
            format!("ranking (most votes first, {misfit}{})", below(threshold))
        }
        Rule::Top { seats, threshold } => format!("top (the best {seats}{})", below(threshold)),
        Rule::EqualShares { satisfaction, completion } => {
            format!("equal-shares, satisfaction {satisfaction}, completion {completion}")
        }
    }
}

fn table(out: &mut dyn Write, counted: &Counted) -> io::Result<()> {
    let Counted { election, allocation, .. } = counted;
    let rows: Vec<(&Outcome, Option<i64>, &str)> = rows_in_order(counted)
        .into_iter()
        .filter_map(|index| {
            let outcome = allocation.outcomes.get(index)?;
            let cost = election.instance().projects().get(index)?.cost;
            Some((outcome, cost, election.project_value(index, "name").unwrap_or_default()))
        })
        .collect();
    let width = rows.iter().map(|(outcome, _, _)| outcome.id.chars().count()).max().unwrap_or(2).max(2);
    writeln!(out, "{:>5}  {:width$}  {:>14}  {:>8}  {:NAME_WIDTH$}  why", "place", "id", "cost", "score", "name")?;
    for (outcome, cost, name) in rows {
        let place = match outcome.reason {
            Reason::Funded { place, .. } => place.to_string(),
            Reason::SupportersHadLeft { .. }
            | Reason::Place { .. }
            | Reason::DoesNotFit { .. }
            | Reason::NoSupporters
            | Reason::Withdrawn
            | Reason::AfterFirstMisfit => "-".to_owned(),
        };
        let cost = cost.map_or(String::new(), |cost| money(allocation, cost));
        let name = shortened(name);
        let by_place = outcome.funded && !allocation.rule.needs_costs();
        let why = if by_place { "chosen".to_owned() } else { reason(allocation.exponent, &outcome.reason) };
        writeln!(
            out,
            "{place:>5}  {:width$}  {cost:>14}  {:>8}  {name:NAME_WIDTH$}  {why}",
            outcome.id, outcome.score
        )?;
    }
    Ok(())
}

/// The chosen ones in order of choice, then the others by falling score.
fn rows_in_order(counted: &Counted) -> Vec<usize> {
    let outcomes = &counted.allocation.outcomes;
    let mut order: Vec<(usize, &Outcome)> = outcomes.iter().enumerate().collect();
    order.sort_by_key(|(_, outcome)| match outcome.reason {
        Reason::Funded { place, .. } => (0, i64::from(place)),
        Reason::SupportersHadLeft { .. }
        | Reason::Place { .. }
        | Reason::DoesNotFit { .. }
        | Reason::NoSupporters
        | Reason::Withdrawn
        | Reason::AfterFirstMisfit => (1, outcome.score.saturating_neg()),
    });
    order.into_iter().map(|(index, _)| index).collect()
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

fn money(allocation: &Allocation, minor: i64) -> String {
    about(allocation.exponent, &Exact::from(minor))
}

/// Money rounded down to the minor unit, or to two decimals where there is none: enough for reading, and `--json` has
/// it exactly.
fn about(exponent: u8, minor: &Exact) -> String {
    let digits = exponent.max(2);
    let text = minor.in_major_units(exponent).rounded_down(digits).to_string();
    match text.split_once('.') {
        Some((whole, part)) => format!("{whole}.{part:0<width$}", width = usize::from(digits)),
        None => text,
    }
}

fn reason(exponent: u8, reason: &Reason) -> String {
    let whole = |minor: &i64| about(exponent, &Exact::from(*minor));
    match reason {
        Reason::Funded { by: ChosenBy::Completion, .. } => "funded by the completion".to_owned(),
        Reason::Funded { largest_payment: Some(paid), .. } => {
            format!("funded; its supporters paid up to {} each", about(exponent, paid))
        }
        Reason::Funded { .. } => "funded".to_owned(),
        Reason::SupportersHadLeft { left, cost } => {
            format!("its supporters had {} left together, it costs {}", about(exponent, left), whole(cost))
        }
        Reason::Place { place, needed } => format!("place {place}; needed {needed} more"),
        Reason::DoesNotFit { left, cost } => format!("costs {}, only {} was left", whole(cost), whole(left)),
        Reason::NoSupporters => "nobody gains from it".to_owned(),
        Reason::Withdrawn => "withdrawn".to_owned(),
        Reason::AfterFirstMisfit => "after the first project that did not fit".to_owned(),
    }
}

/// One step in a sentence.
fn told(exponent: u8, step: &Step) -> String {
    let whole = |minor: &i64| about(exponent, &Exact::from(*minor));
    let money = |amount: &Exact| about(exponent, amount);
    match step {
        Step::Start { voters, share } => format!("{voters} voters begin with {} each", money(share)),
        Step::ShareTried { runs, share, projects, cost, verdict, .. } => {
            let runs = if *runs == 1 { "1 run".to_owned() } else { format!("{runs} runs") };
            let share = money(share);
            format!("{runs}, up to {share} each: buys {projects} for {}; {}", whole(cost), followed(*verdict))
        }
        Step::Share { share } => format!("The count that stands: {} each", money(share)),
        Step::Free { project } => format!("{project} costs nothing and is put in"),
        Step::Purchased { project, largest_payment, paid, supporters, left, tied, .. } => {
            let (largest, left) = (money(largest_payment), money(left));
            let tie = if tied.is_empty() { String::new() } else { format!("; equal: {}", tied.join(", ")) };
            format!(
                "{project}: {supporters} supporters pay {} together, up to {largest} each; all have {left} left{tie}",
                whole(paid)
            )
        }
        Step::Considered { project, place, cost, left, taken, .. } => {
            let verb = if *taken { "taken" } else { "does not fit" };
            format!("{place}. {project}: costs {} of {} left; {verb}", whole(cost), whole(left))
        }
        Step::Tied { projects } => format!("equal, in the order that decided: {}", projects.join(", ")),
        Step::Placed { project, place, score, distance, taken } => {
            let verb = if *taken { "chosen" } else { "not chosen" };
            format!("{place}. {project}: score {score}, {distance:+} to the last place taken; {verb}")
        }
        Step::Compared { prefer_equal_shares, prefer_ranking, replaced } => {
            let end = if *replaced { "most votes first takes over" } else { "Equal Shares stands" };
            format!("{prefer_equal_shares} voters gain by Equal Shares, {prefer_ranking} by most votes first: {end}")
        }
    }
}

const fn followed(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Within => "within the budget, so more is tried",
        Verdict::PassesBudget => "passes the budget, so the one before stands",
        Verdict::Exhaustive => "nothing else fits, so it stands",
        Verdict::EverythingBought => "everything with supporters is bought, so it stands",
    }
}
