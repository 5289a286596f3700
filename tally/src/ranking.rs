//! Most votes first: projects in order of merit, each that still fits the money left.
//!
//! The family that Pabulib calls greedy. The merit is the score under [`by_score`]; the same walk completes Equal
//! Shares, with satisfaction per cost as the merit.

use std::cmp::Ordering;

use num_rational::BigRational;

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, Progress, Stage, funded, number};

/// A project and what orders it; no merit is above every other.
#[derive(Debug, Clone)]
pub(crate) struct Ranked {
    pub(crate) project: usize,
    pub(crate) merit: Option<BigRational>,
}

/// What a walk down a ranking took and left.
pub(crate) struct Walk {
    pub(crate) taken: Vec<usize>,
    /// Every project that was not taken, with the reason.
    pub(crate) refused: Vec<(usize, Reason)>,
    pub(crate) steps: Vec<Step>,
}

/// Puts the greatest merit first, equal ones in the order of ties.
pub(crate) fn sort(contest: &Contest<'_>, ranked: &mut [Ranked]) {
    ranked.sort_by(|one, other| by_merit(one, other).then_with(|| contest.compare_tied(one.project, other.project)));
}

fn by_merit(one: &Ranked, other: &Ranked) -> Ordering {
    match (&one.merit, &other.merit) {
        (None, None) => Ordering::Equal,
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (Some(one), Some(other)) => other.cmp(one),
    }
}

/// Goes down a sorted ranking and takes what fits `left` minor units. The first misfit may end it.
pub(crate) fn walk(
    contest: &Contest<'_>,
    ranked: &[Ranked],
    mut left: i64,
    stop_at_first_misfit: bool,
    progress: &mut dyn FnMut(Progress),
) -> Walk {
    let mut walk = Walk { taken: Vec::new(), refused: Vec::new(), steps: Vec::new() };
    let mut over = false;
    for (index, Ranked { project, merit }) in ranked.iter().enumerate() {
        progress(Progress { stage: Stage::Choosing, done: number(index).into() });
        if over {
            walk.refused.push((*project, Reason::AfterFirstMisfit));
            continue;
        }
        let cost = contest.cost(*project);
        let taken = cost <= left;
        walk.steps.push(Step::Considered {
            project: contest.id(*project),
            place: number(index).saturating_add(1),
            merit: merit.clone().map(Into::into),
            cost,
            left,
            taken,
        });
        if taken {
            left = left.saturating_sub(cost);
            walk.taken.push(*project);
        } else {
            walk.refused.push((*project, Reason::DoesNotFit { left, cost }));
            over = stop_at_first_misfit;
        }
    }
    for tied in ranked.chunk_by(|one, other| by_merit(one, other) == Ordering::Equal) {
        note_tie(contest, tied, &mut walk);
    }
    walk
}

/// A tie mattered only if some of the equal projects were taken and some not: if all fit, or none, so they would in
/// any order.
fn note_tie(contest: &Contest<'_>, tied: &[Ranked], walk: &mut Walk) {
    let taken = tied.iter().filter(|one| walk.taken.contains(&one.project)).count();
    if taken > 0 && taken < tied.len() {
        let projects = tied.iter().map(|one| contest.id(one.project)).collect();
        walk.steps.push(Step::Tied { projects });
    }
}

/// The projects that take part, the highest score first.
pub(crate) fn by_falling_score(contest: &Contest<'_>) -> Vec<usize> {
    let mut order = contest.running();
    order.sort_by(|one, other| {
        contest.score(*other).cmp(&contest.score(*one)).then_with(|| contest.compare_tied(*one, *other))
    });
    order
}

/// The reason of each project that the threshold leaves out, by its place in the whole order of scores.
pub(crate) fn below(contest: &Contest<'_>, order: &[usize], threshold: Option<i64>) -> Vec<(usize, Reason)> {
    let Some(threshold) = threshold else { return Vec::new() };
    let places = order.iter().zip(1_u32..);
    let left_out = places.filter(|(project, _)| contest.score(**project) < threshold);
    left_out
        .map(|(project, place)| {
            (*project, Reason::Place { place, needed: threshold.saturating_sub(contest.score(*project)) })
        })
        .collect()
}

/// Counts by score.
pub(crate) fn by_score(
    contest: &Contest<'_>,
    threshold: Option<i64>,
    stop_at_first_misfit: bool,
    progress: &mut dyn FnMut(Progress),
) -> Chosens {
    let order = by_falling_score(contest);
    let mut refused = below(contest, &order, threshold);
    let enough = |project: &&usize| threshold.is_none_or(|threshold| contest.score(**project) >= threshold);
    let merit = |project: usize| Some(BigRational::from_integer(contest.score(project).into()));
    let ranked: Vec<Ranked> =
        order.iter().filter(enough).map(|project| Ranked { project: *project, merit: merit(*project) }).collect();
    let walk = walk(contest, &ranked, contest.instance.budget(), stop_at_first_misfit, progress);
    refused.extend(walk.refused);
    let reasons = reasons(contest, &walk.taken, refused, ChosenBy::Rule);
    Chosens { order: walk.taken, reasons, steps: walk.steps }
}

/// One reason for each project, in file order. Whoever is neither taken nor refused was withdrawn.
pub(crate) fn reasons(
    contest: &Contest<'_>,
    taken: &[usize],
    refused: Vec<(usize, Reason)>,
    by: ChosenBy,
) -> Vec<Reason> {
    let mut reasons = vec![Reason::Withdrawn; contest.instance.projects().len()];
    let funded = taken.iter().enumerate().map(|(index, project)| (*project, funded(index.saturating_add(1), by)));
    for (project, reason) in funded.chain(refused) {
        if let Some(slot) = reasons.get_mut(project) {
            *slot = reason;
        }
    }
    reasons
}
