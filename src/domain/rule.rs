//! The rule of a round: how the profile of each area becomes an allocation.

use std::fmt;
use std::str::FromStr;

use allmende_tally::{BallotKind, Completion, Increment, Rule, Satisfaction};
use thiserror::Error;

use super::format::BallotFormat;
use super::money::Money;
use super::round::AreaLimit;

/// A rule with its settings but without seats, which each area has for itself.
///
/// Its text is what the database, the record and pages for experts carry, such as
/// `equal-shares points add1+greedy`, `equal-shares cost add1 increment=0.05`, `ranking threshold=20 no-skip`,
/// `greedy cost`, `phragmen` or `top`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CountingRule {
    /// Most votes first.
    Ranking {
        /// Projects with a lower score are left out.
        threshold: Option<i64>,
        /// Whether the first project that does not fit ends the count.
        stop_at_first_misfit: bool,
    },
    /// The best N of each area, whatever they cost.
    Top {
        /// Projects with a lower score are left out.
        threshold: Option<i64>,
    },
    /// Most satisfaction for the money first.
    Greedy {
        /// What a project is worth to a voter.
        satisfaction: Satisfaction,
    },
    /// The set within the money that gives all voters together the most satisfaction.
    Welfare {
        /// What a project is worth to a voter.
        satisfaction: Satisfaction,
    },
    /// Phragmén's sequential rule. The literature defines it for approval ballots alone, so a round with other ballots
    /// cannot have it.
    Phragmen,
    /// Fair shares: the Method of Equal Shares.
    EqualShares {
        /// What a project is worth to a voter.
        satisfaction: Satisfaction,
        /// What happens with money that is left.
        completion: Completion,
        /// By how much Add1 raises the shares.
        increment: Increment,
    },
}

/// Why a text is no rule.
#[derive(Debug, Error, PartialEq, Eq)]
#[error(
    "{0:?} is no rule; one is for instance \"equal-shares points add1+greedy\", \"ranking threshold=20\" or \"top\""
)]
pub struct CountingRuleError(String);

/// Why a rule cannot count the ballots of a round.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum MisfitError {
    /// Phragmén's rule is defined for approval ballots only.
    #[error(
        "the rule phragmen is defined for approval ballots only, and people give points here; choose another rule, \
         such as \"equal-shares points add1+greedy\", or let people tick projects"
    )]
    Phragmen,
    /// The measure asks for what such ballots do not say.
    #[error("the measure {0} cannot be taken from such ballots; choose cost or cardinality")]
    Satisfaction(Satisfaction),
}

impl CountingRule {
    /// The rule itself, for a round whose ballots have this format.
    ///
    /// # Errors
    /// When the rule is not defined for such ballots.
    pub fn for_ballots(self, format: BallotFormat) -> Result<Self, MisfitError> {
        let kind = match format {
            BallotFormat::Points { .. } => BallotKind::Cumulative,
            BallotFormat::Approval { .. } => BallotKind::Approval,
        };
        match self {
            Self::Phragmen if kind != BallotKind::Approval => Err(MisfitError::Phragmen),
            Self::Greedy { satisfaction } | Self::Welfare { satisfaction } | Self::EqualShares { satisfaction, .. }
                if !satisfaction.fits(kind) =>
            {
                Err(MisfitError::Satisfaction(satisfaction))
            }
            Self::Ranking { .. }
            | Self::Top { .. }
            | Self::Greedy { .. }
            | Self::Welfare { .. }
            | Self::Phragmen
            | Self::EqualShares { .. } => Ok(self),
        }
    }

    /// The rule by which an area is counted. An area with places is always counted by `top`; one with a ceiling
    /// never is, and then there is no answer.
    #[must_use]
    pub fn in_area(self, limit: AreaLimit) -> Option<Rule> {
        match (limit, self) {
            (AreaLimit::Places(seats), Self::Ranking { threshold, .. } | Self::Top { threshold }) => {
                Some(Rule::Top { seats, threshold })
            }
            (
                AreaLimit::Places(seats),
                Self::Greedy { .. } | Self::Welfare { .. } | Self::Phragmen | Self::EqualShares { .. },
            ) => Some(Rule::Top { seats, threshold: None }),
            (AreaLimit::Ceiling(_), Self::Ranking { threshold, stop_at_first_misfit }) => {
                Some(Rule::Ranking { threshold, stop_at_first_misfit })
            }
            (AreaLimit::Ceiling(_), Self::Greedy { satisfaction }) => Some(Rule::Greedy { satisfaction }),
            (AreaLimit::Ceiling(_), Self::Welfare { satisfaction }) => Some(Rule::Welfare { satisfaction }),
            (AreaLimit::Ceiling(_), Self::Phragmen) => Some(Rule::Phragmen),
            (AreaLimit::Ceiling(_), Self::EqualShares { satisfaction, completion, increment }) => {
                Some(Rule::EqualShares { satisfaction, completion, increment })
            }
            (AreaLimit::Ceiling(_), Self::Top { .. }) => None,
        }
    }

