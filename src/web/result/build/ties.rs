//! Ties that mattered: each pair that was equal, and what put one of them first.

use allmende_tally::{Step, Tie as By};

use super::{Ledger, Pen};
use crate::web::result::explain::{Tie, TieBy};
use crate::web::result::load::CountedArea;

/// How many pairs of an area were equal.
pub(in crate::web) fn count_ties(pen: Pen<'_>, area: &CountedArea) -> usize {
    ties(&Ledger::new(pen, area)).len()
}

/// The ties of a count, each pair once.
pub(super) fn ties(ledger: &Ledger<'_>) -> Vec<Tie> {
    let mut pairs: Vec<(&str, &str)> = Vec::new();
    for set in ledger.allocation().steps.iter().flat_map(sets) {
        for pair in set.windows(2) {
            let [winner, loser] = pair else { continue };
            let pair = (winner.as_str(), loser.as_str());
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    }
    pairs
        .into_iter()
        .map(|(winner, loser)| Tie {
            winner: ledger.label(winner),
            loser: ledger.label(loser),
            by: decided_by(ledger, winner, loser),
        })
        .collect()
}

/// The sets of equal projects of a step, each in the order that decided.
fn sets(step: &Step) -> Vec<&[String]> {
    match step {
        Step::ShareTried { ties, .. } => ties.iter().map(Vec::as_slice).collect(),
        Step::Purchased { tied, .. } | Step::Loaded { tied, .. } => vec![tied.as_slice()],
        Step::Tied { projects } => vec![projects.as_slice()],
        Step::LotsDrawn { .. }
        | Step::Overridden { .. }
        | Step::StruckOut { .. }
        | Step::BestSet { .. }
        | Step::Start { .. }
        | Step::Share { .. }
        | Step::Free { .. }
        | Step::Considered { .. }
        | Step::Placed { .. }
        | Step::Compared { .. } => Vec::new(),
    }
}

/// The first thing in the order of ties in which two projects differ.
fn decided_by(ledger: &Ledger<'_>, winner: &str, loser: &str) -> TieBy {
    let cost = |id: &str| ledger.project(id).and_then(|(project, _)| project.cost);
    let votes = |id: &str| ledger.outcome(id).map(|outcome| outcome.supporters);
    let ties = &ledger.allocation().ties;
    let order = ties.to_string();
    // Whatever the list leaves open is decided by lot where lots are drawn, and else by the id.
    let mut listed = order.split(',').filter_map(|name| name.parse::<By>().ok()).filter(|by| *by != By::Id);
    let differing = listed.find(|by| match by {
        By::MinCost | By::MaxCost => cost(winner) != cost(loser),
        By::MaxVotes => votes(winner) != votes(loser),
        By::File | By::Id => true,
    });
    match differing {
        Some(By::MinCost) => TieBy::MinCost,
        Some(By::MaxCost) => TieBy::MaxCost,
        Some(By::MaxVotes) => TieBy::MaxVotes,
        Some(By::File) => TieBy::File,
        Some(By::Id) | None if ties.seed().is_none() => TieBy::Id,
        Some(By::Id) | None => TieBy::Lot,
    }
}
