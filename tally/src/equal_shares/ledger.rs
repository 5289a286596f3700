//! What was paid so far, exactly.
//!
//! A voter who never gave all the money left has the share, less the price of each project bought times what it is
//! worth to the voter. So every sum of money is the share times a whole number, less whole multiples of the prices, and
//! each price follows from those before it. All are kept as whole numbers over one common scale.

use std::collections::HashMap;

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

use super::field::Field;
use super::rough::{Moving, Rough};
use super::state::{State, WHOLE};
use crate::ballot::wide;
use crate::count::number;

/// Whole multiples: of the share, and, taken off, of the prices, each for one unit of worth.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub(super) struct Multiples {
    pub(super) shares: u64,
    /// By purchase.
    pub(super) prices: Vec<u128>,
}

/// A number and how fast it grows with the share, over the ledger's scale.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Line {
    pub(super) now: BigInt,
    pub(super) slope: BigInt,
}

impl Line {
    /// Both over a divisor, which is above zero, to within a rounding.
    pub(super) fn over(&self, divisor: &BigInt) -> Moving {
        let rough = |whole: &BigInt| Rough::rounded(nearest(whole, divisor));
        Moving { now: rough(&self.now), slope: rough(&self.slope) }
    }
}

/// The exact prices of the purchases of one run.
#[derive(Debug)]
pub(super) struct Ledger {
    pub(super) scale: BigInt,
    share: BigInt,
    /// The price of each purchase for one unit of worth, over the scale.
    prices: Vec<Line>,
    /// By project: when it was bought; [`NEVER`] if it was not.
    purchases: Vec<u32>,
}

/// The purchase of a project that was not bought.
const NEVER: u32 = u32::MAX;

impl Ledger {
    pub(super) fn new(share: &BigRational, projects: usize) -> Self {
        Self {
            scale: share.denom().clone(),
            share: share.numer().clone(),
            prices: Vec::new(),
            purchases: vec![NEVER; projects],
        }
    }

    /// Takes in the purchases of the run that it does not know yet, which changes the scale.
    pub(super) fn catch_up(&mut self, field: &Field<'_>, state: &State) {
        while let Some(project) = state.bought.get(self.prices.len()).copied() {
            let purchase = number(self.prices.len());
            let mut weight = 0_u64;
            let mut poor = Multiples::default();
            for backer in field.backers(project) {
                match state.emptied_at(backer.group).cmp(&purchase) {
                    std::cmp::Ordering::Less => {}
                    std::cmp::Ordering::Equal => self.add(&mut poor, (field, state), backer.group, backer.voters),
                    std::cmp::Ordering::Greater => weight = weight.saturating_add(backer.weight()),
                }
            }
            let price = self.price(field.contest.cost(project), &poor, weight);
            self.prices.push(price);
            if let Some(bought) = self.purchases.get_mut(project) {
                *bought = purchase;
            }
        }
    }

    /// Adds the money that some voters of a group have, or had before they gave all of it: they paid in full for what
    /// was bought before that.
    pub(super) fn add(&self, sum: &mut Multiples, (field, state): (&Field<'_>, &State), group: u32, voters: u32) {
        sum.shares = sum.shares.saturating_add(voters.into());
        let emptied = state.emptied_at(group);
        field.each_worth(group, |project, worth| {
            let Some(purchase) = self.purchases.get(project).copied().filter(|purchase| *purchase < emptied) else {
                return;
            };
            let purchase = wide(purchase);
            if sum.prices.len() <= purchase {
                sum.prices.resize(purchase.saturating_add(1), 0);
            }
            if let Some(times) = sum.prices.get_mut(purchase) {
                *times = times.saturating_add(u128::from(worth).saturating_mul(voters.into()));
            }
        });
    }

    /// The money that such multiples are, over the scale.
    pub(super) fn money(&self, sum: &Multiples) -> Line {
        let mut money = Line { now: &self.share * sum.shares, slope: &self.scale * sum.shares };
        for (price, times) in self.prices.iter().zip(&sum.prices).filter(|(_, times)| **times > 0) {
            money.now -= &price.now * *times;
            money.slope -= &price.slope * *times;
        }
        money
    }

    /// The price for one unit of worth when the poor give all their money and the others, of this weight, share the
    /// rest of the cost. The scale grows so that the price is whole.
    fn price(&mut self, cost: i64, poor: &Multiples, weight: u64) -> Line {
        let Line { now: missing, slope } = self.missing(cost, poor);
        let weight = BigInt::from(weight.max(1));
        // The remainders first: the greatest common divisor of small numbers is found much faster.
        let factor = &weight / (&missing % &weight).gcd(&(&slope % &weight)).gcd(&weight);
        if !factor.is_one() {
            self.scale *= &factor;
            self.share *= &factor;
            for price in &mut self.prices {
                price.now *= &factor;
                price.slope *= &factor;
            }
        }
        Line { now: missing * &factor / &weight, slope: slope * factor / weight }
    }

    /// What the poor leave of the cost to the others, over the scale.
    pub(super) fn missing(&self, cost: i64, poor: &Multiples) -> Line {
        let money = self.money(poor);
        Line { now: &self.scale * cost - money.now, slope: -money.slope }
    }

    /// The exact price of a purchase for one unit of worth.
    pub(super) fn price_of(&self, purchase: usize) -> BigRational {
        let now = self.prices.get(purchase).map(|price| price.now.clone()).unwrap_or_default();
        BigRational::new(now, self.scale.clone())
    }

    /// All money that the project's supporters have left.
    pub(super) fn left_to_supporters(&self, field: &Field<'_>, state: &State, project: usize) -> BigRational {
        let mut sum = Multiples::default();
        for backer in field.backers(project).filter(|backer| state.emptied_at(backer.group) == WHOLE) {
            self.add(&mut sum, (field, state), backer.group, backer.voters);
        }
        BigRational::new(self.money(&sum).now, self.scale.clone())
    }

    /// The most that one of the supporters paid who gave all they had left for a purchase, nothing if none did; and how
    /// many of them had anything.
    pub(super) fn given_whole(&self, field: &Field<'_>, state: &State, purchase: usize) -> (BigRational, u32) {
        let Some(project) = state.bought.get(purchase).copied() else { return (BigRational::zero(), 0) };
        let mut seen: HashMap<Multiples, bool> = HashMap::new();
        let (mut most, mut givers) = (BigInt::ZERO, 0_u32);
        for backer in field.backers(project) {
            if state.emptied_at(backer.group) != number(purchase) {
                continue;
            }
            let mut multiples = Multiples::default();
            self.add(&mut multiples, (field, state), backer.group, 1);
            let gave = *seen.entry(multiples).or_insert_with_key(|multiples| {
                let money = self.money(multiples).now;
                let gave = money > BigInt::ZERO;
                if money > most {
                    most = money;
                }
                gave
            });
            givers = givers.saturating_add(if gave { backer.voters } else { 0 });
        }
        (BigRational::new(most, self.scale.clone()), givers)
    }
}

/// The nearest double to a fraction of large whole numbers.
pub(super) fn nearest(numerator: &BigInt, denominator: &BigInt) -> f64 {
    BigRational::new_raw(numerator.clone(), denominator.clone()).to_f64().unwrap_or(f64::NAN)
}
