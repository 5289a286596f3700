//! The rule of a round: how the profile of each area becomes an allocation.

use std::fmt;
use std::str::FromStr;

use allmende_tally::{Completion, Rule, Satisfaction};
use thiserror::Error;

use super::round::AreaLimit;

/// A rule with its settings but without seats, which each area has for itself.
///
/// Its text is what the database, the record and pages for experts carry, such as
/// `equal-shares points add1+greedy`, `ranking threshold=20 no-skip` or `top`.
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
    /// Fair shares: the Method of Equal Shares.
    EqualShares {
        /// What a project is worth to a voter.
        satisfaction: Satisfaction,
        /// What happens with money that is left.
        completion: Completion,
    },
}

/// Why a text is no rule.
#[derive(Debug, Error, PartialEq, Eq)]
#[error(
    "{0:?} is no rule; one is for instance \"equal-shares points add1+greedy\", \"ranking threshold=20\" or \"top\""
)]
pub struct CountingRuleError(String);

impl CountingRule {
    /// The rule by which an area is counted. An area with places is always counted by `top`; one with a ceiling
    /// never is, and then there is no answer.
    #[must_use]
    pub fn in_area(self, limit: AreaLimit) -> Option<Rule> {
        match (limit, self) {
            (AreaLimit::Places(seats), Self::Ranking { threshold, .. } | Self::Top { threshold }) => {
                Some(Rule::Top { seats, threshold })
            }
            (AreaLimit::Places(seats), Self::EqualShares { .. }) => Some(Rule::Top { seats, threshold: None }),
            (AreaLimit::Ceiling(_), Self::Ranking { threshold, stop_at_first_misfit }) => {
                Some(Rule::Ranking { threshold, stop_at_first_misfit })
            }
            (AreaLimit::Ceiling(_), Self::EqualShares { satisfaction, completion }) => {
                Some(Rule::EqualShares { satisfaction, completion })
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
            Rule::EqualShares { satisfaction, completion } => Self::EqualShares { satisfaction, completion },
        }
    }
}

impl fmt::Display for CountingRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, threshold) = match self {
            Self::Ranking { threshold, .. } => ("ranking", threshold),
            Self::Top { threshold } => ("top", threshold),
            Self::EqualShares { satisfaction, completion } => {
                return write!(f, "equal-shares {satisfaction} {completion}");
            }
        };
        f.write_str(name)?;
        if let Some(threshold) = threshold {
            write!(f, " threshold={threshold}")?;
        }
        if let Self::Ranking { stop_at_first_misfit: true, .. } = self {
            f.write_str(" no-skip")?;
        }
        Ok(())
    }
}

impl FromStr for CountingRule {
    type Err = CountingRuleError;

    fn from_str(text: &str) -> Result<Self, CountingRuleError> {
        let error = || CountingRuleError(text.to_owned());
        let words: Vec<&str> = text.split_ascii_whitespace().collect();
        let (name, settings) = words.split_first().ok_or_else(error)?;
        if *name == "equal-shares" {
            let [satisfaction, completion] = settings else { return Err(error()) };
            let satisfaction = satisfaction.parse().map_err(|_| error())?;
            return Ok(Self::EqualShares { satisfaction, completion: completion.parse().map_err(|_| error())? });
        }
        let (mut threshold, mut stop_at_first_misfit) = (None, false);
        for setting in settings {
            match setting.strip_prefix("threshold=") {
                Some(number) => threshold = Some(number.parse().map_err(|_| error())?),
                None if *setting == "no-skip" && *name == "ranking" => stop_at_first_misfit = true,
                None => return Err(error()),
            }
        }
        match *name {
            "ranking" => Ok(Self::Ranking { threshold, stop_at_first_misfit }),
            "top" => Ok(Self::Top { threshold }),
            _ => Err(error()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_what_it_prints() {
        for text in
            ["equal-shares points add1+greedy", "ranking", "ranking threshold=20 no-skip", "top", "top threshold=-3"]
        {
            assert_eq!(text.parse::<CountingRule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rule_is_refused_by_name() {
        for text in ["", "greedy", "equal-shares", "equal-shares points", "ranking threshold=x", "top no-skip"] {
            assert_eq!(text.parse::<CountingRule>(), Err(CountingRuleError(text.to_owned())));
        }
    }

    #[test]
    fn an_area_with_places_is_counted_by_top() {
        let rule: CountingRule = "equal-shares points none".parse().unwrap();

        assert_eq!(rule.in_area(AreaLimit::Places(10)), Some(Rule::Top { seats: 10, threshold: None }));
        assert_eq!(
            CountingRule::Top { threshold: None }.in_area(AreaLimit::Ceiling(crate::domain::money::Money::ZERO)),
            None
        );
    }
}
