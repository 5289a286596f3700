//! What stands around the steps of every rule: lots, decisions before the count, and projects that broke a condition.

use allmende_tally::{Reason, Step};

use crate::web::result::build::{Ledger, many};
use crate::web::result::explain::CountStep;

/// Puts what came before a rule in front of its steps, and the projects struck out behind them.
pub(super) fn around(ledger: &Ledger<'_>, by_rule: Vec<CountStep>) -> Vec<CountStep> {
    let steps = &ledger.allocation().steps;
    let lots = steps.iter().find_map(|step| {
        let Step::LotsDrawn { seed, .. } = step else { return None };
        Some(CountStep::Lots { seed: seed.clone() })
    });
    let decided = |wanted: bool| {
        many(steps.iter().filter(|step| matches!(step, Step::Overridden { funded, .. } if *funded == wanted)).count())
    };
    let beforehand = match (decided(true), decided(false)) {
        (0, 0) => None,
        (funded, out) => Some(CountStep::Beforehand { funded, out }),
    };
    let broke = |reason: &Reason| match reason {
        Reason::PassesCeiling { .. } | Reason::Incompatible { .. } | Reason::TooFewVotes { .. } => true,
        Reason::Funded { .. }
        | Reason::SupportersHadLeft { .. }
        | Reason::Place { .. }
        | Reason::DoesNotFit { .. }
        | Reason::NoSupporters
        | Reason::Withdrawn
        | Reason::AfterFirstMisfit
        | Reason::LoadTooHigh { .. }
        | Reason::NotInBestSet { .. }
        | Reason::TakenOut { .. } => false,
    };
    // Counted by their reasons: Equal Shares strikes the same project out in several runs.
    let struck = ledger.allocation().outcomes.iter().filter(|outcome| broke(&outcome.reason)).count();
    let struck = (struck > 0).then(|| CountStep::StruckOut { projects: many(struck) });
    lots.into_iter().chain(beforehand).chain(by_rule).chain(struck).collect()
}
