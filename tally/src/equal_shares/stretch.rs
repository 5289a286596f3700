//! A stretch of shares, tried in turn. Shares do not depend on each other, so several stretches can go on at once.

use std::sync::atomic::{AtomicUsize, Ordering};

use num_rational::BigRational;

use super::course::Start;
use super::field::Field;
use super::run::Run;
use super::shares::{Manner, Pace, Shares};
use crate::allocation::{Reason, Verdict};
use crate::guard::Guard;

/// What all runs of one count have in common.
pub(super) struct Search<'a> {
    pub(super) field: &'a Field<'a>,
    pub(super) start: Start,
    pub(super) shares: Shares,
    pub(super) manner: Manner,
    pub(super) pace: Pace,
}

/// One share that got a run, and the next ones that it stands for.
#[derive(Debug)]
pub(super) struct Tried {
    /// How many shares, at least 1.
    pub(super) shares: u128,
    /// The last of them.
    pub(super) up_to: BigRational,
    /// What is bought, in file order.
    pub(super) bought: Vec<usize>,
    pub(super) cost: i64,
    pub(super) ties: Vec<Vec<usize>>,
    pub(super) verdict: Verdict,
    /// Where the verdict ends the search within the budget: how many of the others a constraint rules out.
    pub(super) barred: usize,
}

/// Where the first stretch stands in which the search ended; the ones behind it are of no use.
pub(super) struct End(AtomicUsize);

impl End {
    pub(super) const fn nowhere() -> Self {
        Self(AtomicUsize::new(usize::MAX))
    }
}

impl Search<'_> {
    /// Tries the first share, and counts it for those behind it.
    pub(super) fn first(&self, turn_over: &mut dyn FnMut()) -> Tried {
        let share = super::shares::first_share(self.field);
        let run = self.run(share.clone(), turn_over);
        let verdict = self.judge(&run);
        let spared = self.spared(&run, verdict);
        let up_to = if spared == 0 { share } else { self.shares.with(self.shares.first.saturating_add(spared)) };
        self.tried(&run, verdict, spared, up_to)
    }

    /// Tries the shares with `from` increments to less than `to`, or to the end of the search.
    pub(super) fn stretch(
        &self,
        (from, to): (u128, u128),
        (place, end): (usize, &End),
        turn_over: &mut dyn FnMut(),
    ) -> Vec<Tried> {
        let mut all = Vec::new();
        let mut next = from;
        while next < to && end.0.load(Ordering::Relaxed) >= place {
            let run = self.run(self.shares.with(next), turn_over);
            let behind = to.saturating_sub(next).saturating_sub(1);
            let verdict = self.judge(&run);
            let spared = self.spared(&run, verdict).min(behind);
            all.push(self.tried(&run, verdict, spared, self.shares.with(next.saturating_add(spared))));
            if verdict != Verdict::Within {
                end.0.fetch_min(place, Ordering::Relaxed);
                break;
            }
            next = next.saturating_add(spared).saturating_add(1);
        }
        all
    }

    pub(super) fn run(&self, share: BigRational, turn_over: &mut dyn FnMut()) -> Run {
        Run::new(self.field, &self.start, started(self.field).0, share, turn_over)
    }

    /// How many of the next shares a run stands for. Where the search ends with it, for none.
    fn spared(&self, run: &Run, verdict: Verdict) -> u128 {
        if verdict == Verdict::Within { self.shares.spared(run, self.pace) } else { 0 }
    }

    fn judge(&self, run: &Run) -> Verdict {
        let field = self.field;
        let left = field.contest.budget().saturating_sub(run.cost);
        if left < 0 {
            return Verdict::PassesBudget;
        }
        let mut guard = started(field).0;
        run.bought().iter().for_each(|project| guard.take(*project));
        let open = |project: &usize| !run.bought().contains(project) && guard.refuses(*project).is_none();
        let fits = |project: usize| field.contest.cost(project) <= left;
        if !field.candidates.iter().any(open) {
            return Verdict::EverythingBought;
        }
        let more_fits = match self.manner {
            Manner::Supported => field.candidates.iter().copied().filter(open).any(fits),
            Manner::All => {
                let running = field.contest.running().into_iter().filter(|project| !field.free.contains(project));
                running.filter(open).any(fits)
            }
            Manner::Whole => true,
        };
        if more_fits { Verdict::Within } else { Verdict::Exhaustive }
    }

    /// How many of those that the verdict is about are not bought and would break a constraint.
    fn barred(&self, run: &Run) -> usize {
        let field = self.field;
        let (mut guard, free) = started(field);
        run.bought().iter().for_each(|project| guard.take(*project));
        let others = match self.manner {
            Manner::Supported | Manner::Whole => field.candidates.clone(),
            Manner::All => {
                field.contest.running().into_iter().filter(|project| !field.free.contains(project)).collect()
            }
        };
        let barred = |project: &&usize| !run.bought().contains(project) && guard.refuses(**project).is_some();
        let of_the_free = free.iter().filter(|(_, refused)| refused.is_some()).count();
        others.iter().filter(barred).count().saturating_add(of_the_free)
    }

    fn tried(&self, run: &Run, verdict: Verdict, spared: u128, up_to: BigRational) -> Tried {
        let mut bought = run.bought().to_vec();
        bought.sort_unstable();
        let barred = match verdict {
            Verdict::Within | Verdict::PassesBudget => 0,
            Verdict::Exhaustive | Verdict::EverythingBought => self.barred(run),
        };
        let (shares, ties) = (spared.saturating_add(1), new_ties(run));
        Tried { shares, up_to, bought, cost: run.cost, ties, verdict, barred }
    }
}

/// What is left of a tie after its first project was bought says nothing new.
fn new_ties(run: &Run) -> Vec<Vec<usize>> {
    let mut before: &[usize] = &[];
    let mut ties = Vec::new();
    for turn in run.turns.iter().filter(|turn| !turn.tied.is_empty()) {
        if before.get(1..) != Some(&turn.tied) {
            ties.push(turn.tied.clone());
        }
        before = &turn.tied;
    }
    ties
}

/// The constraints after the supported projects without cost are put in, and what became of each of those.
pub(super) fn started<'a>(field: &Field<'a>) -> (Guard<'a>, Vec<(usize, Option<Reason>)>) {
    let mut guard = Guard::new(field.contest);
    let mut free = Vec::new();
    for project in &field.free {
        let refused = guard.refuses(*project);
        if refused.is_none() {
            guard.take(*project);
        }
        free.push((*project, refused));
    }
    (guard, free)
}
