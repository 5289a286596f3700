//! Why a project won or what it lacked, in a sentence: the same as on the result page.

use allmende_tally::{Allocation, BallotKind, ChosenBy, Outcome, Step};

use crate::locale::{Amounts, Arg, Rounding};
use crate::web::result::explain::{PricePer, Reason};
use crate::web::result::reason::reason_of;
use crate::web::result::view::Unit;

/// What scores of such ballots are counted in.
pub(super) const fn unit(kind: BallotKind) -> Unit {
    match kind {
        BallotKind::Approval => Unit::Votes,
        BallotKind::Cumulative => Unit::Points,
        BallotKind::Ordinal { .. } | BallotKind::Scoring { .. } => Unit::Score,
    }
}

/// The sentence of a project.
pub(super) fn sentence(allocation: &Allocation, outcome: &Outcome, unit: Unit, amounts: Amounts<'_>) -> String {
    match reason_of(outcome, &allocation.rule, unit, amounts, &str::to_owned) {
        Some(reason) => lacking(&reason, amounts),
        None => funded(allocation, outcome, amounts),
    }
}

fn funded(allocation: &Allocation, outcome: &Outcome, amounts: Amounts<'_>) -> String {
    let words = amounts.words();
    let allmende_tally::Reason::Funded { by, largest_payment, .. } = &outcome.reason else { return String::new() };
    match (by, largest_payment) {
        (ChosenBy::Override, _) => {
            words.plain("tally-funded-beforehand", &[("reason", override_of(allocation, &outcome.id).into())])
        }
        (ChosenBy::Completion, _) if was_replaced(allocation) => words.plain("tally-funded-replaced", &[]),
        (ChosenBy::Completion, _) => words.plain("tally-funded-completion", &[]),
        (ChosenBy::Rule, Some(paid)) => {
            let paid = amounts.exact(&paid.to_string(), Rounding::Up);
            words.plain("tally-funded-paid", &[("paid", paid.into())])
        }
        (ChosenBy::Rule, None) if allocation.rule.needs_costs() => words.plain("tally-funded", &[]),
        (ChosenBy::Rule, None) => words.plain("tally-funded-place", &[]),
    }
}

/// Whether most-votes-first took the place of Equal Shares, so that nothing was bought with what Equal Shares left.
fn was_replaced(allocation: &Allocation) -> bool {
    allocation.steps.iter().any(|step| matches!(step, Step::Compared { replaced: true, .. }))
}

/// The published reason of an override.
fn override_of<'a>(allocation: &'a Allocation, id: &str) -> &'a str {
    let reason = allocation.steps.iter().find_map(|step| {
        let Step::Overridden { project, reason, .. } = step else { return None };
        (project == id).then_some(reason.as_str())
    });
    reason.unwrap_or_default()
}

/// What a project lacked. The keys are those of `templates/pages/result/_reason.html`.
pub(super) fn lacking(reason: &Reason, amounts: Amounts<'_>) -> String {
    let words = amounts.words();
    let say = |key: &str, args: &[(&str, Arg<'_>)]| words.plain(key, args);
    match reason {
        Reason::SupportersHadLeft { left, cost, .. } => {
            say("result-reason-supporters-had-left", &[("left", left.into()), ("cost", cost.into())])
        }
        Reason::DoesNotFit { left, cost, .. } => {
            say("result-reason-does-not-fit", &[("left", left.into()), ("cost", cost.into())])
        }
        Reason::Place { needed, unit, .. } => say(
            match unit {
                Unit::Points => "result-reason-place-points",
                Unit::Votes => "result-reason-place-votes",
                Unit::Score => "result-reason-place-score",
            },
            &[("needed", number(*needed))],
        ),
        Reason::Threshold { threshold, score, unit } => say(
            match unit {
                Unit::Points => "result-reason-threshold-points",
                Unit::Votes => "result-reason-threshold-votes",
                Unit::Score => "result-reason-threshold-score",
            },
            &[("threshold", threshold.into()), ("score", score.into())],
        ),
        Reason::NoSupporters => say("result-reason-no-supporters", &[]),
        Reason::WorthNothing { ballots } => say("result-reason-worth-nothing", &[("ballots", number(*ballots))]),
        Reason::Withdrawn => say("result-reason-withdrawn", &[]),
        Reason::AfterFirstMisfit => say("result-reason-after-first-misfit", &[]),
        Reason::NotChosen => say("result-reason-not-chosen", &[]),
        Reason::LoadTooHigh { load, ended_at } => {
            say("result-reason-load", &[("load", load.into()), ("ended", ended_at.into())])
        }
        Reason::NotInBestSet { less: 0, dearer: Some(more), .. } => {
            say("result-reason-best-set-dearer", &[("more", more.into())])
        }
        Reason::NotInBestSet { less: 0, dearer: None, .. } => say("result-reason-best-set-tie", &[]),
        Reason::NotInBestSet { less, amount, per, .. } => match per {
            PricePer::Points => say("result-reason-best-set-points", &[("less", number(*less))]),
            PricePer::Votes => say("result-reason-best-set-votes", &[("less", number(*less))]),
            PricePer::Cost => say("result-reason-best-set-cost", &[("less", amount.into())]),
        },
        Reason::PassesCeiling { ceiling, left, cost, .. } => {
            say("result-reason-ceiling", &[("ceiling", ceiling.into()), ("left", left.into()), ("cost", cost.into())])
        }
        Reason::Incompatible { with } => say("result-reason-incompatible", &[("project", with.into())]),
        Reason::TooFewVotes { votes, needed } => {
            say("result-reason-too-few-votes", &[("votes", number(*votes)), ("needed", needed.into())])
        }
        Reason::TakenOut { reason } => say("result-reason-taken-out", &[("reason", reason.into())]),
    }
}

fn number(number: u64) -> Arg<'static> {
    Arg::Count(i64::try_from(number).unwrap_or(i64::MAX))
}
