//! Numbers that are known to within a bound: the filter that saves most exact arithmetic.
//!
//! A [`Rough`] number stands for every real number within `error` of `value`. Each operation widens the bound by more
//! than it can have rounded, so what is told apart by these numbers is told apart in truth; what is not, is decided by
//! whole numbers of any size in [`ledger`](super::ledger).

/// More than the relative error of one operation on doubles, 2^-53.
pub(super) const EPSILON: f64 = f64::EPSILON;

/// A number and how far off it may be.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Rough {
    pub(super) value: f64,
    pub(super) error: f64,
}

impl Rough {
    pub(super) const ZERO: Self = Self { value: 0.0, error: 0.0 };

    /// A number that was rounded once to the nearest double, or a few times.
    pub(super) fn rounded(value: f64) -> Self {
        Self { value, error: value.abs() * 4.0 * EPSILON }
    }

    pub(super) fn low(self) -> f64 {
        self.value - self.error
    }

    pub(super) fn high(self) -> f64 {
        self.value + self.error
    }

    /// Whether it may be zero, or on the other side of it.
    pub(super) fn is_unsure(self) -> bool {
        self.low() <= 0.0 && self.high() >= 0.0
    }

    /// This less `times` of another, `times` being a whole number that a double holds.
    pub(super) fn less(self, other: Self, times: f64) -> Self {
        let product = other.value * times;
        let value = self.value - product;
        let rounding = (value.abs() + product.abs()) * EPSILON;
        Self { value, error: (self.error + other.error * times.abs() + rounding) * GROWTH }
    }

    /// This divided by a positive whole number, which a double holds to within a rounding.
    pub(super) fn over(self, divisor: f64) -> Self {
        let value = self.value / divisor;
        Self { value, error: (self.error / divisor + value.abs() * 3.0 * EPSILON) * GROWTH }
    }
}

/// What makes up for the rounding of the bounds themselves.
const GROWTH: f64 = 1.0 + 16.0 * EPSILON;

/// A sum of many terms that are not negative, or all not positive but for their errors.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Sum {
    value: f64,
    magnitude: f64,
    error: f64,
    terms: f64,
}

impl Sum {
    /// Adds `times` of a number, `times` being a whole number that a double holds.
    pub(super) fn add(&mut self, term: Rough, times: f64) {
        let product = term.value * times;
        self.value += product;
        self.magnitude += product.abs();
        self.error += term.error * times;
        self.terms += 1.0;
    }

    /// The sum, with a bound for what the additions rounded: each at most the sum of magnitudes so far.
    pub(super) fn rough(self) -> Rough {
        let rounding = (self.terms + 2.0) * EPSILON * (self.magnitude + self.error);
        Rough { value: self.value, error: (self.error * (1.0 + self.terms * EPSILON) + rounding) * GROWTH }
    }
}

/// A number that changes with the share: what it is now, and how fast it grows.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Moving {
    pub(super) now: Rough,
    pub(super) slope: Rough,
}

impl Moving {
    pub(super) const ZERO: Self = Self { now: Rough::ZERO, slope: Rough::ZERO };

    pub(super) fn less(self, other: Self, times: f64) -> Self {
        Self { now: self.now.less(other.now, times), slope: self.slope.less(other.slope, times) }
    }

    pub(super) fn over(self, divisor: f64) -> Self {
        Self { now: self.now.over(divisor), slope: self.slope.over(divisor) }
    }

    pub(super) fn at_least(self) -> Bound {
        Bound { now: self.now.low(), slope: self.slope.low() }
    }

    pub(super) fn at_most(self) -> Bound {
        Bound { now: self.now.high(), slope: self.slope.high() }
    }

    /// By how much the share can grow, at most `at_most`, while this surely stays above zero; nothing if it is not
    /// surely so now.
    pub(super) fn stays_positive(self, at_most: f64) -> f64 {
        positive_for(self.now.low(), self.slope.low(), at_most)
    }

    /// The same for the side of zero on which it is now.
    pub(super) fn keeps_its_sign(self, at_most: f64) -> f64 {
        if self.now.value > 0.0 {
            return self.stays_positive(at_most);
        }
        let turned = |rough: Rough| Rough { value: -rough.value, error: rough.error };
        Self { now: turned(self.now), slope: turned(self.slope) }.stays_positive(at_most)
    }
}

/// One side of a [`Moving`] number: what it is no less than, or no more than, now and in growth.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bound {
    pub(super) now: f64,
    slope: f64,
}

impl Bound {
    /// By how much the share can grow, at most `at_most`, while this lower bound surely stays above an upper one.
    pub(super) fn stays_above(self, upper: Self, at_most: f64) -> f64 {
        let rounding = |one: f64, other: f64| (one.abs() + other.abs()) * EPSILON;
        let now = self.now - upper.now - rounding(self.now, upper.now);
        let slope = self.slope - upper.slope - rounding(self.slope, upper.slope);
        positive_for(now, slope, at_most)
    }
}

/// By how much the share can grow, at most `at_most`, while `now` and growth of at least `slope` stay above zero.
fn positive_for(now: f64, slope: f64, at_most: f64) -> f64 {
    if now <= 0.0 {
        0.0
    } else if slope >= 0.0 || now + slope * at_most > now * 1e-9 {
        // Dividing takes longer, and most numbers do not come near.
        at_most
    } else {
        (now / -slope * SAFE).min(at_most)
    }
}

/// Keeps a quotient below what it is rounded from.
const SAFE: f64 = 1.0 - 1e-12;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_the_truth() {
        let third = Rough::rounded(1.0).over(3.0);
        let nothing = Rough::rounded(1.0).less(third, 3.0);
        assert!(nothing.low() <= 0.0 && nothing.high() >= 0.0);
        let mut sum = Sum::default();
        for _ in 0..10_000 {
            sum.add(Rough { value: 0.1, error: 1e-17 }, 3.0);
        }
        let sum = sum.rough();
        assert!(sum.low() < 3_000.0 && 3_000.0 < sum.high() && sum.error < 1e-6);
    }

    #[test]
    fn a_falling_number_stays_positive_for_a_while_and_a_rising_one_for_ever() {
        let moving = |now, slope| Moving { now: Rough::rounded(now), slope: Rough::rounded(slope) };
        let for_ever = f64::INFINITY;
        assert!((moving(6.0, -2.0).stays_positive(for_ever) - 3.0).abs() < 1e-9);
        assert!(moving(6.0, -2.0).stays_positive(for_ever) < 3.0);
        assert_eq!(moving(6.0, -2.0).stays_positive(2.0), 2.0);
        assert_eq!(moving(6.0, 2.0).stays_positive(for_ever), for_ever);
        assert_eq!(moving(0.0, 2.0).stays_positive(for_ever), 0.0);
        assert!((moving(-6.0, 2.0).keeps_its_sign(for_ever) - 3.0).abs() < 1e-9);
        let above = moving(6.0, -3.0).at_least().stays_above(moving(2.0, -1.0).at_most(), for_ever);
        assert!(above < 2.0 && above > 2.0 - 1e-9);
    }
}
