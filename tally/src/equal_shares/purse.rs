//! The money of every voter, exactly.
//!
//! All voters of a group have spent the same, and many groups have the same money left. So there is one table of
//! amounts, all over one common denominator, and each group only knows its line in it: arithmetic is done once per
//! amount, not once per voter, and comparing two amounts compares whole numbers.

use std::collections::{BTreeMap, HashMap};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::supporters::Supporters;

/// Every voter's money.
#[derive(Debug, Clone)]
pub(super) struct Purse {
    /// The common denominator.
    scale: BigInt,
    /// The numerators.
    amounts: Vec<BigInt>,
    /// By group: the line of `amounts` that each of its voters has left.
    line_of: Vec<usize>,
}

/// What a project would cost its supporters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Quote {
    /// Money per unit of satisfaction.
    pub(super) price: BigRational,
    /// The most that one supporter pays.
    pub(super) largest_payment: BigRational,
}

/// Supporters with the same money and the same worth.
struct Payers<'a> {
    money: &'a BigInt,
    worth: i64,
    voters: u64,
}

impl Purse {
    /// Gives every voter of every group the share.
    pub(super) fn new(share: &BigRational, groups: usize) -> Self {
        Self { scale: share.denom().clone(), amounts: vec![share.numer().clone()], line_of: vec![0; groups] }
    }

    /// The supporters by money and worth, the ones first who can pay least for a unit of satisfaction.
    fn payers(&self, supporters: &Supporters) -> Vec<Payers<'_>> {
        let mut alike: HashMap<(usize, i64), u64> = HashMap::new();
        for backing in &supporters.groups {
            if let Some(line) = self.line_of.get(backing.group) {
                let voters = alike.entry((*line, backing.worth)).or_default();
                *voters = voters.saturating_add(backing.voters.into());
            }
        }
        let with_money = alike
            .into_iter()
            .filter_map(|((line, worth), voters)| self.amounts.get(line).map(|money| Payers { money, worth, voters }));
        let mut payers: Vec<Payers<'_>> = with_money.collect();
        payers.sort_by(|one, other| {
            if one.worth == other.worth {
                one.money.cmp(other.money)
            } else {
                (one.money * other.worth).cmp(&(other.money * one.worth))
            }
        });
        payers
    }

    /// All money of a project's supporters together.
    pub(super) fn of_supporters(&self, supporters: &Supporters) -> BigRational {
        let sum: BigInt = self.payers(supporters).iter().map(|payers| payers.money * payers.voters).sum();
        BigRational::new(sum, self.scale.clone())
    }

    /// The least price at which the supporters can buy a project of this cost together, each paying price times worth
    /// or, if that is more than is left, everything. `None` if together they have too little.
    pub(super) fn quote(&self, supporters: &Supporters, cost: i64) -> Option<Quote> {
        let payers = self.payers(supporters);
        let mut missing = BigInt::from(cost) * &self.scale;
        if payers.iter().map(|payers| payers.money * payers.voters).sum::<BigInt>() < missing {
            return None;
        }
        let mut weight: BigInt = payers.iter().map(|payers| BigInt::from(payers.worth) * payers.voters).sum();
        for (index, poorest) in payers.iter().enumerate() {
            if poorest.money * &weight >= &missing * poorest.worth {
                let price = BigRational::new(missing, weight * &self.scale);
                let greatest = payers.iter().skip(index).map(|payers| payers.worth).max().unwrap_or(0);
                let of_the_poor = payers.iter().take(index).map(|payers| payers.money).max();
                let poor = of_the_poor.map(|money| BigRational::new(money.clone(), self.scale.clone()));
                let rich = &price * BigInt::from(greatest);
                return Some(Quote { largest_payment: poor.map_or(rich.clone(), |poor| poor.max(rich)), price });
            }
            missing -= poorest.money * poorest.voters;
            weight -= BigInt::from(poorest.worth) * poorest.voters;
        }
        None
    }

    /// Lets the supporters pay.
    pub(super) fn pay(&mut self, supporters: &Supporters, price: &BigRational) {
        let scale = self.scale.lcm(price.denom());
        let factor = &scale / &self.scale;
        for amount in &mut self.amounts {
            *amount *= &factor;
        }
        let per_worth = price.numer() * (&scale / price.denom());
        self.scale = scale;

        let mut after: HashMap<(usize, i64), usize> = HashMap::new();
        for backing in &supporters.groups {
            let Some(line) = self.line_of.get_mut(backing.group) else { continue };
            let amounts = &mut self.amounts;
            *line = *after.entry((*line, backing.worth)).or_insert_with(|| {
                let left = amounts.get(*line).map(|money| money - &per_worth * backing.worth);
                amounts.push(left.filter(Signed::is_positive).unwrap_or_else(BigInt::zero));
                amounts.len().saturating_sub(1)
            });
        }
        self.forget_unused();
    }

    /// Keeps one line for each amount that somebody has.
    fn forget_unused(&mut self) {
        let mut kept: Vec<BigInt> = Vec::new();
        let mut line_of_amount: BTreeMap<&BigInt, usize> = BTreeMap::new();
        let mut moved: HashMap<usize, usize> = HashMap::new();
        for line in &mut self.line_of {
            let Some(amount) = self.amounts.get(*line) else { continue };
            *line = *moved.entry(*line).or_insert_with(|| {
                *line_of_amount.entry(amount).or_insert_with(|| {
                    kept.push(amount.clone());
                    kept.len().saturating_sub(1)
                })
            });
        }
        self.amounts = kept;
    }
}

