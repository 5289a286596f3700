//! Exact fractions: what the count calculates in, and how they are written.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, Signed, ToPrimitive, Zero};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use thiserror::Error;

/// A fraction of whole numbers of any size. It is written as a decimal number where that ends, else as `p/q`, and
/// reads both back.
///
/// ```
/// use allmende_tally::Exact;
/// assert_eq!("25/4".parse::<Exact>().unwrap().to_string(), "6.25");
/// assert_eq!("2/6".parse::<Exact>().unwrap().to_string(), "1/3");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Exact(BigRational);

/// The text is neither a decimal number nor `p/q`.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{0:?} is neither a decimal number nor a fraction p/q")]
pub struct ExactError(String);

impl Exact {
    /// The greatest whole number that is not above it, or `None` when that passes 64 bits.
    #[must_use]
    pub fn floor(&self) -> Option<i64> {
        self.0.floor().to_integer().to_i64()
    }

    /// One divided by it, or `None` for nothing.
    #[must_use]
    pub fn inverse(&self) -> Option<Self> {
        (!self.0.is_zero()).then(|| Self(self.0.recip()))
    }

    /// The nearest double, for pictures only; nothing may be decided by it.
    #[must_use]
    pub fn approximate(&self) -> f64 {
        self.0.to_f64().unwrap_or(f64::NAN)
    }

    /// The same amount in major units of a currency, when this one is in minor units: divided by ten to the
    /// `exponent`.
    #[must_use]
    pub fn in_major_units(&self, exponent: u8) -> Self {
        Self(&self.0 / BigRational::from_integer(BigInt::from(10_u8).pow(u32::from(exponent))))
    }

    /// The value rounded down to `digits` decimals, for people to read.
    #[must_use]
    pub fn rounded_down(&self, digits: u8) -> Self {
        let unit = BigRational::from_integer(BigInt::from(10_u8).pow(u32::from(digits)));
        Self((&self.0 * &unit).floor() / unit)
    }
}

impl From<BigRational> for Exact {
    fn from(value: BigRational) -> Self {
        Self(value)
    }
}

impl From<Exact> for BigRational {
    fn from(value: Exact) -> Self {
        value.0
    }
}

impl From<BigInt> for Exact {
    fn from(value: BigInt) -> Self {
        Self(BigRational::from_integer(value))
    }
}

impl From<i64> for Exact {
    fn from(value: i64) -> Self {
        Self::from(BigInt::from(value))
    }
}

/// How many decimals the fraction needs whose reduced denominator this is, or `None` if no number of them is enough.
fn decimals(denominator: &BigInt) -> Option<u32> {
    let mut rest = denominator.clone();
    let mut most = 0_u32;
    for prime in [2_u8, 5] {
        let prime = BigInt::from(prime);
        let mut times = 0_u32;
        while rest.is_multiple_of(&prime) {
            rest /= &prime;
            times = times.saturating_add(1);
        }
        most = most.max(times);
    }
    rest.is_one().then_some(most)
}

impl fmt::Display for Exact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(digits) = decimals(self.0.denom()) else {
            return write!(out, "{}/{}", self.0.numer(), self.0.denom());
        };
        if digits == 0 {
            return write!(out, "{}", self.0.numer());
        }
        let unit = BigInt::from(10_u8).pow(digits);
        let (whole, part) = (self.0.numer().abs() * &unit / self.0.denom()).div_rem(&unit);
        let sign = if self.0.is_negative() { "-" } else { "" };
        let width = usize::try_from(digits).unwrap_or(usize::MAX);
        write!(out, "{sign}{whole}.{:0>width$}", part.to_string())
    }
}

impl FromStr for Exact {
    type Err = ExactError;

    fn from_str(text: &str) -> Result<Self, ExactError> {
        let wrong = || ExactError(text.to_owned());
        let whole = |digits: &str| BigInt::from_str(digits).map_err(|_| wrong());
        if let Some((top, bottom)) = text.split_once('/') {
            let bottom = whole(bottom)?;
            if bottom.is_zero() {
                return Err(wrong());
            }
            return Ok(Self(BigRational::new(whole(top)?, bottom)));
        }
        let (before, after) = text.split_once('.').unwrap_or((text, ""));
        if !after.bytes().all(|digit| digit.is_ascii_digit()) || (after.is_empty() && text.contains('.')) {
            return Err(wrong());
        }
        let places = u32::try_from(after.len()).map_err(|_| wrong())?;
        Ok(Self(BigRational::new(whole(&format!("{before}{after}"))?, BigInt::from(10_u8).pow(places))))
    }
}

impl Serialize for Exact {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Exact {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finite_fractions_are_decimals_and_others_stay_fractions() {
        for (given, written) in [
            ("1/8", "0.125"),
            ("-1/8", "-0.125"),
            ("3", "3"),
            ("12.50", "12.5"),
            ("7/3", "7/3"),
            ("1/1000", "0.001"),
            ("-0.5", "-0.5"),
        ] {
            let exact: Exact = given.parse().unwrap();
            assert_eq!(exact.to_string(), written);
            assert_eq!(written.parse::<Exact>().unwrap(), exact);
        }
    }

    #[test]
    fn text_that_is_no_number_is_refused() {
        for text in ["", "1/0", "1,5", "1.", "x", "1/2/3", "1.-5", "."] {
            assert!(text.parse::<Exact>().is_err(), "{text:?} was read");
        }
    }

    #[test]
    fn all_but_nothing_has_an_inverse() {
        assert_eq!("-0.4".parse::<Exact>().unwrap().inverse().unwrap().to_string(), "-2.5");
        assert_eq!(Exact::from(0).inverse(), None);
    }

    #[test]
    fn minor_units_become_major_ones() {
        assert_eq!(Exact::from(1250).in_major_units(2).to_string(), "12.5");
        assert_eq!("1000/3".parse::<Exact>().unwrap().in_major_units(2).rounded_down(2).to_string(), "3.33");
    }
}
