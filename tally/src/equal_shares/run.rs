//! One run of Equal Shares with a given share for each voter.
//!
//! Numbers that are known to within a bound sort out nearly everything; where they cannot tell two prices apart, or
//! poor from rich, exact ones do. Along the way the run notes how much the share can grow before anything changes.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use num_rational::BigRational;

use super::dropped::Dropped;
use super::field::Field;
use super::ledger::{Ledger, nearest};
use super::quote::{Offer, Quote, exactly, offer, quote};
use super::rough::{Bound, Moving, Rough};
use super::state::{State, double};
use crate::allocation::Reason;
use crate::guard::Guard;

/// The outcome of one run.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) share: BigRational,
    /// In the order in which their turns came.
    pub(super) turns: Vec<Turn>,
    /// All purchases and nothing else, in minor units. May pass the budget.
    pub(super) cost: i64,
    pub(super) state: State,
    /// The same turns come with every share that is above this one by less, in minor units.
    pub(super) certain: f64,
}

/// A project that was the cheapest for its supporters.
#[derive(Debug, Clone)]
pub(super) struct Turn {
    pub(super) project: usize,
    /// All projects with the same price in the order of ties, if there were several.
    pub(super) tied: Vec<usize>,
    /// Why it was struck out; otherwise it was bought.
    pub(super) struck: Option<Reason>,
}

/// A project that is neither bought nor out of reach.
#[derive(Debug, Clone, Copy)]
struct Waiting {
    project: usize,
    /// The price for one unit of worth that it was last found to cost at least, and what it was for.
    price: Moving,
    weight: u64,
    /// The same for one unit of satisfaction: prices never fall while money is spent, so it stays a lower bound.
    bound: Bound,
    /// The number of purchases at the time; none if it was not looked at yet.
    seen: Option<usize>,
}

/// A double that is a number.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Ordered(f64);

impl Eq for Ordered {}

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// A run under way.
struct Course<'a> {
    field: &'a Field<'a>,
    state: State,
    ledger: Ledger,
    waiting: Vec<Waiting>,
    dropped: Vec<Dropped>,
    /// The price of each turn for one unit of satisfaction.
    prices: Vec<Moving>,
    certain: f64,
}

impl Waiting {
    /// A project before anybody looked at it: if all its supporters could pay, it would cost this.
    fn new(field: &Field<'_>, project: usize) -> Self {
        let weight = field.backers(project).iter().fold(0_u64, |sum, backer| sum.saturating_add(backer.weight()));
        let cost = Moving { now: Rough::rounded(double(&field.contest.cost(project))), ..Moving::ZERO };
        let price = cost.over(double(&weight.max(1)));
        let bound = price.over(double(&field.unit(project))).at_least();
        Self { project, price, weight, bound, seen: None }
    }
}

/// The projects of a run before it begins; the same for all runs.
#[derive(Debug)]
pub(super) struct Start(Vec<Waiting>);

impl Start {
    pub(super) fn new(field: &Field<'_>) -> Self {
        Self(field.candidates.iter().map(|project| Waiting::new(field, *project)).collect())
    }
}

impl Run {
    /// Buys project after project, always one of least price per unit of satisfaction, until no group of supporters
    /// can pay for theirs. `guard` already has what is put in at the start.
    pub(super) fn new(
        field: &Field<'_>,
        start: &Start,
        mut guard: Guard<'_>,
        share: BigRational,
        mut turn_over: impl FnMut(),
    ) -> Self {
        let groups = field.contest.groups.len();
        let mut course = Course {
            field,
            state: State::new(nearest(share.numer(), share.denom()), groups),
            ledger: Ledger::new(&share, groups),
            waiting: start.0.clone(),
            dropped: Vec::new(),
            prices: Vec::new(),
            certain: f64::INFINITY,
        };
        let mut turns = Vec::new();
        let mut cost = 0_i64;
        while let Some((project, offer, tied)) = course.cheapest() {
            course.waiting.retain(|other| other.project != project);
            course.keep_order(project, &offer, &tied);
            let struck = guard.refuses(project);
            if struck.is_none() {
                course.state.pay(field, project, offer.price, offer.who_is_poor());
                guard.take(project);
                cost = cost.saturating_add(field.contest.cost(project));
            }
            let tied = if tied.len() > 1 { tied } else { Vec::new() };
            turns.push(Turn { project, tied, struck });
            turn_over();
        }
        course.keep_dropped();
        Self { share, turns, cost, state: course.state, certain: course.certain }
    }

    /// The projects bought, in order.
    pub(super) fn bought(&self) -> &[usize] {
        &self.state.bought
    }
}

