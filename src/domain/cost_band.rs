//! Bands of cost by which proposals are looked for: what somebody guesses is no more exact than this.

use super::money::{Currency, Money};
use super::round::words;

words! {
    /// What a proposal may cost, roughly.
    CostBand {
        /// Less than 10,000.
        Small = "small",
        /// From 10,000, less than 50,000.
        Middle = "middle",
        /// From 50,000.
        Large = "large",
        /// Nobody has guessed.
        Unknown = "unknown",
    }
}

/// Where the first band ends, in major units of the currency.
const MIDDLE: i64 = 10_000;
/// Where the second band ends, in major units of the currency.
const LARGE: i64 = 50_000;

/// The amounts of a band.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CostSpan {
    /// No amount at all.
    Unknown,
    /// From the first one, and less than the second where there is one.
    Between(Money, Option<Money>),
}

impl CostBand {
    /// The amounts of the band.
    #[must_use]
    pub fn span(self, currency: &Currency) -> CostSpan {
        let amount = |major: i64| Money::from_minor(major.saturating_mul(10_i64.pow(currency.exponent().into())));
        match self {
            Self::Small => CostSpan::Between(Money::ZERO, Some(amount(MIDDLE))),
            Self::Middle => CostSpan::Between(amount(MIDDLE), Some(amount(LARGE))),
            Self::Large => CostSpan::Between(amount(LARGE), None),
            Self::Unknown => CostSpan::Unknown,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_touch_and_do_not_overlap() {
        let euro = Currency::parse("EUR", 2).unwrap();
        let (middle, large) = (Money::from_minor(1_000_000), Money::from_minor(5_000_000));

        assert_eq!(CostBand::Small.span(&euro), CostSpan::Between(Money::ZERO, Some(middle)));
        assert_eq!(CostBand::Middle.span(&euro), CostSpan::Between(middle, Some(large)));
        assert_eq!(CostBand::Large.span(&euro), CostSpan::Between(large, None));
        assert_eq!(CostBand::Unknown.span(&euro), CostSpan::Unknown);
    }
}
