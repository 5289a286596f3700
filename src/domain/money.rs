//! Money: whole minor units with checked arithmetic, and the currency that a round counts in.

use thiserror::Error;

/// An amount in minor units of its round's currency (cents for the euro). May be negative as a difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Money(i64);

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(0);

    /// Takes minor units.
    #[must_use]
    pub const fn from_minor(units: i64) -> Self {
        Self(units)
    }

    /// The minor units.
    #[must_use]
    pub const fn minor(self) -> i64 {
        self.0
    }

    /// The sum, or `None` when it passes 64 bits.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` when it passes 64 bits.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The sum of many, or `None` when it passes 64 bits.
    pub fn checked_sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        amounts.into_iter().try_fold(Self::ZERO, Self::checked_add)
    }
}

/// What a round counts its money in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    code: String,
    exponent: u8,
}

/// Why something is not a currency.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum CurrencyError {
    /// The code is not three capital letters.
    #[error("a currency code is three capital letters such as EUR, not {0:?}")]
    Code(String),
    /// More than six decimals.
    #[error("a currency has 0 to 6 decimals, not {0}")]
    Exponent(u8),
}

impl Currency {
    /// A three-letter ISO 4217 code and the number of decimals, 0 to 6.
    ///
    /// # Errors
    /// When the code is not three capital letters or the exponent is over 6.
    pub fn parse(code: &str, exponent: u8) -> Result<Self, CurrencyError> {
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
            return Err(CurrencyError::Code(code.to_owned()));
        }
        if exponent > 6 {
            return Err(CurrencyError::Exponent(exponent));
        }
        Ok(Self { code: code.to_owned(), exponent })
    }

    /// No currency, ISO 4217's `XXX`, with a number of decimals of which at most 6 count.
    #[must_use]
    pub fn none(exponent: u8) -> Self {
        Self { code: "XXX".to_owned(), exponent: exponent.min(6) }
    }

    /// The ISO 4217 code.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.code
    }

    /// How many decimals a major unit has.
    #[must_use]
    pub const fn exponent(&self) -> u8 {
        self.exponent
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_past_64_bits_is_refused() {
        assert_eq!(Money::checked_sum([Money::from_minor(i64::MAX), Money::from_minor(1)]), None);
    }

    #[test]
    fn a_currency_is_three_capitals_and_at_most_six_decimals() {
        assert!(Currency::parse("EUR", 2).is_ok());
        assert_eq!(Currency::parse("eur", 2), Err(CurrencyError::Code("eur".into())));
        assert_eq!(Currency::parse("EUR", 7), Err(CurrencyError::Exponent(7)));
    }
}
