//! The amounts of a count in words: whole and exact ones, rounded so that both sides of a comparison add up.

use super::exact::{Rounding, money_of_exact};
use super::words::Words;
use crate::domain::money::{Currency, Money};

/// Writes amounts that are given in minor units.
#[derive(Debug, Clone, Copy)]
pub struct Amounts<'a> {
    words: Words<'a>,
    currency: &'a Currency,
    /// How many of the currency's units make one of the given ones.
    units: u32,
}

impl<'a> Amounts<'a> {
    /// Writes amounts in the currency's own minor units.
    #[must_use]
    pub const fn new(words: Words<'a>, currency: &'a Currency) -> Self {
        Self { words, currency, units: 1 }
    }

    /// Writes amounts of which one is as much as so many of the currency's minor units, for counts in whole units whose
    /// payments need cents.
    #[must_use]
    pub const fn finer(words: Words<'a>, currency: &'a Currency, units: u32) -> Self {
        Self { words, currency, units }
    }

    /// The words that the amounts stand in.
    #[must_use]
    pub const fn words(&self) -> Words<'a> {
        self.words
    }

    /// A whole amount.
    #[must_use]
    pub fn whole(&self, minor: i64) -> String {
        self.write(minor.saturating_mul(self.units.into()))
    }

    /// A fraction of a minor unit, as a count writes it. One that passes 64 bits stays a fraction.
    #[must_use]
    pub fn exact(&self, minor: &str, rounding: Rounding) -> String {
        match money_of_exact(minor, self.units, rounding) {
            Some(amount) => self.words.money_exact(amount, self.currency),
            None => minor.to_owned(),
        }
    }

    /// What people had left and how much that is short of a cost.
    ///
    /// It is cut to whole major units where the cost is whole too: "€81,529 left, €58,471 short" is easier to read than
    /// cents, and both still add up to the cost. Less than one unit keeps its cents.
    #[must_use]
    pub fn left_and_short(&self, left: &str, cost: i64) -> (String, String) {
        let cost = cost.saturating_mul(self.units.into());
        let left = money_of_exact(left, self.units, Rounding::Down).map_or(0, Money::minor);
        let major = 10_i64.pow(u32::from(self.currency.exponent()));
        let left = if cost % major == 0 && left >= major { left - left % major } else { left };
        (self.write(left), self.write(cost.saturating_sub(left)))
    }

    fn write(&self, minor: i64) -> String {
        self.words.money_exact(Money::from_minor(minor), self.currency)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{Catalogue, Language};

    #[test]
    fn whole_units_can_be_written_with_cents_and_without_a_currency() {
        let catalogue = Catalogue::load().unwrap();
        let words = Words::new(&catalogue, Language::German, chrono_tz::UTC);
        let zloty = Currency::parse("PLN", 2).unwrap();
        let none = Currency::parse("XXX", 2).unwrap();

        let amounts = Amounts::finer(words, &zloty, 100);

        assert_eq!(amounts.whole(1_500), "1.500\u{a0}PLN");
        assert_eq!(amounts.exact("83/2", Rounding::Down), "41,50\u{a0}PLN");
        assert_eq!(amounts.exact("1/3", Rounding::Up), "0,34\u{a0}PLN");
        assert_eq!(amounts.left_and_short("163/4", 60), ("40\u{a0}PLN".into(), "20\u{a0}PLN".into()));
        assert_eq!(Amounts::new(words, &none).whole(150), "1,50");
    }
}
