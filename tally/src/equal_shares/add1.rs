//! Add1: Equal Shares again and again with one increment more for each voter.
//!
//! The outcomes do not grow steadily (a project can leave as the shares rise), so every share counts. But a run knows
//! up to which share nothing changes; the shares until there are counted as tried without a run of their own.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{ToPrimitive, Zero};

use super::field::Field;
use super::ledger::nearest;
use super::run::{Run, Start};
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
    /// Budget over voters, then the whole major units of that and so many increments as are more; only passing the
    /// budget ends it, or having bought everything. As Pabulib's own counts do it.
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
    run(field, &Start::new(field), first_share(field), 0, progress)
}

fn run(
    field: &Field<'_>,
    start: &Start,
    share: BigRational,
    done: u64,
    progress: &mut dyn FnMut(Progress),
) -> Run {
    Run::new(field, start, started(field), share, || progress(Progress { stage: Stage::Runs, done }))
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
    /// How many increments the share has that was tried last; of the first share, how many are no more than it.
    tried: u64,
}

impl Shares {
    fn new(field: &Field<'_>, manner: Manner, increment: Increment) -> Self {
        let major = field.contest.instance.major_unit();
        let unit = BigRational::from_integer(BigInt::from(major));
        let first = first_share(field);
        let base = match manner {
            Manner::Supported | Manner::All => first.clone(),
            Manner::Whole => (&first / &unit).floor() * unit,
        };
        let increment = increment.in_minor_units(major);
        let tried = ((first - &base) / &increment).to_integer().to_u64().unwrap_or(0);
        Self { base, increment, tried }
    }

    fn with(&self, increments: u64) -> BigRational {
        &self.base + &self.increment * BigRational::from_integer(increments.into())
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
    let start = Start::new(field);
    let mut standing = run(field, &start, first_share(field), 0, progress);
    let mut verdict = judge(field, manner, &standing);
    note(field, &standing, &standing, (standing.share.clone(), 1), verdict, steps);
    // The last share for which the standing run stands.
    let mut share = standing.share.clone();
    while verdict == Verdict::Within && field.contest.voters > 0 {
        let spared = shares.spared(&standing, jump);
        if spared > 0 {
            shares.tried = shares.tried.saturating_add(spared);
            share = shares.with(shares.tried);
            note(field, &standing, &standing, (share.clone(), spared), verdict, steps);
        }
        shares.tried = shares.tried.saturating_add(1);
        let run = run(field, &start, shares.with(shares.tried), shares.tried, progress);
        verdict = judge(field, manner, &run);
        note(field, &standing, &run, (run.share.clone(), 1), verdict, steps);
        if verdict != Verdict::PassesBudget {
            share = run.share.clone();
            standing = run;
        }
    }
    if share == standing.share { standing } else { run(field, &start, share, shares.tried, progress) }
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

/// Adds runs to the steps, so many up to a share; to the last step where they buy the same and nothing else follows.
fn note(
    field: &Field<'_>,
    before: &Run,
    run: &Run,
    (up_to, times): (BigRational, u64),
    verdict: Verdict,
    steps: &mut Vec<Step>,
) {
    let ties = run.turns.iter().filter(|turn| !turn.tied.is_empty());
    let ties: Vec<Vec<String>> = ties.map(|turn| field.contest.ids(&turn.tied)).collect();
    let times = u32::try_from(times).unwrap_or(u32::MAX);
    let same = in_file_order(before) == in_file_order(run);
    if let Some(Step::ShareTried { runs, share, verdict: of_last, ties: noted, .. }) = steps.last_mut()
        && (same, *of_last) == (true, verdict)
    {
        *runs = runs.saturating_add(times);
        *share = up_to.into();
        noted.extend(ties);
        noted.sort();
        noted.dedup();
        return;
    }
    let projects = number(run.bought().len());
    steps.push(Step::ShareTried { runs: times, share: up_to.into(), projects, cost: run.cost, verdict, ties });
}

fn in_file_order(run: &Run) -> Vec<usize> {
    let mut bought = run.bought().to_vec();
    bought.sort_unstable();
    bought
}