impl Course<'_> {
    /// The project of least price, the offer, and all projects of that price in the order of ties.
    fn cheapest(&mut self) -> Option<(usize, Offer, Vec<usize>)> {
        loop {
            let least = self.least()?;
            let found = (least.price, least.weight);
            let Some(own) = offer(self.field, &self.state, &mut self.ledger, least.project, found) else {
                self.drop_unsurely(least.project);
                continue;
            };
            let highest = own.price.over(double(&self.field.unit(least.project))).now.high();
            let rivals = self.rivals(least.project, highest);
            if rivals.is_empty() {
                return Some((least.project, own, vec![least.project]));
            }
            if let Some(found) = self.decide(least.project, rivals) {
                return Some(found);
            }
        }
    }

    /// The project of least price. The others were looked at after the last purchase, or their bounds are higher.
    fn least(&mut self) -> Option<Waiting> {
        let seen = Some(self.state.bought.len());
        let mut waiting = std::mem::take(&mut self.waiting);
        let mut heap: BinaryHeap<Reverse<(Ordered, usize)>> =
            waiting.iter().zip(0..).map(|(one, index)| Reverse((Ordered(one.bound.now), index))).collect();
        let mut gone = Vec::new();
        let mut least = None;
        while let Some(Reverse((_, index))) = heap.pop() {
            let Some(one) = waiting.get_mut(index) else { break };
            if one.seen == seen {
                least = Some(*one);
                break;
            }
            if self.look_at(one) {
                heap.push(Reverse((Ordered(one.bound.now), index)));
            } else {
                gone.push(one.project);
            }
        }
        if !gone.is_empty() {
            waiting.retain(|one| !gone.contains(&one.project));
        }
        self.waiting = waiting;
        least
    }

    /// The other projects that may cost no more than the highest estimate, all looked at after the last purchase.
    fn rivals(&mut self, least: usize, highest: f64) -> Vec<usize> {
        let seen = Some(self.state.bought.len());
        let below = |one: &Waiting| one.project != least && one.bound.now <= highest;
        if self.waiting.iter().any(|one| below(one) && one.seen != seen) {
            let mut waiting = std::mem::take(&mut self.waiting);
            waiting.retain_mut(|one| !below(one) || one.seen == seen || self.look_at(one));
            self.waiting = waiting;
        }
        self.waiting.iter().filter(|one| below(one)).map(|one| one.project).collect()
    }

    /// Finds the price that a project has now; `false` if its supporters cannot pay.
    fn look_at(&mut self, waiting: &mut Waiting) -> bool {
        let project = waiting.project;
        let (price, weight) = match quote(self.field, &self.state, project, waiting.price.now.value) {
            Quote::AtLeast(price, weight) => (price, weight),
            Quote::Lacking(missing) if missing.now.low() > 0.0 => {
                self.dropped.push(Dropped::new(self.field, &self.state, project, missing, self.prices.len()));
                return false;
            }
            // They have just enough, or a hair too little. No weight fits, so that the offer is made exactly as well.
            Quote::Lacking(_) => match exactly(self.field, &self.state, &mut self.ledger, project) {
                Some(found) => (found.price, 0),
                None => {
                    self.certain = 0.0;
                    return false;
                }
            },
        };
        let bound = price.over(double(&self.field.unit(project))).at_least();
        *waiting = Waiting { project, price, weight, bound, seen: Some(self.state.bought.len()) };
        true
    }

    /// Drops a project of which only exact numbers told that its supporters cannot pay.
    fn drop_unsurely(&mut self, project: usize) {
        self.certain = 0.0;
        self.waiting.retain(|waiting| waiting.project != project);
    }

    /// Decides between projects whose prices are too close to tell. `None` if one of them turned out beyond reach.
    fn decide(&mut self, least: usize, rivals: Vec<usize>) -> Option<(usize, Offer, Vec<usize>)> {
        let mut offers: Vec<(usize, Offer)> = Vec::new();
        for project in std::iter::once(least).chain(rivals) {
            match exactly(self.field, &self.state, &mut self.ledger, project) {
                Some(offer) => offers.push((project, offer)),
                None => {
                    self.drop_unsurely(project);
                    return None;
                }
            }
        }
        let compare = |(one, own): &(usize, Offer), (other, others): &(usize, Offer)| {
            let exact = own.exact().zip(others.exact());
            let (one, other) = (self.field.unit(*one), self.field.unit(*other));
            exact.map_or((Ordering::Equal, Ordering::Equal), |(own, others)| own.compare(one, others, other))
        };
        let contest = self.field.contest;
        offers.sort_by(|one, other| compare(one, other).0.then_with(|| contest.compare_tied(one.0, other.0)));
        let (first, others) = offers.split_first()?;
        let tied = others.iter().filter(|other| compare(other, first).0 == Ordering::Equal);
        let tied: Vec<usize> = std::iter::once(first.0).chain(tied.map(|(project, _)| *project)).collect();
        // Whoever is equal now need not be with a higher share: then the tie is another, or somebody else comes first.
        let stays = |other| compare(other, first) == (Ordering::Equal, Ordering::Equal);
        let certain = if others.iter().all(stays) {
            others.iter().map(|other| other.1.certain).fold(f64::INFINITY, f64::min)
        } else {
            0.0
        };
        self.certain = self.certain.min(certain);
        let (project, offer) = offers.swap_remove(0);
        Some((project, offer, tied))
    }

    /// Notes how much the share can grow while the project has this turn and the same supporters are poor.
    fn keep_order(&mut self, project: usize, offer: &Offer, tied: &[usize]) {
        let price = offer.price.over(double(&self.field.unit(project)));
        let mut certain = self.certain.min(offer.certain);
        let own = price.at_most();
        for other in self.waiting.iter().filter(|other| !tied.contains(&other.project)) {
            certain = other.bound.stays_above(own, certain);
        }
        self.certain = certain;
        self.prices.push(price);
    }

    /// Takes the projects into account that were dropped because their supporters could not pay.
    fn keep_dropped(&mut self) {
        for dropped in &self.dropped {
            let at_once = dropped.lacking.stays_positive(self.certain);
            self.certain = dropped.stays_out(self.field, &self.state, &self.prices, self.certain).max(at_once);
        }
    }
}
