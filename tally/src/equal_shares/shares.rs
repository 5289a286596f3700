//! The shares that Add1 tries, and how many of them one run stands for.

use std::num::NonZero;
use std::thread;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

use super::field::Field;
use super::ledger::nearest;
use super::run::Run;
use crate::increment::Increment;

/// Which shares are tried, and what ends the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Budget over voters, then each time an increment more; an outcome to which no supported project can be added
    /// stands at once. As pabutools does it.
    Supported,
    /// The same, but as long as any project can be added, supported or not, it goes on.
    All,
    /// Budget over voters, then the whole major units of that and so many increments as are more; only passing the
    /// budget ends it, or having bought everything. As Pabulib's own counts do it.
    Whole,
}

/// The money over the voters; nothing if there are none.
pub(super) fn first_share(field: &Field<'_>) -> BigRational {
    match field.contest.voters {
        0 => BigRational::zero(),
        voters => BigRational::new(field.contest.budget().into(), voters.into()),
    }
}

/// The shares of Add1: the first, and then a base and so many increments.
#[derive(Debug)]
pub(super) struct Shares {
    base: BigRational,
    increment: BigRational,
    /// How many increments the first share has, at least.
    pub(super) first: u128,
}

impl Shares {
    pub(super) fn new(field: &Field<'_>, manner: Manner, increment: Increment) -> Self {
        let major = field.contest.instance.major_unit();
        let unit = BigRational::from_integer(BigInt::from(major));
        let first = first_share(field);
        let base = match manner {
            Manner::Supported | Manner::All => first.clone(),
            Manner::Whole => (&first / &unit).floor() * unit,
        };
        let increment = increment.in_minor_units(major);
        let increments = ((first - &base) / &increment).to_integer().to_u128().unwrap_or(0);
        Self { base, increment, first: increments }
    }

    pub(super) fn with(&self, increments: u128) -> BigRational {
        &self.base + &self.increment * BigRational::from_integer(increments.into())
    }

    /// How many of the next shares a run stands for: they are all above its share by less than what is certain.
    pub(super) fn spared(&self, run: &Run, pace: Pace) -> u128 {
        match pace {
            Pace::EachShare => 0,
            Pace::Threads(_) | Pace::Fastest => {
                let increments = run.certain / nearest(self.increment.numer(), self.increment.denom());
                (increments * CAUTION).floor().clamp(0.0, MOST).to_u128().unwrap_or(0)
            }
        }
    }
}

/// More increments are never counted: of the smallest, no amount of 64 bits has 2^96.
const MOST: f64 = 79_228_162_514_264_337_593_543_950_336.0;

/// Keeps the quotient of two rounded numbers below the true one.
const CAUTION: f64 = 1.0 - 1e-12;

/// How the shares are gone through. No outcome depends on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pace {
    /// Every share gets a run. Only tests want this.
    #[cfg_attr(not(test), expect(dead_code, reason = "what jumps are held against"))]
    EachShare,
    /// Shares are passed over where nothing depends on them, with so many threads. Only tests want this.
    #[cfg_attr(not(test), expect(dead_code, reason = "what numbers of threads are held against"))]
    Threads(u64),
    /// The same with as many threads as there are processors.
    Fastest,
}

/// More threads hardly help, and may try many shares beyond the end.
const MOST_THREADS: usize = 16;

impl Pace {
    pub(super) fn threads(self) -> u64 {
        match self {
            Self::Threads(threads) => threads,
            Self::EachShare | Self::Fastest => {
                thread::available_parallelism().map_or(1, NonZero::get).min(MOST_THREADS).try_into().unwrap_or(1)
            }
        }
    }
}
