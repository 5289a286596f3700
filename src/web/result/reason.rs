//! From a count's reason to what the page says of it.

use allmende_tally as tally;

use super::explain::Reason;
use super::view::Unit;
use crate::domain::money::{Currency, Money};
use crate::locale::Words;

/// What the page says of a project that was not chosen, or `None` for one that was.
#[must_use]
pub fn reason_of(
    outcome: &tally::Outcome,
    rule: &tally::Rule,
    unit: Unit,
    words: &Words<'_>,
    currency: &Currency,
) -> Option<Reason> {
    let amount = |minor| words.money_exact(Money::from_minor(minor), currency);
    Some(match &outcome.reason {
        tally::Reason::Funded { .. } => return None,
        tally::Reason::SupportersHadLeft { left, cost } => {
            let left = left.floor().map_or(0, |left| readable(left, *cost, currency));
            Reason::SupportersHadLeft {
                left: amount(left),
                cost: amount(*cost),
                short: amount(cost.saturating_sub(left)),
            }
        }
        tally::Reason::DoesNotFit { left, cost } => {
            Reason::DoesNotFit { left: amount(*left), cost: amount(*cost), short: amount(cost.saturating_sub(*left)) }
        }
        tally::Reason::Place { place, needed } => match threshold(rule).filter(|least| outcome.score < *least) {
            Some(least) => {
                Reason::Threshold { threshold: words.number(least), score: words.number(outcome.score), unit }
            }
            None => Reason::Place { place: u64::from(*place), needed: u64::try_from(*needed).unwrap_or(0), unit },
        },
        tally::Reason::NoSupporters => Reason::NoSupporters,
        tally::Reason::Withdrawn => Reason::Withdrawn,
        tally::Reason::AfterFirstMisfit => Reason::AfterFirstMisfit,
    })
}

/// What supporters had left, cut to whole units where the cost is whole too: "€81,529 left, €58,471 short" is easier to
/// read than cents, and both still add up to the cost. Less than one unit keeps its cents.
fn readable(left: i64, cost: i64, currency: &Currency) -> i64 {
    let major = 10_i64.pow(u32::from(currency.exponent()));
    if cost % major == 0 && left >= major { left - left % major } else { left }
}

fn threshold(rule: &tally::Rule) -> Option<i64> {
    match rule {
        tally::Rule::Ranking { threshold, .. } | tally::Rule::Top { threshold, .. } => *threshold,
        tally::Rule::EqualShares { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Catalogue, Language};

    fn said(reason: tally::Reason, score: i64, rule: &tally::Rule) -> Option<Reason> {
        let catalogue = Catalogue::load().unwrap();
        let words = Words::new(&catalogue, Language::English, chrono_tz::UTC);
        let outcome = tally::Outcome { id: "7".into(), score, supporters: 3, funded: false, reason };
        reason_of(&outcome, rule, Unit::Votes, &words, &Currency::parse("EUR", 2).unwrap())
    }

    const RANKING: tally::Rule = tally::Rule::Ranking { threshold: Some(50), stop_at_first_misfit: false };

    #[test]
    fn what_supporters_had_left_and_what_was_short_add_up_to_the_cost() {
        let left: tally::Exact = "8152963.75".parse().unwrap();

        let Some(Reason::SupportersHadLeft { left, cost, short }) =
            said(tally::Reason::SupportersHadLeft { left, cost: 14_000_000 }, 1, &RANKING)
        else {
            panic!("another reason")
        };

        assert_eq!((left.as_str(), cost.as_str(), short.as_str()), ("€81,529", "€140,000", "€58,471"));
    }

    #[test]
    fn a_few_cents_short_are_never_nothing() {
        let left: tally::Exact = "13999999.5".parse().unwrap();

        let reason = said(tally::Reason::SupportersHadLeft { left, cost: 14_000_000 }, 1, &RANKING);

        assert!(matches!(reason, Some(Reason::SupportersHadLeft { short, .. }) if short == "€1"));
    }

    #[test]
    fn a_score_under_the_threshold_is_told_from_a_place_behind_the_last() {
        let place = tally::Reason::Place { place: 14, needed: 1 };

        let under = said(place.clone(), 49, &RANKING);
        let behind = said(place, 50, &RANKING);

        assert!(
            matches!(under, Some(Reason::Threshold { threshold, score, .. }) if threshold == "50" && score == "49")
        );
        assert!(matches!(behind, Some(Reason::Place { place: 14, needed: 1, unit: Unit::Votes })));
    }
}