#[cfg(test)]
mod tests {
    use super::super::supporters::Backing;
    use super::*;

    fn fraction(top: i64, bottom: i64) -> BigRational {
        BigRational::new(top.into(), bottom.into())
    }

    fn backers(groups: &[(usize, u32, i64)]) -> Supporters {
        let groups =
            groups.iter().map(|(group, voters, worth)| Backing { group: *group, voters: *voters, worth: *worth });
        Supporters { groups: groups.collect(), ..Supporters::default() }
    }

    #[test]
    fn the_poor_pay_all_they_have_and_the_others_share_the_rest() {
        let mut purse = Purse::new(&fraction(10, 1), 2);
        purse.pay(&backers(&[(0, 1, 1)]), &fraction(7, 1));

        let quote = purse.quote(&backers(&[(0, 1, 1), (1, 2, 1)]), 13).unwrap();

        assert_eq!(quote.price, fraction(5, 1), "the first group has 3 left and pays it; 10 remain for two voters");
        assert_eq!(quote.largest_payment, fraction(5, 1));
        assert_eq!(purse.of_supporters(&backers(&[(0, 1, 1)])), fraction(3, 1));
    }

    #[test]
    fn payments_follow_worth_and_stay_exact() {
        let mut purse = Purse::new(&fraction(10, 3), 2);
        let both = backers(&[(0, 1, 1), (1, 1, 2)]);
        let quote = purse.quote(&both, 4).unwrap();
        purse.pay(&both, &quote.price);
        assert_eq!(quote.price, fraction(4, 3));
        assert_eq!(quote.largest_payment, fraction(8, 3));
        assert_eq!(purse.of_supporters(&backers(&[(0, 1, 1)])), fraction(2, 1));
        assert_eq!(purse.of_supporters(&backers(&[(1, 1, 1)])), fraction(2, 3));
    }

    #[test]
    fn supporters_with_a_hair_too_little_get_no_quote() {
        let purse = Purse::new(&fraction(333_333, 100_000), 1);
        assert_eq!(purse.quote(&backers(&[(0, 3, 1)]), 10), None);
        assert!(Purse::new(&fraction(10, 3), 1).quote(&backers(&[(0, 3, 1)]), 10).is_some());
    }
}
