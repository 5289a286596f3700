//! Projects that their supporters could not pay for, and for how long a growing share leaves it so.

use super::field::{Backer, Field};
use super::rough::{Bound, Moving, Rough, Sum};
use super::state::{State, double};

/// A project that left a run because its supporters together had too little.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dropped {
    project: usize,
    /// What they lacked at the time; above zero.
    pub(super) lacking: Moving,
    /// What one unit of satisfaction costs at least from then on, should they have enough with a higher share.
    bound: Bound,
    /// How many turns were over.
    turns: usize,
}

impl Dropped {
    pub(super) fn new(field: &Field<'_>, state: &State, project: usize, lacking: Moving, turns: usize) -> Self {
        // All give all they have but those who have most for a unit of worth: no assumption gives a higher bound.
        let backers = field.backers(project);
        let ratio = |backer: &Backer| state.money(backer.group).now.value / f64::from(backer.worth);
        let most = backers.clone().map(|backer| ratio(&backer)).fold(0.0, f64::max) * NEARLY;
        let mut weight = 0_u64;
        let richest = backers.filter(|backer| ratio(backer) >= most);
        // What the others leave of the cost is what all together lack, and the money of the richest.
        let richest = together(state, richest.inspect(|backer| weight = weight.saturating_add(backer.weight())));
        let bound =
            lacking.less(richest, -1.0).over(double(&weight.max(1))).over(double(&field.unit(project))).at_least();
        Self { project, lacking, bound, turns }
    }

    /// By how much the share can grow, at most `at_most`, while the project surely has no turn, even where its supporters
    /// would have had enough when it was dropped: because each turn since went to a cheaper one, and in the end they
    /// lack something.
    pub(super) fn stays_out(&self, field: &Field<'_>, state: &State, prices: &[Moving], at_most: f64) -> f64 {
        if self.lacking.stays_positive(at_most) >= at_most {
            return at_most;
        }
        let mut certain = at_most;
        for price in prices.iter().skip(self.turns) {
            certain = self.bound.stays_above(price.at_most(), certain);
        }
        let backers = field.backers(self.project);
        let money = together(state, backers.filter(|backer| state.has_money(backer.group)));
        let cost = Moving { now: Rough::rounded(double(&field.contest.cost(self.project))), slope: Rough::ZERO };
        cost.less(money, 1.0).stays_positive(certain)
    }
}

/// All money of some supporters.
fn together(state: &State, backers: impl Iterator<Item = Backer>) -> Moving {
    let (mut money, mut growth) = (Sum::default(), Sum::default());
    for backer in backers {
        let of_one = state.money(backer.group);
        money.add(of_one.now, f64::from(backer.voters));
        growth.add(of_one.slope, f64::from(backer.voters));
    }
    Moving { now: money.rough(), slope: growth.rough() }
}

/// Who has this much of the most counts as one of the richest.
const NEARLY: f64 = 1.0 - 1e-9;
