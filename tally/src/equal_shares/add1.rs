//! Add1: Equal Shares again and again with one increment more for each voter.
//!
//! The outcomes do not grow steadily (a project can leave as the shares rise), so every share counts. But a run knows
//! up to which share nothing changes; the shares until there are counted as tried without a run of their own.

use std::thread;

use super::course::Start;
use super::field::Field;
use super::run::Run;
use super::shares::{Manner, Pace, Shares, first_share};
use super::stretch::{End, Search, Tried};
use crate::allocation::{Step, Verdict};
use crate::count::{Progress, Stage, number};
use crate::increment::Increment;

/// Runs with the first share alone.
pub(super) fn single(field: &Field<'_>, progress: &mut dyn FnMut(Progress)) -> Run {
    let turn_over = || progress(Progress { stage: Stage::Runs, done: 0 });
    Run::new(field, &Start::new(field), super::stretch::started(field).0, first_share(field), turn_over)
}

/// Raises the share until the manner's end, and gives back the run that stands.
pub(super) fn raise(
    field: &Field<'_>,
    manner: Manner,
    increment: Increment,
    pace: Pace,
    steps: &mut Vec<Step>,
    progress: &mut dyn FnMut(Progress),
) -> Run {
    let shares = Shares::new(field, manner, increment);
    let search = Search { field, start: Start::new(field), shares, manner, pace };
    let mut standing = search.first(&mut || progress(Progress { stage: Stage::Runs, done: 0 }));
    let mut next = search.shares.first.saturating_add(standing.shares);
    note(field, &standing, None, steps);
    let mut length = SHORTEST;
    let mut threads = 1;
    while standing.verdict == Verdict::Within {
        let stretches = at_once(&search, next, length, threads, progress);
        next = next.saturating_add(length.saturating_mul(threads.into()));
        // A stretch of few runs costs more to hand out than to do, so the next ones are longer.
        if stretches.first().is_some_and(|first| first.len() < MANY_RUNS) {
            length = length.saturating_mul(4);
        }
        threads = pace.threads();
        for tried in stretches.into_iter().flatten() {
            note(field, &tried, Some(&standing), steps);
            match tried.verdict {
                Verdict::PassesBudget => {
                    standing.verdict = tried.verdict;
                    break;
                }
                Verdict::Within => standing = tried,
                Verdict::Exhaustive | Verdict::EverythingBought => {
                    standing = tried;
                    break;
                }
            }
        }
    }
    search.run(standing.up_to, &mut || {
        progress(Progress { stage: Stage::Runs, done: u64::try_from(next).unwrap_or(u64::MAX) });
    })
}

/// How many shares the first stretch has.
const SHORTEST: u128 = 16;
/// A stretch of so many runs is long enough.
const MANY_RUNS: usize = 16;

/// Tries stretches side by side, one on this thread, and gives them back in order.
fn at_once(
    search: &Search<'_>,
    from: u128,
    length: u128,
    threads: u64,
    progress: &mut dyn FnMut(Progress),
) -> Vec<Vec<Tried>> {
    let end = End::nowhere();
    let bounds = |place: u64| {
        let from = from.saturating_add(length.saturating_mul(place.into()));
        (from, from.saturating_add(length))
    };
    thread::scope(|scope| {
        let end = &end;
        let others = (1..threads).zip(1_usize..).map(|(place, index)| {
            let work = move || search.stretch(bounds(place), (index, end), &mut || {});
            // Where no thread is to be had, this one does the work.
            thread::Builder::new().spawn_scoped(scope, work).map_err(|_| (place, index))
        });
        let others: Vec<_> = others.collect();
        let mut turn_over = || progress(Progress { stage: Stage::Runs, done: u64::try_from(from).unwrap_or(u64::MAX) });
        let mut stretches = vec![search.stretch(bounds(0), (0, end), &mut turn_over)];
        for other in others {
            stretches.push(match other {
                Ok(handle) => handle.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)),
                Err((place, index)) => search.stretch(bounds(place), (index, end), &mut turn_over),
            });
        }
        stretches
    })
}

/// Adds what was tried to the steps; to the last step where the same was bought and nothing else follows.
fn note(field: &Field<'_>, tried: &Tried, before: Option<&Tried>, steps: &mut Vec<Step>) {
    let mut ties: Vec<Vec<String>> = tried.ties.iter().map(|tied| field.contest.ids(tied)).collect();
    let times = u64::try_from(tried.shares).unwrap_or(u64::MAX);
    let up_to = tried.up_to.clone().into();
    if let Some(Step::ShareTried { runs, share, verdict, ties: noted, .. }) = steps.last_mut()
        && before.is_some_and(|before| before.bought == tried.bought)
        && *verdict == tried.verdict
    {
        *runs = runs.saturating_add(times);
        *share = up_to;
        noted.append(&mut ties);
        noted.sort();
        noted.dedup();
        return;
    }
    ties.sort();
    ties.dedup();
    let projects = number(tried.bought.len());
    steps.push(Step::ShareTried {
        runs: times,
        share: up_to,
        projects,
        cost: tried.cost,
        verdict: tried.verdict,
        barred: number(tried.barred),
        ties,
    });
}
