//! What a project would cost its supporters now, roughly; [`offer`](super::offer) makes sure of it.

use super::field::{Backer, Field};
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

fn pass(backers: impl Iterator<Item = Backer>, state: &State, price: f64) -> Pass {
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
        let found = pass(backers.clone(), state, price);
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
