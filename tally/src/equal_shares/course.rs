//! A run under way: which project has the next turn.
//!
//! What was found out about a project holds until one of its supporters pays for another, so only such projects are
//! looked at again, and only while their last price is low enough.

use std::cmp::Ordering;

use num_rational::BigRational;

use super::dropped::Dropped;
use super::field::Field;
use super::ledger::{Ledger, nearest};
use super::offer::{Lacking, Offer, exactly, offer};
use super::price::Priced;
use super::quote::{Quote, quote};
use super::rough::{Bound, Moving, Rough};
use super::state::{State, double};

/// A project, and what is known of its price.
#[derive(Debug, Clone)]
struct Waiting {
    project: usize,
    /// The price for one unit of worth that it was last found to cost at least, and what it was for.
    price: Moving,
    weight: u64,
    /// The number of purchases at which that was known to hold; none if it was not looked at yet.
    seen: Option<usize>,
    /// Made where it was asked for; no supporter paid for anything since.
    offer: Option<Box<Offer>>,
}

/// A project that is neither bought nor out of reach.
#[derive(Debug, Clone, Copy)]
struct Open {
    /// The least price for one unit of satisfaction: prices never fall while money is spent, so it stays a lower bound.
    bound: Bound,
    /// Its place among the [`Waiting`].
    index: usize,
}

/// The projects of a run before it begins, in the order of ties; the same for all runs.
#[derive(Debug)]
pub(super) struct Start {
    waiting: Vec<Waiting>,
    open: Vec<Open>,
}

impl Start {
    pub(super) fn new(field: &Field<'_>) -> Self {
        let mut projects = field.candidates.clone();
        projects.sort_by(|one, other| field.contest.compare_tied(*one, *other));
        let waiting: Vec<Waiting> = projects.into_iter().map(|project| Waiting::new(field, project)).collect();
        let bound = |waiting: &Waiting| waiting.price.over(double(&field.unit(waiting.project))).at_least();
        let open = waiting.iter().enumerate().map(|(index, waiting)| Open { bound: bound(waiting), index }).collect();
        Self { waiting, open }
    }
}

impl Waiting {
    /// A project before anybody looked at it: if all its supporters could pay, it would cost this.
    fn new(field: &Field<'_>, project: usize) -> Self {
        let weight = field.backers(project).fold(0_u64, |sum, backer| sum.saturating_add(backer.weight()));
        let cost = Moving { now: Rough::rounded(double(&field.contest.cost(project))), ..Moving::ZERO };
        Self { project, price: cost.over(double(&weight.max(1))), weight, seen: None, offer: None }
    }
}

/// A run under way.
pub(super) struct Course<'a> {
    field: &'a Field<'a>,
    pub(super) state: State,
    ledger: Ledger,
    /// In the order of ties.
    waiting: Vec<Waiting>,
    /// In the same order.
    open: Vec<Open>,
    dropped: Vec<Dropped>,
    /// The price of each turn for one unit of satisfaction.
    prices: Vec<Moving>,
    /// The same turns come with every share that is above this one by less, in minor units.
    certain: f64,
}

/// Whose turn it is.
pub(super) struct Next {
    pub(super) project: usize,
    pub(super) offer: Offer,
    /// All projects of that price in the order of ties.
    pub(super) tied: Vec<usize>,
}

impl<'a> Course<'a> {
    pub(super) fn new(field: &'a Field<'a>, start: &Start, share: &BigRational) -> Self {
        Self {
            field,
            state: State::new(nearest(share.numer(), share.denom()), field.contest.groups.len()),
            ledger: Ledger::new(share, field.contest.instance.projects().len()),
            waiting: start.waiting.clone(),
            open: start.open.clone(),
            dropped: Vec::new(),
            prices: Vec::new(),
            certain: f64::INFINITY,
        }
    }

