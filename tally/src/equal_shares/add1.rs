//! Add1: Equal Shares again and again with one increment more for each voter.
//!
//! The outcomes do not grow steadily (a project can leave as the shares rise), so every share counts. But a run knows
//! up to which share nothing changes; the shares until there are counted as tried without a run of their own.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

use super::field::Field;
use super::ledger::nearest;
use super::run::Run;
use crate::allocation::{Step, Verdict};
use crate::count::{Progress, Stage, number};
use crate::guard::Guard;
use crate::increment::Increment;

/// Which shares are tried, and what ends the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Budget over voters, then each time an increment more; an outcome to which no supported project can be added
    /// stands at once. As pabutools does it.
    Supported,
    /// The same, but as long as any project can be added, supported or not, it goes on.
    All,
    /// Budget over voters, then increments above the whole major units of that; only passing the budget ends it, or
    /// having bought everything. As Pabulib's own counts do it.
    Whole,
}

/// The money over the voters; nothing if there are none.
pub(super) fn first_share(field: &Field<'_>) -> BigRational {
    match field.contest.voters {
        0 => BigRational::zero(),
        voters => BigRational::new(field.contest.budget().into(), voters.into()),
    }
}

/// Runs with the first share alone.
pub(super) fn single(field: &Field<'_>, progress: &mut dyn FnMut(Progress)) -> Run {
    run(field, first_share(field), 0, progress)
}

fn run(field: &Field<'_>, share: BigRational, done: u64, progress: &mut dyn FnMut(Progress)) -> Run {
    Run::new(field, started(field), share, || progress(Progress { stage: Stage::Runs, done }))
}

/// The constraints after the projects without cost are put in.
pub(super) fn started<'a>(field: &Field<'a>) -> Guard<'a> {
    let mut guard = Guard::new(field.contest);
    for project in &field.free {
        if guard.refuses(*project).is_none() {
            guard.take(*project);
        }
    }
    guard
}

/// The shares of Add1: the first, and then a base and so many increments.
struct Shares {
    base: BigRational,
    increment: BigRational,
    /// The number of the share that was tried last; the first is 0.
    tried: u64,
}

impl Shares {
    fn new(field: &Field<'_>, manner: Manner, increment: Increment) -> Self {
        let major = field.contest.instance.major_unit();
        let unit = BigRational::from_integer(BigInt::from(major));
        let first = first_share(field);
        let base = match manner {
            Manner::Supported | Manner::All => first,
            Manner::Whole => (first / &unit).floor() * unit,
        };
        Self { base, increment: increment.in_minor_units(major), tried: 0 }
    }

    /// The share of a number from 1.
    fn share(&self, number: u64) -> BigRational {
        &self.base + &self.increment * BigRational::from_integer(number.into())
    }

    /// How many of the next shares a run of the last one stands for: they are all above it by less than what is
    /// certain.
    fn spared(&self, run: &Run, jump: Jump) -> u64 {
        match jump {
            Jump::None => 0,
            Jump::AsFarAsCertain => {
                let increments = run.certain / nearest(self.increment.numer(), self.increment.denom());
                let whole = (increments * CAUTION).floor();
                // Beyond 2^50 doubles are no good counters, and nobody counts so far.
                whole.clamp(0.0, 1_125_899_906_842_624.0).to_u64().unwrap_or(0)
            }
        }
    }
}

/// Keeps the quotient of two rounded numbers below the true one.
const CAUTION: f64 = 1.0 - 1e-12;

/// Whether shares may be passed over that nothing depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Jump {
    /// Every share gets a run. Only tests want this.
    #[cfg_attr(not(test), expect(dead_code, reason = "what jumps are held against"))]
    None,
    AsFarAsCertain,
}

/// Raises the share until the manner's end, and gives back the run that stands.
pub(super) fn raise(
    field: &Field<'_>,
    manner: Manner,
    increment: Increment,
    jump: Jump,
    steps: &mut Vec<Step>,
    progress: &mut dyn FnMut(Progress),
) -> Run {
    let mut shares = Shares::new(field, manner, increment);
    let mut standing = single(field, progress);
    let mut verdict = judge(field, manner, &standing);
    note(field, &standing, &standing, (verdict, 1), steps);
    // The number of the last share for which the standing run stands.
    let mut stands_for = 0_u64;
    while verdict == Verdict::Within && field.contest.voters > 0 {
        let spared = shares.spared(&standing, jump);
        if spared > 0 {
            stands_for = shares.tried.saturating_add(spared);
            shares.tried = stands_for;
            let there = Run { share: shares.share(stands_for), ..standing.clone() };
            note(field, &standing, &there, (verdict, spared), steps);
        }
        let next = shares.tried.saturating_add(1);
        let run = run(field, shares.share(next), next, progress);
        shares.tried = next;
        verdict = judge(field, manner, &run);
        note(field, &standing, &run, (verdict, 1), steps);
        if verdict != Verdict::PassesBudget {
            standing = run;
            stands_for = next;
        }
    }
    let share = if stands_for == 0 { first_share(field) } else { shares.share(stands_for) };
    if share == standing.share { standing } else { run(field, share, stands_for, progress) }
}

fn judge(field: &Field<'_>, manner: Manner, run: &Run) -> Verdict {
    let left = field.contest.budget().saturating_sub(run.cost);
    if left < 0 {
        return Verdict::PassesBudget;
    }
    let mut guard = started(field);
    run.bought().iter().for_each(|project| guard.take(*project));
    let open = |project: &usize| !run.bought().contains(project) && guard.refuses(*project).is_none();
    let fits = |project: usize| field.contest.cost(project) <= left;
    if !field.candidates.iter().any(open) {
        return Verdict::EverythingBought;
    }
    let more_fits = match manner {
        Manner::Supported => field.candidates.iter().copied().filter(open).any(fits),
        Manner::All => {
            let running = field.contest.running().into_iter().filter(|project| !field.free.contains(project));
            running.filter(open).any(fits)
        }
        Manner::Whole => true,
    };
    if more_fits { Verdict::Within } else { Verdict::Exhaustive }
}

/// Adds runs to the steps; to the last step where they buy the same and nothing else follows from it.
fn note(field: &Field<'_>, standing: &Run, run: &Run, (verdict, times): (Verdict, u64), steps: &mut Vec<Step>) {
    let ties = run.turns.iter().filter(|turn| !turn.tied.is_empty());
    let ties: Vec<Vec<String>> = ties.map(|turn| field.contest.ids(&turn.tied)).collect();
    let now = run.share.clone();
    let times = u32::try_from(times).unwrap_or(u32::MAX);
    let same = in_file_order(standing) == in_file_order(run);
    if let Some(Step::ShareTried { runs, share, verdict: before, ties: noted, .. }) = steps.last_mut()
        && (same, *before) == (true, verdict)
    {
        *runs = runs.saturating_add(times);
        *share = now.into();
        noted.extend(ties);
        noted.sort();
        noted.dedup();
        return;
    }
    let projects = number(run.bought().len());
    steps.push(Step::ShareTried { runs: times, share: now.into(), projects, cost: run.cost, verdict, ties });
}

fn in_file_order(run: &Run) -> Vec<usize> {
    let mut bought = run.bought().to_vec();
    bought.sort_unstable();
    bought
}
