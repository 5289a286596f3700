//! Exact prices, and what tells two of them apart: in 128 bits where nobody is poor, else with numbers of any size.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::ledger::Line;
use super::rough::Moving;

/// A price for one unit of worth.
#[derive(Debug, Clone)]
pub(super) enum ExactPrice {
    /// The cost over the worth to all who pay: nobody is poor who has anything, so the share does not matter.
    Even { cost: i64, weight: u64 },
    /// A number that moves with the share, over a divisor.
    Line { line: Line, divisor: BigInt },
}

/// A price, and the satisfaction that one unit of worth stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Priced<'a> {
    pub(super) price: &'a ExactPrice,
    pub(super) unit: i64,
}

impl Priced<'_> {
    /// Which of two prices for one unit of satisfaction is higher now.
    pub(super) fn compare(&self, other: &Self) -> Ordering {
        self.compare_even(other).unwrap_or_else(|| self.difference(other).0.now.sign().cmp(&num_bigint::Sign::NoSign))
    }

    /// How far this is above another price, now and in growth.
    pub(super) fn above(&self, other: &Self) -> Moving {
        let (line, divisor) = self.difference(other);
        line.over(&divisor)
    }

    /// Whether both prices for one unit of satisfaction grow alike.
    pub(super) fn moves_like(&self, other: &Self) -> bool {
        match (self.price, other.price) {
            (ExactPrice::Even { .. }, ExactPrice::Even { .. }) => true,
            _ => self.difference(other).0.slope == BigInt::ZERO,
        }
    }

    /// [`Self::compare`] where both are even and the products fit 128 bits.
    fn compare_even(&self, other: &Self) -> Option<Ordering> {
        let (ExactPrice::Even { cost, weight }, ExactPrice::Even { cost: others, weight: other_weight }) =
            (self.price, other.price)
        else {
            return None;
        };
        let product = |cost: i64, weight: u64, unit: i64| {
            u128::from(cost.unsigned_abs()).checked_mul(weight.into())?.checked_mul(unit.unsigned_abs().into())
        };
        Some(product(*cost, *other_weight, other.unit)?.cmp(&product(*others, *weight, self.unit)?))
    }

    /// This less another, over a divisor.
    fn difference(&self, other: &Self) -> (Line, BigInt) {
        let ((own, divisor), (others, other_divisor)) = (self.for_satisfaction(), other.for_satisfaction());
        let now = own.now * &other_divisor - others.now * &divisor;
        let slope = own.slope * &other_divisor - others.slope * &divisor;
        (Line { now, slope }, divisor * other_divisor)
    }

    fn for_satisfaction(&self) -> (Line, BigInt) {
        match self.price {
            ExactPrice::Even { cost, weight } => {
                (Line { now: (*cost).into(), slope: BigInt::ZERO }, BigInt::from(*weight) * self.unit)
            }
            ExactPrice::Line { line, divisor } => (line.clone(), divisor * self.unit),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn even(cost: i64, weight: u64) -> ExactPrice {
        ExactPrice::Even { cost, weight }
    }

    #[test]
    fn prices_compare_alike_in_128_bits_and_in_more() {
        let line = |cost: i64, weight: u64| ExactPrice::Line {
            line: Line { now: cost.into(), slope: BigInt::ZERO },
            divisor: weight.into(),
        };
        let most = (i64::MAX, u64::MAX);
        for (one, other, expected) in [
            ((6, 4), (3, 2), Ordering::Equal),
            ((6, 4), (3, 1), Ordering::Less),
            (most, (i64::MAX - 1, u64::MAX), Ordering::Greater),
            (most, most, Ordering::Equal),
        ] {
            for unit in [1, 7, i64::MAX] {
                let (own, others) = (even(one.0, one.1), even(other.0, other.1));
                let even = Priced { price: &own, unit }.compare(&Priced { price: &others, unit });
                let (own, others) = (line(one.0, one.1), line(other.0, other.1));
                let in_lines = Priced { price: &own, unit }.compare(&Priced { price: &others, unit });
                assert_eq!((even, in_lines), (expected, expected), "{one:?} {other:?} {unit}");
            }
        }
    }

    #[test]
    fn a_price_is_divided_by_the_satisfaction_of_a_unit() {
        let (own, others) = (even(6, 1), even(4, 1));
        assert_eq!(Priced { price: &own, unit: 3 }.compare(&Priced { price: &others, unit: 1 }), Ordering::Less);
    }
}