    /// The project of least price, which then waits no longer.
    pub(super) fn next_turn(&mut self) -> Option<Next> {
        loop {
            let least = self.least()?;
            if !self.make_offer(least) {
                continue;
            }
            let highest = self.price(least)?.now.high();
            let close = self.close(least, highest);
            let (index, tied) = match close.as_slice() {
                [only] => (*only, vec![self.waiting.get(*only)?.project]),
                close => match self.decide(close) {
                    Some(decided) => decided,
                    None => continue,
                },
            };
            let price = self.price(index)?;
            self.close_off(index);
            let waiting = self.waiting.get_mut(index)?;
            let next = Next { project: waiting.project, offer: *waiting.offer.take()?, tied };
            self.keep_order(price, highest, next.offer.certain);
            return Some(next);
        }
    }

    /// The offer's price for one unit of satisfaction.
    fn price(&self, index: usize) -> Option<Moving> {
        let waiting = self.waiting.get(index)?;
        Some(waiting.offer.as_ref()?.price.over(double(&self.field.unit(waiting.project))))
    }

    /// The project of least price, as far as bounds tell.
    fn least(&mut self) -> Option<usize> {
        loop {
            let mut least: Option<(usize, Open)> = None;
            for (place, one) in self.open.iter().enumerate() {
                if least.is_none_or(|(_, least)| one.bound.now < least.bound.now) {
                    least = Some((place, *one));
                }
            }
            let (place, mut least) = least?;
            if self.still_holds(least.index) {
                return Some(least.index);
            }
            if !self.look_at(&mut least) {
                self.open.remove(place);
            } else if let Some(open) = self.open.get_mut(place) {
                *open = least;
            }
        }
    }

    /// This project and all that may cost no more than the highest estimate of its price, in the order of ties.
    fn close(&mut self, least: usize, highest: f64) -> Vec<usize> {
        let close = |one: &Open| one.index == least || one.bound.now <= highest;
        let mut found: Vec<Open> = self.open.iter().filter(|one| close(one)).copied().collect();
        found.retain_mut(|one| {
            if self.still_holds(one.index) {
                return true;
            }
            let is_open = self.look_at(one);
            if let Ok(place) = self.place(one.index) {
                if !is_open {
                    self.open.remove(place);
                } else if let Some(open) = self.open.get_mut(place) {
                    *open = *one;
                }
            }
            is_open && close(one)
        });
        found.iter().map(|one| one.index).collect()
    }

    /// Where an open project stands among them.
    fn place(&self, index: usize) -> Result<usize, usize> {
        self.open.binary_search_by_key(&index, |one| one.index)
    }

    fn close_off(&mut self, index: usize) {
        if let Ok(place) = self.place(index) {
            self.open.remove(place);
        }
    }

    /// Whether the project was looked at, and none of its supporters paid for anything since.
    fn still_holds(&mut self, index: usize) -> bool {
        let Some(waiting) = self.waiting.get_mut(index) else { return false };
        let (now, backers) = (self.state.bought.len(), self.field.backers(waiting.project));
        let holds = waiting.seen.is_some_and(|seen| seen == now || self.state.nobody_paid_since(seen, backers));
        if holds {
            waiting.seen = Some(now);
        }
        holds
    }

    /// Finds the price that a project has now; `false` if its supporters cannot pay.
    fn look_at(&mut self, open: &mut Open) -> bool {
        let Some(waiting) = self.waiting.get_mut(open.index) else { return false };
        let project = waiting.project;
        waiting.offer = None;
        match quote(self.field, &self.state, project, waiting.price.now.value) {
            Quote::AtLeast(price, weight) => (waiting.price, waiting.weight) = (price, weight),
            Quote::Lacking(missing) if missing.now.low() > 0.0 => {
                self.drop_out(project, missing);
                return false;
            }
            // They have just enough, or a hair too little.
            Quote::Lacking(_) => match exactly(self.field, &self.state, &mut self.ledger, project) {
                Ok(offer) => {
                    waiting.price = offer.price;
                    waiting.offer = Some(Box::new(offer));
                }
                Err(Lacking(missing)) => {
                    self.drop_out(project, missing);
                    return false;
                }
            },
        }
        waiting.seen = Some(self.state.bought.len());
        open.bound = waiting.price.over(double(&self.field.unit(project))).at_least();
        true
    }

