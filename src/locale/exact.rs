//! Exact fractions, as the count writes them, as money.

use crate::domain::money::Money;
use num_bigint::{BigInt, Sign};

/// Where a fraction of the smallest unit goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rounding {
    /// To the nearest unit, halves away from zero.
    Nearest,
    /// To the unit below: what somebody has left.
    Down,
    /// To the unit above: what somebody lacks, so that a lack never reads as nothing.
    Up,
}

/// Reads `1234`, `92.64` or `-400/3`, an amount in units of which `minor_per_unit` minor units make one, as money:
/// 1 when the text is in minor units, 100 when it is in euro. `None` when it is no such number or passes 64 bits.
#[must_use]
pub fn money_of_exact(text: &str, minor_per_unit: u32, rounding: Rounding) -> Option<Money> {
    let (numerator, denominator) = fraction(text)?;
    let numerator = numerator * minor_per_unit;
    let (floor, rest) = floor_and_rest(&numerator, &denominator);
    let up = match rounding {
        Rounding::Down => false,
        Rounding::Up => rest.sign() != Sign::NoSign,
        Rounding::Nearest => match (&rest * 2u8).cmp(&denominator) {
            std::cmp::Ordering::Less => false,
            std::cmp::Ordering::Equal => numerator.sign() == Sign::Plus,
            std::cmp::Ordering::Greater => true,
        },
    };
    i64::try_from(floor + u8::from(up)).ok().map(Money::from_minor)
}

fn fraction(text: &str) -> Option<(BigInt, BigInt)> {
    if let Some((numerator, denominator)) = text.split_once('/') {
        let (numerator, denominator) = (integer(numerator)?, integer(denominator)?);
        return (denominator.sign() == Sign::Plus).then_some((numerator, denominator));
    }
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let places = u32::try_from(decimals.len()).ok()?;
    if text.contains('.') && !(places > 0 && decimals.bytes().all(|digit| digit.is_ascii_digit())) {
        return None;
    }
    Some((integer(&format!("{whole}{decimals}"))?, BigInt::from(10u8).pow(places)))
}

fn integer(text: &str) -> Option<BigInt> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    (!digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit())).then(|| text.parse().ok())?
}

/// Division that rounds down for negative numbers too; the rest is never negative.
fn floor_and_rest(numerator: &BigInt, denominator: &BigInt) -> (BigInt, BigInt) {
    let (quotient, rest) = (numerator / denominator, numerator % denominator);
    if rest.sign() == Sign::Minus { (quotient - 1u8, rest + denominator) } else { (quotient, rest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minor(text: &str, rounding: Rounding) -> Option<i64> {
        money_of_exact(text, 1, rounding).map(Money::minor)
    }

    #[test]
    fn fractions_and_decimals_are_rounded_as_asked() {
        assert_eq!(minor("400/3", Rounding::Nearest), Some(133));
        assert_eq!(minor("400/3", Rounding::Up), Some(134));
        assert_eq!(minor("5/2", Rounding::Nearest), Some(3));
        assert_eq!(minor("-5/2", Rounding::Nearest), Some(-3));
        assert_eq!(minor("-5/2", Rounding::Down), Some(-3));
        assert_eq!(minor("-5/2", Rounding::Up), Some(-2));
        assert_eq!(minor("7", Rounding::Up), Some(7));
        assert_eq!(minor("-0.4", Rounding::Nearest), Some(0));
        assert_eq!(money_of_exact("92.645", 100, Rounding::Down), Some(Money::from_minor(9264)));
    }

    #[test]
    fn long_fractions_are_exact() {
        let third = format!("{}/3", "1".repeat(60));
        let ninth = format!("{}/{}", "5".repeat(80), "9".repeat(78));

        assert_eq!(minor(&third, Rounding::Nearest), None);
        assert_eq!(minor(&ninth, Rounding::Nearest), Some(56));
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in ["", "-", "1/0", "1/-2", "1/2/3", "1.", ".5.", "1e3", "+1", "1,5", " 1"] {
            assert_eq!(minor(text, Rounding::Nearest), None, "{text:?}");
        }
    }
}
