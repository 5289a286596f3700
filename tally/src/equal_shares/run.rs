//! One run of Equal Shares with a given share for each voter.
//!
//! Numbers that are known to within a bound sort out nearly everything; where they cannot tell two prices apart, or
//! poor from rich, exact ones do. Along the way the run notes how much the share can grow before anything changes.

use num_rational::BigRational;

use super::course::{Course, Next, Start};
use super::field::Field;
use super::state::State;
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
        let mut course = Course::new(field, start, &share);
        let mut turns = Vec::new();
        let mut cost = 0_i64;
        while let Some(Next { project, offer, tied }) = course.next_turn() {
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
        let certain = course.certain();
        Self { share, turns, cost, state: course.state, certain }
    }

    /// The projects bought, in order.
    pub(super) fn bought(&self) -> &[usize] {
        &self.state.bought
    }
}