    /// Notes that a project's supporters lack money for it.
    fn drop_out(&mut self, project: usize, missing: Moving) {
        self.dropped.push(Dropped::new(self.field, &self.state, project, missing, self.prices.len()));
    }

    /// Makes sure of a project's price and of who is poor at it; `false` if it turned out beyond reach.
    fn make_offer(&mut self, index: usize) -> bool {
        let Some(waiting) = self.waiting.get(index) else { return false };
        if waiting.offer.is_some() {
            return true;
        }
        let found = (waiting.price, waiting.weight);
        let made = offer(self.field, &self.state, &mut self.ledger, waiting.project, found);
        self.keep_offer(index, made)
    }

    /// The same with an exact price.
    fn make_exact(&mut self, index: usize) -> bool {
        if !self.make_offer(index) {
            return false;
        }
        let Some(waiting) = self.waiting.get(index) else { return false };
        if waiting.offer.as_ref().is_some_and(|offer| offer.exact.is_some()) {
            return true;
        }
        let made = exactly(self.field, &self.state, &mut self.ledger, waiting.project);
        self.keep_offer(index, made)
    }

    fn keep_offer(&mut self, index: usize, made: Result<Offer, Lacking>) -> bool {
        let Some(waiting) = self.waiting.get_mut(index) else { return false };
        match made {
            Ok(offer) => {
                waiting.offer = Some(Box::new(offer));
                true
            }
            Err(Lacking(missing)) => {
                let project = waiting.project;
                self.close_off(index);
                self.drop_out(project, missing);
                false
            }
        }
    }

    /// Decides between projects whose prices are too close to tell, and tells which are tied. `None` if one of them
    /// turned out beyond reach.
    fn decide(&mut self, close: &[usize]) -> Option<(usize, Vec<usize>)> {
        if !close.iter().all(|index| self.make_exact(*index)) {
            return None;
        }
        let exact = |index: &usize| {
            let waiting = self.waiting.get(*index)?;
            let offer = waiting.offer.as_ref()?;
            let priced = Priced { price: offer.exact.as_ref()?, unit: self.field.unit(waiting.project) };
            Some((*index, waiting.project, priced, offer.certain))
        };
        let exact: Vec<_> = close.iter().filter_map(exact).collect();
        // Of equals, the first stands.
        let first =
            exact.iter().reduce(|first, other| if other.2.compare(&first.2).is_lt() { other } else { first })?;
        let mut tied = Vec::new();
        let mut certain = self.certain;
        for other in &exact {
            certain = certain.min(other.3);
            match other.2.compare(&first.2) {
                Ordering::Equal => {
                    tied.push(other.1);
                    // Whoever is equal now need not be with a higher share.
                    certain = if other.2.moves_like(&first.2) { certain } else { 0.0 };
                }
                Ordering::Less | Ordering::Greater if other.2.moves_like(&first.2) => {}
                Ordering::Less | Ordering::Greater => certain = other.2.above(&first.2).stays_positive(certain),
            }
        }
        let index = first.0;
        self.certain = certain;
        Some((index, tied))
    }

    /// Notes how much the share can grow while a project of this price has this turn, and for how long its offer is
    /// certain. Those that cost no more than the highest estimate were decided about.
    fn keep_order(&mut self, price: Moving, highest: f64, certain: f64) {
        let own = price.at_most();
        let mut certain = self.certain.min(certain);
        for other in self.open.iter().filter(|other| other.bound.now > highest) {
            certain = other.bound.stays_above(own, certain);
        }
        self.certain = certain;
        self.prices.push(price);
    }

    /// How much the share can grow, the projects taken into account that were dropped on the way.
    pub(super) fn certain(&self) -> f64 {
        self.dropped.iter().fold(self.certain, |certain, dropped| {
            let at_once = dropped.lacking.stays_positive(certain);
            dropped.stays_out(self.field, &self.state, &self.prices, certain).max(at_once)
        })
    }
}
