//! How an area was counted, in a few steps with the real numbers. One file for each family of rules.

mod beforehand;
mod best;
mod loads;
mod places;
mod ranking;
mod shares;

use allmende_tally::Rule;

use super::Ledger;
use super::ties::ties;
use crate::actions::round::FEWEST_BALLOTS;
use crate::web::result::explain::{Count, CountStep, PricePer, RuleFamily};
use crate::web::result::reason::price_per;

/// The count of an area.
pub(super) fn explained(ledger: &Ledger<'_>) -> Count {
    let (rule, price_per) = match ledger.allocation().rule {
        Rule::EqualShares { satisfaction, .. } => (RuleFamily::EqualShares, price_per(satisfaction)),
        Rule::Ranking { .. } => (RuleFamily::Ranking, PricePer::Votes),
        Rule::Top { .. } => (RuleFamily::Top, PricePer::Votes),
        Rule::Greedy { satisfaction } => (RuleFamily::Greedy, price_per(satisfaction)),
        Rule::Welfare { satisfaction } => (RuleFamily::Welfare, price_per(satisfaction)),
        Rule::Phragmen => (RuleFamily::Phragmen, PricePer::Cost),
    };
    // What single groups paid could point at somebody where there are few.
    let few = usize::try_from(ledger.counted.ballots).is_ok_and(|ballots| ballots < FEWEST_BALLOTS);
    Count {
        rule,
        unit: ledger.pen.unit(),
        steps: if ledger.counted.ballots == 0 { Vec::new() } else { steps(ledger) },
        ties: ties(ledger),
        purchases: if few { Vec::new() } else { shares::purchases(ledger) },
        price_per,
    }
}

fn steps(ledger: &Ledger<'_>) -> Vec<CountStep> {
    let by_rule = match ledger.allocation().rule {
        Rule::EqualShares { satisfaction, completion, .. } => shares::steps(ledger, satisfaction, completion),
        Rule::Ranking { threshold, stop_at_first_misfit } => ranking::steps(ledger, threshold, stop_at_first_misfit),
        Rule::Top { seats, threshold } => places::steps(ledger, seats, threshold),
        Rule::Greedy { satisfaction } => ranking::by_satisfaction(ledger, satisfaction),
        Rule::Welfare { .. } => best::steps(ledger),
        Rule::Phragmen => loads::steps(ledger),
    };
    beforehand::around(ledger, by_rule)
}

/// How many projects a threshold left out, as a step; none without a threshold.
fn threshold_step(ledger: &Ledger<'_>, threshold: Option<i64>) -> Option<CountStep> {
    let least = threshold?;
    let dropped = ledger.allocation().outcomes.iter().filter(|outcome| outcome.score < least && !outcome.funded);
    Some(CountStep::Threshold { threshold: ledger.pen.words.number(least), dropped: super::many(dropped.count()) })
}
