//! By how much Add1 raises the shares.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::{BigRational, Ratio};
use num_traits::{One, Signed, ToPrimitive};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::exact::Exact;

/// A positive amount in major units, of which numerator and denominator fit 32 bits: `1`, `0.05`, `1/3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Increment(Ratio<u32>);

/// The text is no increment.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("{0:?} is no increment; one is a number above zero such as 1, 0.05 or 1/3")]
pub struct IncrementError(String);

impl Increment {
    /// One major unit, as its name says of Add1.
    pub const ONE: Self = Self(Ratio::new_raw(1, 1));

    /// Whether it is the usual one.
    #[must_use]
    pub fn is_one(&self) -> bool {
        self.0.is_one()
    }

    /// In minor units, of which `major_unit` are one major unit.
    pub(crate) fn in_minor_units(self, major_unit: i64) -> BigRational {
        BigRational::new(BigInt::from(*self.0.numer()) * major_unit, BigInt::from(*self.0.denom()))
    }
}

impl Default for Increment {
    fn default() -> Self {
        Self::ONE
    }
}

impl fmt::Display for Increment {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        Exact::from(BigRational::new((*self.0.numer()).into(), (*self.0.denom()).into())).fmt(out)
    }
}

impl FromStr for Increment {
    type Err = IncrementError;

    fn from_str(text: &str) -> Result<Self, IncrementError> {
        let read = text.parse::<Exact>().ok().map(BigRational::from).filter(Signed::is_positive);
        let ratio = read.and_then(|read| Some(Ratio::new(read.numer().to_u32()?, read.denom().to_u32()?)));
        ratio.map(Self).ok_or_else(|| IncrementError(text.to_owned()))
    }
}

impl TryFrom<String> for Increment {
    type Error = IncrementError;

    fn try_from(text: String) -> Result<Self, IncrementError> {
        text.parse()
    }
}

impl From<Increment> for String {
    fn from(increment: Increment) -> Self {
        increment.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_increment_reads_what_it_prints_and_is_above_zero() {
        for text in ["1", "0.05", "1/3", "100"] {
            assert_eq!(text.parse::<Increment>().unwrap().to_string(), text);
        }
        for text in ["0", "-1", "", "1/0", "99999999999", "one"] {
            assert_eq!(text.parse::<Increment>(), Err(IncrementError(text.to_owned())));
        }
        let half: Increment = "0.5".parse().unwrap();
        assert_eq!(half.in_minor_units(100), BigRational::from_integer(50.into()));
    }
}
