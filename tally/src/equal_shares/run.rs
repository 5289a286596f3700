//! One run of Equal Shares with a given share for each voter.

use std::cmp::Ordering;
use std::collections::BTreeSet;

use num_rational::BigRational;
use num_traits::Zero;

use super::purse::{Purse, Quote};
use super::supporters::Supporters;
use crate::contest::Contest;

/// What every run of a count has in common.
pub(super) struct Course<'a> {
    pub(super) contest: &'a Contest<'a>,
    /// By project.
    pub(super) supporters: Vec<Supporters>,
    /// Supported projects of no cost, in the order of ties: they are put in before anybody pays.
    pub(super) free: Vec<usize>,
    /// Supported projects that cost something, in file order.
    pub(super) candidates: Vec<usize>,
}

/// The outcome of one run.
#[derive(Debug, Clone)]
pub(super) struct Run {
    pub(super) share: BigRational,
    pub(super) purchases: Vec<Purchase>,
    /// All purchases and nothing else, in minor units. May pass the budget.
    pub(super) cost: i64,
    pub(super) purse: Purse,
}

/// A project that its supporters bought.
#[derive(Debug, Clone)]
pub(super) struct Purchase {
    pub(super) project: usize,
    pub(super) quote: Quote,
    /// All money left over all voters.
    pub(super) left: BigRational,
    /// All projects with the same price in the order of ties, if there were several.
    pub(super) tied: Vec<usize>,
}

impl Course<'_> {
    pub(super) fn supporters(&self, project: usize) -> Option<&Supporters> {
        self.supporters.get(project)
    }

    /// Buys project after project, always one of least price per unit of satisfaction, until no group of supporters
    /// can pay for theirs.
    pub(super) fn run(&self, share: BigRational, mut bought_one: impl FnMut()) -> Run {
        let mut purse = Purse::new(&share, self.contest.groups.len());
        let mut left = &share * BigRational::from_integer(self.contest.voters.into());
        // Prices never fall while money is spent, so the last known price of a project is a lower bound.
        let mut waiting: BTreeSet<(BigRational, usize)> =
            self.candidates.iter().map(|project| (BigRational::zero(), *project)).collect();
        let mut purchases = Vec::new();
        let mut cost = 0_i64;

        while let Some((quote, project, tied)) = self.cheapest(&purse, &mut waiting) {
            let Some(supporters) = self.supporters(project) else { break };
            waiting.remove(&(quote.price.clone(), project));
            purse.pay(supporters, &quote.price);
            left -= BigRational::from_integer(self.contest.cost(project).into());
            cost = cost.saturating_add(self.contest.cost(project));
            purchases.push(Purchase { project, quote, left: left.clone(), tied });
            bought_one();
        }
        Run { share, purchases, cost, purse }
    }

    /// The project of least price, its quote, and all projects of that price in the order of ties if there are
    /// several. Projects that have become too dear for their supporters leave for good.
    fn cheapest(
        &self,
        purse: &Purse,
        waiting: &mut BTreeSet<(BigRational, usize)>,
    ) -> Option<(Quote, usize, Vec<usize>)> {
        let mut best: Vec<(Quote, usize)> = Vec::new();
        let mut seen = Vec::new();
        // An equal bound is looked at as well: it may turn out a tie.
        while let Some((bound, project)) = waiting.pop_first() {
            if best.first().is_some_and(|(least, _)| bound > least.price) {
                waiting.insert((bound, project));
                break;
            }
            let quote = self.supporters(project).and_then(|backers| purse.quote(backers, self.contest.cost(project)));
            let Some(quote) = quote else { continue };
            seen.push((quote.price.clone(), project));
            match best.first().map(|(least, _)| quote.price.cmp(&least.price)) {
                Some(Ordering::Greater) => {}
                Some(Ordering::Equal) => best.push((quote, project)),
                Some(Ordering::Less) | None => best = vec![(quote, project)],
            }
        }
        waiting.extend(seen);
        best.sort_by(|(_, one), (_, other)| self.contest.compare_tied(*one, *other));
        let tied = if best.len() > 1 { best.iter().map(|(_, project)| *project).collect() } else { Vec::new() };
        let (quote, project) = best.into_iter().next()?;
        Some((quote, project, tied))
    }
}

impl Run {
    /// The projects bought, in order.
    pub(super) fn bought(&self) -> impl Iterator<Item = usize> {
        self.purchases.iter().map(|purchase| purchase.project)
    }
}
