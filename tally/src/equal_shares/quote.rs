//! What a project would cost its supporters now: roughly, and exactly where that does not tell.

use std::cmp::Ordering;
use std::collections::HashMap;

use num_bigint::BigInt;

use super::field::{Backer, Field};
use super::ledger::{Ledger, Line, Multiples, nearest};
use super::rough::{Moving, Rough, Sum};
use super::state::{State, double};

/// What one pass over the supporters finds at some price.
#[derive(Debug, Clone, Copy, Default)]
struct Pass {
    poor: u64,
    /// The money of the poor, now and its growth.
    money: Sum,
    growth: Sum,
    /// The worth of the project to all who can pay the price.
    weight: u64,
}

fn pass(backers: &[Backer], state: &State, price: f64) -> Pass {
    let mut pass = Pass::default();
    for backer in backers {
        let money = state.money(backer.group);
        let voters = f64::from(backer.voters);
        if money.now.value < price * f64::from(backer.worth) {
            pass.poor = pass.poor.saturating_add(1);
            pass.money.add(money.now, voters);
            pass.growth.add(money.slope, voters);
        } else {
            pass.weight = pass.weight.saturating_add(backer.weight());
        }
    }
    pass
}

/// What a project would cost its supporters, roughly.
#[derive(Debug, Clone, Copy)]
pub(super) enum Quote {
    /// No less than this price for one unit of worth, now and wherever the share is higher and everything before was
    /// bought as now; exactly this if those who are poor at it leave this weight to the others.
    AtLeast(Moving, u64),
    /// Its supporters together lack this (not surely anything, where it is not surely above zero).
    Lacking(Moving),
}

/// Looks for the price at which the supporters can just pay, upwards from `start`, which is above zero and no more than
/// it.
///
/// Whoever is taken for poor, the price at which the others can carry the rest is never above the true one, because
/// each supporter pays at most what the price asks and at most the money there is. So it serves as a bound wherever the
/// share goes, and the true price is the one whose poor are poor.
pub(super) fn quote(field: &Field<'_>, state: &State, project: usize, start: f64) -> Quote {
    let backers = field.backers(project);
    let cost = Moving { now: Rough::rounded(double(&field.contest.cost(project))), slope: Rough::ZERO };
    let mut price = start;
    let mut poor = None;
    loop {
        let found = pass(backers, state, price);
        let missing = cost.less(Moving { now: found.money.rough(), slope: found.growth.rough() }, 1.0);
        if found.weight == 0 {
            return Quote::Lacking(missing);
        }
        let at_least = missing.over(double(&found.weight));
        // Raising the price only makes more poor; when nobody becomes poor any more, it is the true one.
        if poor == Some(found.poor) || at_least.now.value <= price {
            return Quote::AtLeast(at_least, found.weight);
        }
        poor = Some(found.poor);
        price = at_least.now.value;
    }
}

/// The cheapest way to buy a project: the price for one unit of worth, and who is poor at it.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) price: Moving,
    /// By how much the share can grow while the same supporters are poor.
    pub(super) certain: f64,
    /// Where only exact numbers told whether a group is poor: which, in the order of the supporters.
    settled: Vec<(u32, bool)>,
    exact: Option<ExactPrice>,
}

/// A price for one unit of worth, over a divisor.
#[derive(Debug, Clone)]
pub(super) struct ExactPrice {
    line: Line,
    divisor: BigInt,
}

impl ExactPrice {
    /// Which of two prices for one unit of satisfaction is higher, now, and which grows faster. `units` are the
    /// satisfaction that one unit of worth stands for.
    pub(super) fn compare(&self, unit: i64, other: &Self, other_unit: i64) -> (Ordering, Ordering) {
        let (own, others) = (&other.divisor * other_unit, &self.divisor * unit);
        let now = (&self.line.now * &own).cmp(&(&other.line.now * &others));
        (now, (&self.line.slope * own).cmp(&(&other.line.slope * others)))
    }
}

impl Offer {
    pub(super) const fn exact(&self) -> Option<&ExactPrice> {
        self.exact.as_ref()
    }

