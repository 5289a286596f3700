//! Add1: Equal Shares again and again with one major unit more for each voter.
//!
//! The outcomes do not grow steadily (a project can leave as the shares rise), so every share is tried in turn.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Zero};

use super::run::{Course, Run};
use crate::allocation::{Step, Verdict};
use crate::count::{Progress, Stage, number};

/// Which shares are tried, and what ends the search.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Manner {
    /// Budget over voters, then each time a unit more; an exhaustive outcome stands at once. As pabutools does it.
    Fractional,
    /// Budget over voters, then the next whole units; only passing the budget ends it, or having bought everything.
    /// As Pabulib's own counts do it.
    Whole,
}

/// The budget over the voters; nothing if there are none.
pub(super) fn first_share(course: &Course<'_>) -> BigRational {
    let voters = course.contest.voters;
    if voters == 0 {
        return BigRational::zero();
    }
    BigRational::new(course.contest.instance.budget().into(), voters.into())
}

/// Runs with the first share alone.
pub(super) fn single(course: &Course<'_>, progress: &mut dyn FnMut(Progress)) -> Run {
    course.run(first_share(course), || progress(Progress { stage: Stage::Runs, done: 0 }))
}

/// Raises the share until the manner's end, and gives back the run that stands.
pub(super) fn raise(
    course: &Course<'_>,
    manner: Manner,
    steps: &mut Vec<Step>,
    progress: &mut dyn FnMut(Progress),
) -> Run {
    let mut standing = single(course, progress);
    let mut verdict = judge(course, manner, &standing);
    note(course, &standing, &standing, verdict, steps);
    let mut done = 1_u64;
    while verdict == Verdict::Within && course.contest.voters > 0 {
        let share = next_share(course, manner, &standing.share);
        let run = course.run(share, || progress(Progress { stage: Stage::Runs, done }));
        done = done.saturating_add(1);
        verdict = judge(course, manner, &run);
        note(course, &standing, &run, verdict, steps);
        if verdict != Verdict::PassesBudget {
            standing = run;
        }
    }
    standing
}

fn next_share(course: &Course<'_>, manner: Manner, share: &BigRational) -> BigRational {
    let unit = BigRational::from_integer(BigInt::from(course.contest.instance.major_unit()));
    match manner {
        Manner::Fractional => share + unit,
        Manner::Whole => ((share / &unit).floor() + BigRational::one()) * unit,
    }
}

fn judge(course: &Course<'_>, manner: Manner, run: &Run) -> Verdict {
    let left = course.contest.instance.budget().saturating_sub(run.cost);
    if left < 0 {
        return Verdict::PassesBudget;
    }
    let bought: Vec<usize> = run.bought().collect();
    let mut others = course.candidates.iter().filter(|project| !bought.contains(project)).peekable();
    if others.peek().is_none() {
        return Verdict::EverythingBought;
    }
    if manner == Manner::Fractional && others.all(|project| course.contest.cost(*project) > left) {
        return Verdict::Exhaustive;
    }
    Verdict::Within
}

/// Adds the run to the steps; as one more of the last step where it buys the same and nothing else follows from it.
fn note(course: &Course<'_>, standing: &Run, run: &Run, verdict: Verdict, steps: &mut Vec<Step>) {
    let ties = run.purchases.iter().filter(|purchase| !purchase.tied.is_empty());
    let ties: Vec<Vec<String>> = ties.map(|purchase| course.contest.ids(&purchase.tied)).collect();
    let now = run.share.clone();
    let same = in_file_order(standing) == in_file_order(run);
    if let Some(Step::ShareTried { runs, share, verdict: before, ties: noted, .. }) = steps.last_mut()
        && (same, *before) == (true, verdict)
    {
        *runs = runs.saturating_add(1);
        *share = now.into();
        noted.extend(ties);
        noted.sort();
        noted.dedup();
        return;
    }
    let projects = number(run.purchases.len());
    steps.push(Step::ShareTried { runs: 1, share: now.into(), projects, cost: run.cost, verdict, ties });
}

fn in_file_order(run: &Run) -> Vec<usize> {
    let mut bought: Vec<usize> = run.bought().collect();
    bought.sort_unstable();
    bought
}
