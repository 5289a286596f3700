//! A rule as a line of text, for files and records.

use std::fmt;
use std::str::FromStr;

use thiserror::Error;

use crate::increment::Increment;
use crate::rule::{Rule, RuleName};

/// The text is no rule.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0:?} is no rule; one is, for instance, \"equal-shares points add1+greedy\", \"ranking\" or \"top seats=10\"")]
pub struct RuleError(String);

/// The name and then the settings, the usual ones left out.
///
/// ```
/// use allmende_tally::{Completion, Rule, Satisfaction};
///
/// let rule = Rule::equal_shares(Satisfaction::Points, Completion::Add1Greedy);
/// assert_eq!(rule.to_string(), "equal-shares points add1+greedy");
/// assert_eq!("top seats=10 threshold=3".parse(), Ok(Rule::Top { seats: 10, threshold: Some(3) }));
/// ```
impl fmt::Display for Rule {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.name().as_str())?;
        match *self {
            Self::Ranking { threshold, stop_at_first_misfit } => {
                write_threshold(out, threshold)?;
                out.write_str(if stop_at_first_misfit { " no-skip" } else { "" })
            }
            Self::Top { seats, threshold } => {
                write!(out, " seats={seats}")?;
                write_threshold(out, threshold)
            }
            Self::Greedy { satisfaction } | Self::Welfare { satisfaction } => write!(out, " {satisfaction}"),
            Self::Phragmen => Ok(()),
            Self::EqualShares { satisfaction, completion, increment } => {
                write!(out, " {satisfaction} {completion}")?;
                if increment.is_one() { Ok(()) } else { write!(out, " increment={increment}") }
            }
        }
    }
}

fn write_threshold(out: &mut fmt::Formatter<'_>, threshold: Option<i64>) -> fmt::Result {
    threshold.map_or(Ok(()), |threshold| write!(out, " threshold={threshold}"))
}

impl FromStr for Rule {
    type Err = RuleError;

    fn from_str(text: &str) -> Result<Self, RuleError> {
        read(text).ok_or_else(|| RuleError(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Rule> {
    let words: Vec<&str> = text.split_ascii_whitespace().collect();
    let (name, settings) = words.split_first()?;
    match (name.parse().ok()?, settings) {
        (RuleName::Ranking, settings) => {
            let (settings, stop_at_first_misfit) = match settings {
                [settings @ .., "no-skip"] => (settings, true),
                settings => (settings, false),
            };
            Some(Rule::Ranking { threshold: read_threshold(settings)?, stop_at_first_misfit })
        }
        (RuleName::Top, [seats, settings @ ..]) => {
            Some(Rule::Top { seats: setting(seats, "seats")?, threshold: read_threshold(settings)? })
        }
        (RuleName::Greedy, [satisfaction]) => Some(Rule::Greedy { satisfaction: satisfaction.parse().ok()? }),
        (RuleName::Welfare, [satisfaction]) => Some(Rule::Welfare { satisfaction: satisfaction.parse().ok()? }),
        (RuleName::Phragmen, []) => Some(Rule::Phragmen),
        (RuleName::EqualShares, [satisfaction, completion, settings @ ..]) => {
            let increment = match settings {
                [] => Increment::ONE,
                [increment] => setting(increment, "increment")?,
                _ => return None,
            };
            let (satisfaction, completion) = (satisfaction.parse().ok()?, completion.parse().ok()?);
            Some(Rule::EqualShares { satisfaction, completion, increment })
        }
        (RuleName::Top | RuleName::Greedy | RuleName::Welfare | RuleName::Phragmen | RuleName::EqualShares, _) => None,
    }
}

/// No setting, or the threshold alone.
fn read_threshold(settings: &[&str]) -> Option<Option<i64>> {
    match settings {
        [] => Some(None),
        [threshold] => setting(threshold, "threshold").map(Some),
        _ => None,
    }
}

fn setting<T: FromStr>(word: &str, name: &str) -> Option<T> {
    word.strip_prefix(name)?.strip_prefix('=')?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_reads_what_it_writes() {
        for text in [
            "ranking",
            "ranking threshold=20 no-skip",
            "top seats=10",
            "top seats=1 threshold=-3",
            "greedy cost",
            "welfare cardinality",
            "phragmen",
            "equal-shares points add1+greedy",
            "equal-shares cost add1-all increment=1/3",
        ] {
            assert_eq!(text.parse::<Rule>().unwrap().to_string(), text);
        }
    }

    #[test]
    fn what_is_no_rule_is_refused_by_its_text() {
        for text in ["", "top", "top seats=x", "greedy", "phragmen cost", "ranking seats=1", "equal-shares points"] {
            assert_eq!(text.parse::<Rule>(), Err(RuleError(text.to_owned())));
        }
    }
}