    /// Says of each supporter in turn whether it gives all it has left; `left` is what it would have left otherwise.
    pub(super) fn who_is_poor(&self) -> impl FnMut(Backer, Moving) -> bool {
        let mut settled = self.settled.iter().peekable();
        move |backer, left| match settled.next_if(|(group, _)| *group == backer.group) {
            Some((_, poor)) => *poor,
            None => left.now.value < 0.0,
        }
    }
}

/// Makes sure who is poor at the price of a [`quote`]; `None` where the supporters cannot pay after all.
pub(super) fn offer(
    field: &Field<'_>,
    state: &State,
    ledger: &mut Ledger,
    project: usize,
    (price, weight): (Moving, u64),
) -> Option<Offer> {
    let mut certain = f64::INFINITY;
    let mut rich = 0_u64;
    for backer in field.backers(project).iter().filter(|backer| state.has_money(backer.group)) {
        let left = state.money(backer.group).less(price, f64::from(backer.worth));
        if left.now.is_unsure() {
            return exactly(field, state, ledger, project);
        }
        certain = left.keeps_its_sign(certain);
        if left.now.value > 0.0 {
            rich = rich.saturating_add(backer.weight());
        }
    }
    if rich != weight {
        return exactly(field, state, ledger, project);
    }
    Some(Offer { price, certain, settled: Vec::new(), exact: None })
}

/// The exact price of a project for one unit of worth, and who is poor at it; `None` if its supporters cannot pay.
pub(super) fn exactly(field: &Field<'_>, state: &State, ledger: &mut Ledger, project: usize) -> Option<Offer> {
    let backers: Vec<Backer> = field.backers(project).iter().copied().filter(|it| state.has_money(it.group)).collect();
    let mut known: HashMap<Multiples, BigInt> = HashMap::new();
    let mut poor = vec![false; backers.len()];
    loop {
        let mut sum = Multiples::default();
        let mut weight = 0_u64;
        if poor.contains(&true) {
            ledger.catch_up(field, state);
        }
        for (backer, poor) in backers.iter().zip(&poor) {
            if *poor {
                ledger.add(&mut sum, backer.group, backer.voters);
            } else {
                weight = weight.saturating_add(backer.weight());
            }
        }
        if weight == 0 {
            return None;
        }
        let mut line = ledger.missing(field.contest.cost(project), &sum);
        let divisor = &ledger.scale * weight;
        let rough = |whole: &BigInt| Rough::rounded(nearest(whole, &divisor));
        let price = Moving { now: rough(&line.now), slope: rough(&line.slope) };
        let mut more = false;
        for (backer, poor) in backers.iter().zip(&mut poor).filter(|(_, poor)| !**poor) {
            let left = state.money(backer.group).now.less(price.now, f64::from(backer.worth));
            *poor = if left.is_unsure() {
                if ledger.catch_up(field, state) {
                    line = ledger.missing(field.contest.cost(project), &sum);
                }
                let mut alone = Multiples::default();
                ledger.add(&mut alone, backer.group, 1);
                let money = known.entry(alone).or_insert_with_key(|alone| ledger.money(alone).now);
                &*money * weight < &line.now * backer.worth
            } else {
                left.value < 0.0
            };
            more |= *poor;
        }
        if !more {
            let exact = ExactPrice { line, divisor: &ledger.scale * weight };
            return Some(settle(state, &backers, &poor, price, exact));
        }
    }
}

fn settle(state: &State, backers: &[Backer], poor: &[bool], price: Moving, exact: ExactPrice) -> Offer {
    let mut certain = f64::INFINITY;
    let mut settled = Vec::new();
    for (backer, poor) in backers.iter().zip(poor) {
        let left = state.money(backer.group).less(price, f64::from(backer.worth));
        // Whoever stands on the border between poor and rich may cross it with the next higher share.
        certain = left.keeps_its_sign(certain);
        if left.now.is_unsure() {
            settled.push((backer.group, *poor));
        }
    }
    Offer { price, certain, settled, exact: Some(exact) }
}
