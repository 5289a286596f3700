//! The cheapest way to buy a project, with certainty about who is poor: by bounds, and exactly where those do not tell.

use std::collections::HashMap;

use num_bigint::{BigInt, Sign};

use super::field::{Backer, Field};
use super::ledger::{Ledger, Line, Multiples};
use super::price::ExactPrice;
use super::rough::Moving;
use super::state::State;

/// The cheapest way to buy a project: the price for one unit of worth, and who is poor at it.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub(super) price: Moving,
    /// By how much the share can grow while the same supporters are poor.
    pub(super) certain: f64,
    /// Where only exact numbers told whether a group is poor: which, in the order of the supporters.
    settled: Vec<(u32, bool)>,
    /// The same price, where it is known already.
    pub(super) exact: Option<ExactPrice>,
}

/// What supporters lack who cannot pay together; above zero.
pub(super) struct Lacking(pub(super) Moving);

impl Offer {
    /// Says of each supporter in turn whether it gives all it has left; `left` is what it would have left otherwise.
    pub(super) fn who_is_poor(&self) -> impl FnMut(Backer, Moving) -> bool {
        let mut settled = self.settled.iter().peekable();
        move |backer, left| match settled.next_if(|(group, _)| *group == backer.group) {
            Some((_, poor)) => *poor,
            None => left.now.value < 0.0,
        }
    }
}

/// Makes sure who is poor at the price of a [`quote`](super::quote::quote).
///
/// # Errors
/// Where the supporters cannot pay after all.
pub(super) fn offer(
    field: &Field<'_>,
    state: &State,
    ledger: &mut Ledger,
    project: usize,
    (price, weight): (Moving, u64),
) -> Result<Offer, Lacking> {
    let mut certain = f64::INFINITY;
    let mut rich = 0_u64;
    let mut anybody_poor = false;
    for backer in field.backers(project).filter(|backer| state.has_money(backer.group)) {
        let left = state.money(backer.group).less(price, f64::from(backer.worth));
        if left.now.is_unsure() {
            return exactly(field, state, ledger, project);
        }
        certain = left.keeps_its_sign(certain);
        if left.now.value > 0.0 {
            rich = rich.saturating_add(backer.weight());
        } else {
            anybody_poor = true;
        }
    }
    if rich != weight {
        return exactly(field, state, ledger, project);
    }
    let exact = (!anybody_poor).then(|| ExactPrice::Even { cost: field.contest.cost(project), weight });
    Ok(Offer { price, certain, settled: Vec::new(), exact })
}

/// The exact price of a project for one unit of worth, and who is poor at it.
///
/// # Errors
/// Where its supporters cannot pay.
pub(super) fn exactly(field: &Field<'_>, state: &State, ledger: &mut Ledger, project: usize) -> Result<Offer, Lacking> {
    ledger.catch_up(field, state);
    let cost = field.contest.cost(project);
    let backers: Vec<Backer> = field.backers(project).filter(|it| state.has_money(it.group)).collect();
    let mut purses = Purses { field, state, ledger, known: HashMap::new() };
    let mut poor = vec![false; backers.len()];
    loop {
        let mut sum = Multiples::default();
        let mut weight = 0_u64;
        for (backer, poor) in backers.iter().zip(&poor) {
            if *poor {
                purses.add(&mut sum, backer.group, backer.voters);
            } else {
                weight = weight.saturating_add(backer.weight());
            }
        }
        let missing = purses.ledger.missing(cost, &sum);
        if weight == 0 {
            return Err(Lacking(missing.over(&purses.ledger.scale)));
        }
        let divisor = &purses.ledger.scale * weight;
        let price = missing.over(&divisor);
        let asked = Asked { missing, weight, divisor };
        let mut more = false;
        for (backer, poor) in backers.iter().zip(&mut poor).filter(|(_, poor)| !**poor) {
            let left = state.money(backer.group).now.less(price.now, f64::from(backer.worth));
            *poor = if left.is_unsure() {
                asked.left(purses.of(backer.group), *backer).now.sign() == Sign::Minus
            } else {
                left.value < 0.0
            };
            more |= *poor;
        }
        if !more {
            return Ok(settle(state, &mut purses, (&backers, &poor), price, cost, asked));
        }
    }
}

/// What the poor leave of a cost, the weight of those who share it, and the scale times that weight.
struct Asked {
    missing: Line,
    weight: u64,
    divisor: BigInt,
}

impl Asked {
    /// What one voter would have left who pays the price, over the divisor.
    fn left(&self, money: &Line, backer: Backer) -> Line {
        Line {
            now: &money.now * self.weight - &self.missing.now * backer.worth,
            slope: &money.slope * self.weight - &self.missing.slope * backer.worth,
        }
    }
}

/// The money of single voters, worked out once for all who paid the same.
struct Purses<'a> {
    field: &'a Field<'a>,
    state: &'a State,
    ledger: &'a Ledger,
    known: HashMap<Multiples, Line>,
}

impl Purses<'_> {
    fn add(&self, sum: &mut Multiples, group: u32, voters: u32) {
        self.ledger.add(sum, (self.field, self.state), group, voters);
    }

    fn of(&mut self, group: u32) -> &Line {
        let mut alone = Multiples::default();
        self.add(&mut alone, group, 1);
        self.known.entry(alone).or_insert_with_key(|alone| self.ledger.money(alone))
    }
}

fn settle(
    state: &State,
    purses: &mut Purses<'_>,
    (backers, poor): (&[Backer], &[bool]),
    price: Moving,
    cost: i64,
    asked: Asked,
) -> Offer {
    let mut certain = f64::INFINITY;
    let mut settled = Vec::new();
    for (backer, poor) in backers.iter().zip(poor) {
        let left = state.money(backer.group).less(price, f64::from(backer.worth));
        if !left.now.is_unsure() {
            certain = left.keeps_its_sign(certain);
            continue;
        }
        settled.push((backer.group, *poor));
        let left = asked.left(purses.of(backer.group), *backer);
        certain = match (left.now.sign(), left.slope.sign()) {
            // Whoever pays just all there is stays able to pay, or falls short with any higher share.
            (Sign::NoSign, Sign::NoSign | Sign::Plus) => certain,
            (Sign::NoSign, Sign::Minus) => 0.0,
            (Sign::Plus | Sign::Minus, _) => left.over(&asked.divisor).keeps_its_sign(certain),
        };
    }
    let exact = if poor.contains(&true) {
        ExactPrice::Line { line: asked.missing, divisor: asked.divisor }
    } else {
        ExactPrice::Even { cost, weight: asked.weight }
    };
    Offer { price, certain, settled, exact: Some(exact) }
}
