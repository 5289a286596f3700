//! A part of a whole, as widths are drawn.

use std::fmt;

/// A share from nothing to all, in hundredths of a per cent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Share(u16);

impl Share {
    /// Nothing.
    pub const NOTHING: Self = Self(0);
    /// The whole.
    pub const ALL: Self = Self(10_000);

    /// The share of `part` in `whole`, rounded down, at least nothing and at most all; nothing of an empty whole.
    #[must_use]
    pub fn of(part: i64, whole: i64) -> Self {
        if whole <= 0 {
            return Self::NOTHING;
        }
        let share = i128::from(part.max(0)) * 10_000 / i128::from(whole);
        u16::try_from(share).map_or(Self::ALL, |share| Self(share.min(Self::ALL.0)))
    }

    /// This share of a width.
    #[must_use]
    pub(super) fn within(self, width: Self) -> Self {
        let part = u32::from(self.0) * u32::from(width.0) / 10_000;
        u16::try_from(part).map_or(width, Self)
    }

    /// The sum, at most all.
    #[must_use]
    pub(super) fn plus(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0).min(Self::ALL.0))
    }

    /// The difference, at least nothing.
    #[must_use]
    pub(super) fn minus(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// Hundredths of a per cent.
    #[must_use]
    pub(super) const fn hundredths(self) -> u16 {
        self.0
    }

    /// Hundredths of a per cent, up to all.
    #[must_use]
    pub(super) const fn from_hundredths(share: u16) -> Self {
        if share > Self::ALL.0 { Self::ALL } else { Self(share) }
    }
}

impl fmt::Display for Share {
    /// As SVG writes a length: `22.45%`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}%", self.0 / 100, self.0 % 100)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_stays_between_nothing_and_all() {
        assert_eq!(Share::of(1, 3).to_string(), "33.33%");
        assert_eq!(Share::of(5, 4), Share::ALL);
        assert_eq!(Share::of(-1, 4), Share::NOTHING);
        assert_eq!(Share::of(1, 0), Share::NOTHING);
        assert_eq!(Share::of(i64::MAX, i64::MAX), Share::ALL);
    }
}
