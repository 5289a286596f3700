//! From the arguments to a rule. An option that the rule would ignore is a mistake, and better said.

use allmende_tally::pabulib::{COUNTING_RULE, Election};
use allmende_tally::{Completion, Rule, RuleName, Satisfaction, Ties};

use super::TallyArgs;
use super::error::TallyError;
use super::source::{COUNTED_OR_ASKED, is_none};

/// Refuses options that the rule would ignore.
pub(super) fn check(args: &TallyArgs) -> Result<(), TallyError> {
    let is = |name| args.rule == Some(name);
    let (ranking, top, shares) = (is(RuleName::Ranking), is(RuleName::Top), is(RuleName::EqualShares));
    let satisfaction = shares || is(RuleName::Greedy) || is(RuleName::Welfare);
    let raises = args.completion.unwrap_or(Completion::Add1Greedy).raises();
    let misplaced = [
        (args.satisfaction.is_some() && !satisfaction, "--satisfaction", "--rule greedy, welfare or equal-shares"),
        (args.completion.is_some() && !shares, "--completion", "--rule equal-shares"),
        (args.increment.is_some() && !shares, "--increment", "--rule equal-shares"),
        (args.increment.is_some() && !raises, "--increment", "a --completion that begins with add1"),
        (args.no_skip && !ranking, "--no-skip", "--rule ranking"),
        (args.seats.is_some() && !top, "--seats", "--rule top"),
        (args.threshold.is_some() && !ranking && !top, "--threshold", "--rule ranking or top"),
    ];
    match misplaced.into_iter().find(|(wrong, _, _)| *wrong) {
        Some((_, option, place)) => Err(TallyError::Misplaced { option, place }),
        None if top && args.seats.is_none() => Err(TallyError::NoSeats),
        None => Ok(()),
    }
}

/// Refuses options that say what belongs to a table, where there is none.
pub(super) fn check_without_tables(args: &TallyArgs) -> Result<(), TallyError> {
    let misplaced = [
        (args.ballots.is_some(), "--ballots"),
        (args.budget.is_some(), "--budget"),
        (args.vote_type.is_some(), "--vote-type"),
        (!args.meta.is_empty(), "--meta"),
    ];
    match misplaced.into_iter().find(|(given, _)| *given) {
        Some((_, option)) => Err(TallyError::Misplaced { option, place: "a table of projects (.csv)" }),
        None => Ok(()),
    }
}

/// A key of META and its value.
pub(super) fn meta(text: &str) -> Result<(String, String), String> {
    let (key, value) = text.split_once('=').ok_or("expected KEY=VALUE, such as max_length=3")?;
    match key.trim() {
        "" => Err("expected a key before the =".to_owned()),
        "budget" | "vote_type" => Err(format!("say it with --{}", key.trim().replace('_', "-"))),
        key if COUNTED_OR_ASKED.contains(&key) => Err("it is counted".to_owned()),
        key => Ok((key.to_owned(), value.trim().to_owned())),
    }
}

/// The rule that the options ask for, else the one that the file names; it must name one that is exactly defined.
pub(super) fn rule(args: &TallyArgs, election: &Election) -> Result<(Rule, Ties), TallyError> {
    named(args, election)?.ok_or_else(|| match declared_name(election) {
        name if is_none(name) => TallyError::NoRule,
        name => TallyError::NoDeclaredRule(name.to_owned()),
    })
}

/// As [`rule`], or none if the file names none that is exactly defined.
pub(super) fn named(args: &TallyArgs, election: &Election) -> Result<Option<(Rule, Ties)>, TallyError> {
    let Some(name) = args.rule else {
        let declared = election.declared_rule();
        return Ok(declared.map(|(rule, ties)| (rule, args.ties.clone().unwrap_or(ties))));
    };
    let usual = Satisfaction::default_for(election.profile().kind());
    let satisfaction = args.satisfaction.unwrap_or(usual);
    let rule = match name {
        RuleName::Ranking => Rule::Ranking { threshold: args.threshold, stop_at_first_misfit: args.no_skip },
        RuleName::Top => Rule::Top { seats: args.seats.ok_or(TallyError::NoSeats)?, threshold: args.threshold },
        RuleName::Greedy => Rule::Greedy { satisfaction },
        RuleName::Welfare => Rule::Welfare { satisfaction },
        RuleName::Phragmen => Rule::Phragmen,
        RuleName::EqualShares => Rule::EqualShares {
            satisfaction,
            completion: args.completion.unwrap_or(Completion::Add1Greedy),
            increment: args.increment.unwrap_or_default(),
        },
    };
    Ok(Some((rule, args.ties.clone().unwrap_or_default())))
}

/// The name of the rule as it stands in the file; empty if it names none.
pub(super) fn declared_name(election: &Election) -> &str {
    election.meta_value(COUNTING_RULE).or_else(|| election.meta_value("rule")).unwrap_or_default()
}
