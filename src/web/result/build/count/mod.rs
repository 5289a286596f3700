//! How an area was counted, in up to six steps with the real numbers. One file for each family of rules.

mod places;
mod ranking;
mod shares;

use allmende_tally::{Rule, Satisfaction};

use super::Ledger;
use super::ties::ties;
use crate::actions::round::FEWEST_BALLOTS;
use crate::web::result::explain::{Count, CountStep, PricePer, RuleFamily};

/// The count of an area.
pub(super) fn explained(ledger: &Ledger<'_>) -> Count {
    let (rule, price_per) = match ledger.allocation().rule {
        Rule::EqualShares { satisfaction, .. } => (RuleFamily::EqualShares, price_per(satisfaction)),
        Rule::Ranking { .. } => (RuleFamily::Ranking, PricePer::Votes),
        Rule::Top { .. } => (RuleFamily::Top, PricePer::Votes),
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
    match ledger.allocation().rule {
        Rule::EqualShares { satisfaction, completion } => shares::steps(ledger, satisfaction, completion),
        Rule::Ranking { threshold, stop_at_first_misfit } => ranking::steps(ledger, threshold, stop_at_first_misfit),
        Rule::Top { seats, threshold } => places::steps(ledger, seats, threshold),
    }
}

const fn price_per(satisfaction: Satisfaction) -> PricePer {
    match satisfaction {
        Satisfaction::Points | Satisfaction::Borda | Satisfaction::PlacePoints => PricePer::Points,
        Satisfaction::Cardinality => PricePer::Votes,
        Satisfaction::Cost => PricePer::Cost,
    }
}

/// How many projects a threshold left out, as a step; none without a threshold.
fn threshold_step(ledger: &Ledger<'_>, threshold: Option<i64>) -> Option<CountStep> {
    let least = threshold?;
    let dropped = ledger.allocation().outcomes.iter().filter(|outcome| outcome.score < least && !outcome.funded);
    Some(CountStep::Threshold { threshold: ledger.pen.words.number(least), dropped: super::many(dropped.count()) })
}
