//! From a count's reason to what the page says of it.

use allmende_tally as tally;

use super::explain::{PricePer, Reason};
use super::view::Unit;
use crate::locale::{Amounts, Rounding};

/// What the page says of a project that was not chosen, or `None` for one that was. `label` names another project.
#[must_use]
pub fn reason_of(
    outcome: &tally::Outcome,
    rule: &tally::Rule,
    unit: Unit,
    amounts: Amounts<'_>,
    label: &dyn Fn(&str) -> String,
) -> Option<Reason> {
    let words = amounts.words();
    Some(match &outcome.reason {
        tally::Reason::Funded { .. } => return None,
        tally::Reason::SupportersHadLeft { left, cost } => {
            let (left, short) = amounts.left_and_short(&left.to_string(), *cost);
            Reason::SupportersHadLeft { left, cost: amounts.whole(*cost), short }
        }
        tally::Reason::DoesNotFit { left, cost } => Reason::DoesNotFit {
            left: amounts.whole(*left),
            cost: amounts.whole(*cost),
            short: amounts.whole(cost.saturating_sub(*left)),
        },
        tally::Reason::Place { place, needed } => match threshold(rule).filter(|least| outcome.score < *least) {
            Some(least) => {
                Reason::Threshold { threshold: words.number(least), score: words.number(outcome.score), unit }
            }
            None => Reason::Place { place: u64::from(*place), needed: u64::try_from(*needed).unwrap_or(0), unit },
        },
        tally::Reason::NoSupporters => match outcome.supporters {
            0 => Reason::NoSupporters,
            ballots => Reason::WorthNothing { ballots: ballots.into() },
        },
        tally::Reason::Withdrawn => Reason::Withdrawn,
        tally::Reason::AfterFirstMisfit => Reason::AfterFirstMisfit,
        // The one is more than the other, and shall read so.
        tally::Reason::LoadTooHigh { load, ended_at } => Reason::LoadTooHigh {
            load: amounts.exact(&load.to_string(), Rounding::Up),
            ended_at: amounts.exact(&ended_at.to_string(), Rounding::Down),
        },
        tally::Reason::NotInBestSet { lacking, dearer } => Reason::NotInBestSet {
            dearer: (*dearer > 0).then(|| amounts.whole(*dearer)),
            less: lacking.floor().map_or(u64::MAX, |less| u64::try_from(less).unwrap_or(0)),
            amount: amounts.exact(&lacking.to_string(), Rounding::Up),
            per: rule.satisfaction().map_or(PricePer::Votes, price_per),
        },
        tally::Reason::PassesCeiling { ceiling, left, cost } => Reason::PassesCeiling {
            ceiling: ceiling.clone(),
            left: amounts.whole(*left),
            cost: amounts.whole(*cost),
            short: amounts.whole(cost.saturating_sub(*left)),
        },
        tally::Reason::Incompatible { with } => Reason::Incompatible { with: label(with) },
        tally::Reason::TooFewVotes { votes, needed } => {
            Reason::TooFewVotes { votes: u64::from(*votes), needed: words.number(i64::from(*needed)) }
        }
        tally::Reason::TakenOut { reason } => Reason::TakenOut { reason: reason.clone() },
    })
}

/// What satisfaction is counted in.
pub(super) const fn price_per(satisfaction: tally::Satisfaction) -> PricePer {
    match satisfaction {
        tally::Satisfaction::Points | tally::Satisfaction::Borda | tally::Satisfaction::PlacePoints => PricePer::Points,
        tally::Satisfaction::Cardinality => PricePer::Votes,
        tally::Satisfaction::Cost => PricePer::Cost,
    }
}

fn threshold(rule: &tally::Rule) -> Option<i64> {
    match rule {
        tally::Rule::Ranking { threshold, .. } | tally::Rule::Top { threshold, .. } => *threshold,
        tally::Rule::Greedy { .. }
        | tally::Rule::Welfare { .. }
        | tally::Rule::Phragmen
        | tally::Rule::EqualShares { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::money::Currency;
    use crate::locale::{Catalogue, Language, Words};

    fn said(reason: tally::Reason, score: i64, rule: &tally::Rule) -> Option<Reason> {
        let catalogue = Catalogue::load().unwrap();
        let words = Words::new(&catalogue, Language::English, chrono_tz::UTC);
        let outcome = tally::Outcome { id: "7".into(), score, supporters: 3, funded: false, reason };
        let currency = Currency::parse("EUR", 2).unwrap();
        reason_of(&outcome, rule, Unit::Votes, Amounts::new(words, &currency), &|id| format!("{id} Trees"))
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

    #[test]
    fn a_load_that_was_too_high_never_reads_as_the_one_that_ended_the_count() {
        let (load, ended_at) = ("4000/3".parse().unwrap(), "4000/3".parse().unwrap());

        let reason = said(tally::Reason::LoadTooHigh { load, ended_at }, 1, &tally::Rule::Phragmen);

        assert!(
            matches!(reason, Some(Reason::LoadTooHigh { load, ended_at }) if load == "€13.34" && ended_at == "€13.33")
        );
    }

    #[test]
    fn what_the_best_set_lacks_is_said_in_what_is_counted() {
        let less = |satisfaction| {
            let lacking = tally::Exact::from(1250);
            said(tally::Reason::NotInBestSet { lacking, dearer: 0 }, 1, &tally::Rule::Welfare { satisfaction })
        };

        assert!(matches!(
            less(tally::Satisfaction::Cost),
            Some(Reason::NotInBestSet { amount, per: PricePer::Cost, .. }) if amount == "€12.50"
        ));
        assert!(matches!(
            less(tally::Satisfaction::Points),
            Some(Reason::NotInBestSet { less: 1250, per: PricePer::Points, .. })
        ));
    }

    #[test]
    fn another_project_and_a_ceiling_are_named() {
        let other = said(tally::Reason::Incompatible { with: "9".into() }, 1, &RANKING);
        let ceiling = tally::Reason::PassesCeiling { ceiling: "parks".into(), left: 1_200_000, cost: 2_000_000 };

        assert!(matches!(other, Some(Reason::Incompatible { with }) if with == "9 Trees"));
        assert!(matches!(
            said(ceiling, 1, &RANKING),
            Some(Reason::PassesCeiling { left, cost, short, .. })
                if (left.as_str(), cost.as_str(), short.as_str()) == ("€12,000", "€20,000", "€8,000")
        ));
    }
}
