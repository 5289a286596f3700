//! Reports about texts that everybody can read, and the figures that may be told of them.

use chrono::TimeDelta;

use super::round::words;

words! {
    /// What became of a report.
    ReportOutcome {
        /// The text was hidden.
        Hidden = "hidden",
        /// The text stays: it breaks no rule.
        Kept = "kept",
        /// The author took the text back before anybody had decided.
        Withdrawn = "withdrawn",
    }
}

words! {
    /// What of a proposal is hidden.
    HiddenPart {
        /// All that it says.
        Text = "text",
        /// The name that stands with it, and nothing else.
        Name = "name",
    }
}

/// Within what time somebody decides on a report.
pub const DECIDED_WITHIN: TimeDelta = TimeDelta::days(7);
/// The longest explanation of a report, in characters.
pub const LONGEST_EXPLANATION: usize = 1000;
/// The longest note of the office on a report, in characters.
pub const LONGEST_NOTE: usize = 500;

/// From so many on a figure is told as it is. A smaller one might be one person, whom others could name.
const MANY: i64 = 5;

/// A number as everybody may read it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// So many, or none.
    Exact(i64),
    /// Some, and fewer than five.
    Few,
    /// At least so many: the sum of what is told, where a part of it is not.
    AtLeast(i64),
}

impl Figure {
    /// A number that stands for people or what they did.
    #[must_use]
    pub const fn of(count: i64) -> Self {
        if count > 0 && count < MANY { Self::Few } else { Self::Exact(count) }
    }

    /// The sum of some figures: exact only where each of them is, so that nobody reckons back what is not told.
    #[must_use]
    pub fn sum(figures: &[Self]) -> Self {
        let told = |figure: &Self| match figure {
            Self::Exact(count) | Self::AtLeast(count) => *count,
            Self::Few => 1,
        };
        let sum = figures.iter().map(told).fold(0, i64::saturating_add);
        if figures.iter().all(|figure| matches!(figure, Self::Exact(_))) {
            Self::Exact(sum)
        } else {
            Self::AtLeast(sum)
        }
    }

    /// Whether there are enough that a middle value names nobody.
    #[must_use]
    pub const fn has_median(count: i64) -> bool {
        count >= MANY
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_few_are_never_told_exactly_not_even_by_a_sum() {
        assert_eq!(
            [0, 1, 4, 5, 40].map(Figure::of),
            [Figure::Exact(0), Figure::Few, Figure::Few, Figure::Exact(5), Figure::Exact(40)]
        );
        assert_eq!(Figure::sum(&[Figure::Exact(5), Figure::Exact(0)]), Figure::Exact(5));
        assert_eq!(Figure::sum(&[Figure::Exact(5), Figure::of(1)]), Figure::sum(&[Figure::Exact(5), Figure::of(4)]));
        assert_eq!(Figure::sum(&[Figure::Exact(5), Figure::of(1)]), Figure::AtLeast(6));
    }
}
