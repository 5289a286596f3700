//! What other rules would have made of the same ballots.

use allmende_tally::{self as tally, Fairness};

use super::{Ledger, many};
use crate::actions::round::FEWEST_BALLOTS;
use crate::locale::Rounding;
use crate::web::result::comparison::{ByVotes, Claim, ComparedRow, Comparison, Passed, RuleKind};

/// The comparison of an area; none where it was not kept, or where ballots are so few that it could point at somebody.
pub(super) fn comparison(ledger: &Ledger<'_>) -> Option<Comparison> {
    let found = ledger.counted.comparison.as_deref()?;
    let few = usize::try_from(ledger.counted.ballots).is_ok_and(|ballots| ballots < FEWEST_BALLOTS);
    let (own, others) = found.outcomes.split_first()?;
    if few || others.is_empty() {
        return None;
    }
    let rows = found.outcomes.iter().zip(0_usize..).map(|(outcome, place)| ComparedRow {
        rule: kind(&outcome.rule),
        own: place == 0,
        projects: many(outcome.selected.len()),
        common: common(found, place, outcome),
        cost: ledger.pen.money(outcome.cost),
        without_any: outcome.without_any.into(),
        passed_over: outcome.fairness.as_ref().map(|fairness| matches!(fairness, Fairness::PassedOver(_))),
    });
    Some(Comparison {
        rows: rows.collect(),
        by_votes: by_votes(found, own),
        passed: own.fairness.as_ref().map(|fairness| passed(ledger, fairness)),
    })
}

const fn kind(rule: &tally::Rule) -> RuleKind {
    use tally::Completion;
    match rule {
        tally::Rule::Ranking { .. } => RuleKind::Ranking,
        tally::Rule::Top { .. } => RuleKind::Top,
        tally::Rule::Greedy { .. } => RuleKind::Greedy,
        tally::Rule::Welfare { .. } => RuleKind::Welfare,
        tally::Rule::Phragmen => RuleKind::Phragmen,
        tally::Rule::EqualShares { completion, .. } => match completion {
            Completion::None => RuleKind::Shares,
            Completion::Greedy => RuleKind::SharesGreedy,
            Completion::Add1 | Completion::Add1All | Completion::Add1Whole => RuleKind::SharesRaised,
            Completion::Add1Greedy | Completion::Add1AllGreedy => RuleKind::SharesRaisedGreedy,
            Completion::Add1WholeComparison => RuleKind::SharesCompared,
        },
    }
}

/// How many projects a rule chooses that are chosen here as well.
fn common(found: &tally::Comparison, place: usize, outcome: &tally::Compared) -> u64 {
    match place {
        0 => many(outcome.selected.len()),
        place => {
            let overlap = found.overlaps.iter().find(|overlap| (overlap.one, overlap.other) == (0, place));
            overlap.map_or(0, |overlap| overlap.projects.into())
        }
    }
}

/// What most votes first would have changed; none where that is the rule.
fn by_votes(found: &tally::Comparison, own: &tally::Compared) -> Option<ByVotes> {
    if matches!(own.rule, tally::Rule::Ranking { .. }) {
        return None;
    }
    let ranking = |outcome: &&tally::Compared| matches!(outcome.rule, tally::Rule::Ranking { .. });
    let by_votes = found.outcomes.iter().find(ranking)?;
    let others = by_votes.selected.iter().filter(|id| !own.selected.contains(id)).count();
    let here = own.without_any;
    Some(if by_votes.selected == own.selected {
        ByVotes::Same
    } else if by_votes.without_any > here {
        ByVotes::MoreWithout { others: many(others), people: by_votes.without_any.saturating_sub(here).into() }
    } else if by_votes.without_any < here {
        ByVotes::FewerWithout { others: many(others), people: here.saturating_sub(by_votes.without_any).into() }
    } else {
        ByVotes::AsMany { others: many(others) }
    })
}

fn passed(ledger: &Ledger<'_>, fairness: &Fairness) -> Passed {
    match fairness {
        Fairness::Satisfied => Passed::Nobody,
        Fairness::PassedOver(group) => Passed::Group(Claim {
            project: ledger.label(&group.project),
            people: group.voters.into(),
            share: ledger.pen.exact(&group.share, Rounding::Down).unwrap_or_default(),
            cost: ledger.pen.money(group.cost),
        }),
    }
}