    /// The same rule without an area.
    #[must_use]
    pub const fn of(rule: Rule) -> Self {
        match rule {
            Rule::Ranking { threshold, stop_at_first_misfit } => Self::Ranking { threshold, stop_at_first_misfit },
            Rule::Top { threshold, .. } => Self::Top { threshold },
            Rule::Greedy { satisfaction } => Self::Greedy { satisfaction },
            Rule::Welfare { satisfaction } => Self::Welfare { satisfaction },
            Rule::Phragmen => Self::Phragmen,
            Rule::EqualShares { satisfaction, completion, increment } => {
                Self::EqualShares { satisfaction, completion, increment }
            }
        }
    }
}

impl fmt::Display for CountingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self, self.in_area(AreaLimit::Ceiling(Money::ZERO))) {
            (_, Some(rule)) => rule.fmt(f),
            (Self::Top { threshold: Some(threshold) }, None) => write!(f, "top threshold={threshold}"),
            (_, None) => f.write_str("top"),
        }
    }
}

impl FromStr for CountingRule {
    type Err = CountingRuleError;

    fn from_str(text: &str) -> Result<Self, CountingRuleError> {
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        let read = match words.as_slice() {
            ["top"] => Some(Self::Top { threshold: None }),
            ["top", setting] => setting
                .strip_prefix("threshold=")
                .and_then(|number| number.parse().ok())
                .map(|threshold| Self::Top { threshold: Some(threshold) }),
            ["top", ..] => None,
            _ => text.parse().ok().map(Self::of),
        };
        read.ok_or_else(|| CountingRuleError(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_what_it_prints() {
        for text in [
            "equal-shares points add1+greedy",
            "equal-shares cost add1 increment=0.05",
            "equal-shares cost add1-all+greedy increment=1/3",
            "ranking",
            "ranking threshold=20 no-skip",
            "greedy cost",
            "welfare cardinality",
            "phragmen",
            "top",
            "top threshold=-3",
        ] {
            assert_eq!(text.parse::<CountingRule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rule_is_refused_by_name() {
        for text in [
            "",
            "greedy",
            "greedy points points",
            "phragmen cost",
            "equal-shares",
            "equal-shares points",
            "equal-shares points add1 increment=0",
            "equal-shares points add1 increment=1 increment=1",
            "equal-shares points add1 no-skip",
            "ranking threshold=x",
            "top no-skip",
        ] {
            assert_eq!(text.parse::<CountingRule>(), Err(CountingRuleError(text.to_owned())));
        }
    }

    #[test]
    fn a_rule_that_is_not_defined_for_the_ballots_is_refused() {
        let points = BallotFormat::Points { total: 5, max_per_project: 3 };
        let approval = BallotFormat::Approval { max: 3 };
        let fits = |text: &str, format| text.parse::<CountingRule>().unwrap().for_ballots(format).err();

        assert_eq!(fits("phragmen", points), Some(MisfitError::Phragmen));
        assert_eq!(fits("phragmen", approval), None);
        for text in ["equal-shares points add1", "greedy points", "welfare points"] {
            assert_eq!(fits(text, approval), Some(MisfitError::Satisfaction(Satisfaction::Points)), "{text}");
            assert_eq!(fits(text, points), None, "{text}");
        }
        for text in ["equal-shares cost add1", "greedy cardinality", "ranking", "top"] {
            assert_eq!((fits(text, approval), fits(text, points)), (None, None), "{text}");
        }
        assert!(fits("greedy borda", points).is_some());
    }

    #[test]
    fn an_area_with_places_is_counted_by_top() {
        for text in ["equal-shares points none", "ranking no-skip", "greedy cost", "welfare points", "phragmen", "top"]
        {
            let rule: CountingRule = text.parse().unwrap();

            assert_eq!(rule.in_area(AreaLimit::Places(10)), Some(Rule::Top { seats: 10, threshold: None }), "{text}");
        }
    }

    #[test]
    fn an_area_with_a_ceiling_is_counted_by_the_rule_itself_and_never_by_top() {
        let ceiling = AreaLimit::Ceiling(crate::domain::money::Money::ZERO);
        for text in
            ["equal-shares cost add1 increment=0.5", "ranking no-skip", "greedy cost", "welfare points", "phragmen"]
        {
            let rule: CountingRule = text.parse().unwrap();

            assert_eq!(rule.in_area(ceiling).map(CountingRule::of), Some(rule), "{text}");
        }
        assert_eq!(CountingRule::Top { threshold: None }.in_area(ceiling), None);
    }
}
