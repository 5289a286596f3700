//! The best N, for lists without money: finalists of an award, ten proposals for the council.

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::Chosens;
use crate::guard::Guard;
use crate::ranking::{below, by_falling_score, reasons};

/// Takes the `seats` projects of highest score that reach the threshold, whatever they cost. A project that a
/// constraint strikes out leaves its seat to the next one. A project that an override puts in has one of the seats.
pub(crate) fn best(contest: &Contest<'_>, seats: u32, threshold: Option<i64>) -> Chosens {
    let order = by_falling_score(contest);
    let mut refused = below(contest, &order, threshold);
    let (passing, below) = order.split_at(order.len().saturating_sub(refused.len()));
    let seats = usize::try_from(seats).unwrap_or(usize::MAX).saturating_sub(contest.funded_beforehand().count());
    let mut guard = Guard::new(contest);
    let (mut taken, mut struck, mut ties): (Vec<usize>, Vec<(usize, Reason)>, Vec<Step>) = Default::default();
    for equals in passing.chunk_by(|one, other| contest.score(*one) == contest.score(*other)) {
        let open: Vec<usize> = equals.iter().copied().filter(|project| guard.refuses(*project).is_none()).collect();
        let taken_before = taken.len();
        for project in equals.iter().copied() {
            if taken.len() >= seats {
                break;
            }
            if let Some(reason) = guard.refuses(project) {
                struck.push((project, reason));
            } else {
                guard.take(project);
                taken.push(project);
            }
        }
        // Where all that could be taken were, or none was, any order would have done the same.
        if (1..open.len()).contains(&taken.len().saturating_sub(taken_before)) {
            ties.push(Step::Tied { projects: contest.ids(&open) });
        }
    }

    let last = taken.last().copied();
    let score_of_last = last.map(|last| contest.score(last));
    if let Some(last) = last.filter(|_| taken.len() >= seats) {
        for (project, reason) in &mut refused {
            if let Reason::Place { needed: for_the_threshold, .. } = reason {
                *for_the_threshold = needed(contest, Some(last), *project).max(*for_the_threshold);
            }
        }
    }
    let mut steps = Vec::new();
    for (project, place) in order.iter().copied().zip(1_u32..) {
        if let Some((_, reason)) = struck.iter().find(|(other, _)| *other == project) {
            steps.push(Step::StruckOut { project: contest.id(project), reason: reason.clone() });
            continue;
        }
        let (has_seat, score) = (taken.contains(&project), contest.score(project));
        let distance = score_of_last.map(|last| score.saturating_sub(last));
        steps.push(Step::Placed { project: contest.id(project), place, score, distance, taken: has_seat });
        if !has_seat && !below.contains(&project) {
            refused.push((project, Reason::Place { place, needed: needed(contest, last, project) }));
        }
    }
    steps.extend(ties);
    refused.extend(struck);
    let reasons = reasons(contest, &taken, refused, ChosenBy::Rule);
    Chosens { order: taken, reasons, steps }
}

/// The score that a project lacks to pass the last one seated: an equal score is enough where the tie goes its way.
fn needed(contest: &Contest<'_>, last: Option<usize>, project: usize) -> i64 {
    let Some(last) = last else { return 1 };
    let distance = contest.score(last).saturating_sub(contest.score(project));
    if contest.compare_tied(project, last).is_lt() { distance } else { distance.saturating_add(1) }
}
