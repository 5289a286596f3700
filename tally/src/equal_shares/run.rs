//! One run of Equal Shares with a given share for each voter.
//!
//! Numbers that are known to within a bound sort out nearly everything; where they cannot tell two prices apart, or
//! poor from rich, exact ones do. Along the way the run notes how much the share can grow before anything changes.

use std::cmp::Ordering;

use num_rational::BigRational;

use super::field::Field;
use super::ledger::{Ledger, nearest};
use super::quote::{Offer, Quote, exactly, offer, quote};
use super::rough::Moving;
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
    bound: Moving,
    /// The number of purchases at the time; none if it was not looked at yet.
    seen: Option<usize>,
}

/// A run under way.
struct Course<'a> {
    field: &'a Field<'a>,
    state: State,
    ledger: Ledger,
    waiting: Vec<Waiting>,
    certain: f64,
}

impl Run {
    /// Buys project after project, always one of least price per unit of satisfaction, until no group of supporters
    /// can pay for theirs. `guard` already has what is put in at the start.
    pub(super) fn new(field: &Field<'_>, mut guard: Guard<'_>, share: BigRational, mut turn_over: impl FnMut()) -> Self {
        let groups = field.contest.groups.len();
        let mut course = Course {
            field,
            state: State::new(nearest(share.numer(), share.denom()), groups),
            ledger: Ledger::new(&share, groups),
            waiting: field.candidates.iter().map(|project| waiting(field, *project)).collect(),
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
        Self { share, turns, cost, state: course.state, certain: course.certain }
    }

    /// The projects bought, in order.
    pub(super) fn bought(&self) -> &[usize] {
        &self.state.bought
    }
}

/// A project before anybody looked at it: if all its supporters could pay, it would cost this.
fn waiting(field: &Field<'_>, project: usize) -> Waiting {
    let weight = field.backers(project).iter().fold(0_u64, |sum, backer| sum.saturating_add(backer.weight()));
    let cost = Moving { now: super::rough::Rough::rounded(double(field.contest.cost(project))), ..Moving::ZERO };
    let price = cost.over(double(weight.max(1)));
    Waiting { project, price, weight, bound: price.over(double(field.unit(project))), seen: None }
}

impl Course<'_> {
    /// The project of least price, the offer, and all projects of that price in the order of ties.
    fn cheapest(&mut self) -> Option<(usize, Offer, Vec<usize>)> {
        loop {
            let least = self.least()?;
            let Some(own) = offer(self.field, &self.state, &mut self.ledger, least.project, (least.price, least.weight))
            else {
                self.drop_unsurely(least.project);
                continue;
            };
            let highest = own.price.over(double(self.field.unit(least.project))).now.high();
            let rivals = self.rivals(least.project, highest);
            if rivals.is_empty() {
                return Some((least.project, own, vec![least.project]));
            }
            if let Some(found) = self.decide(least.project, rivals) {
                return Some(found);
            }
        }
    }

    /// Looks at projects until the one of least bound was looked at after the last purchase.
    fn least(&mut self) -> Option<Waiting> {
        loop {
            let least = self.waiting.iter().min_by(|one, other| one.bound.now.low().total_cmp(&other.bound.now.low()))?;
            let (project, fresh) = (least.project, least.seen == Some(self.state.bought.len()));
            if fresh {
                return Some(*least);
            }
            self.look_at(project);
        }
    }

    fn look_at(&mut self, project: usize) {
        let Some(waiting) = self.waiting.iter_mut().find(|waiting| waiting.project == project) else { return };
        match quote(self.field, &self.state, project, waiting.price.now.value) {
            Quote::AtLeast(price, weight) => {
                let bound = price.over(double(self.field.unit(project)));
                *waiting = Waiting { project, price, weight, bound, seen: Some(self.state.bought.len()) };
            }
            Quote::Lacking(missing) if missing.now.low() > 0.0 => {
                self.certain = self.certain.min(missing.stays_positive());
                self.waiting.retain(|waiting| waiting.project != project);
            }
            // They have just enough, or a hair too little: the offer will tell.
            Quote::Lacking(_) => match exactly(self.field, &self.state, &mut self.ledger, project) {
                Some(found) => {
                    let bound = found.price.over(double(self.field.unit(project)));
                    waiting.price = found.price;
                    // No weight fits, so that the offer is made exactly as well.
                    waiting.weight = 0;
                    waiting.bound = bound;
                    waiting.seen = Some(self.state.bought.len());
                }
                None => self.drop_unsurely(project),
            },
        }
    }

    /// Drops a project of which only exact numbers told that its supporters cannot pay.
    fn drop_unsurely(&mut self, project: usize) {
        self.certain = 0.0;
        self.waiting.retain(|waiting| waiting.project != project);
    }

    /// The other projects that may cost no more than the highest estimate, all looked at after the last purchase.
    fn rivals(&mut self, least: usize, highest: f64) -> Vec<usize> {
        let mut rivals = Vec::new();
        loop {
            let seen = Some(self.state.bought.len());
            let below = |one: &&Waiting| one.project != least && one.bound.now.low() <= highest;
            match self.waiting.iter().filter(below).find(|one| one.seen != seen).map(|one| one.project) {
                Some(project) => self.look_at(project),
                None => {
                    rivals.extend(self.waiting.iter().filter(below).map(|one| one.project));
                    return rivals;
                }
            }
        }
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
        // Whoever is equal and gets cheaper with the share, or is dearer by a hair, may come first with a higher one.
        let sure = |other| matches!(compare(other, first), (Ordering::Equal, Ordering::Equal | Ordering::Greater));
        if !others.iter().all(sure) {
            self.certain = 0.0;
        }
        let (project, offer) = offers.swap_remove(0);
        Some((project, offer, tied))
    }

    /// Notes how much the share can grow while the project has this turn and the same supporters are poor.
    fn keep_order(&mut self, project: usize, offer: &Offer, tied: &[usize]) {
        let price = offer.price.over(double(self.field.unit(project)));
        let mut certain = self.certain.min(offer.certain);
        for other in self.waiting.iter().filter(|other| !tied.contains(&other.project)) {
            certain = certain.min(other.bound.less(price, 1.0).stays_positive());
        }
        self.certain = certain;
    }
}
