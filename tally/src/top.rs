//! The best N, for lists without money: finalists of an award, ten proposals for the council.

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, number};
use crate::ranking::{below, by_falling_score, reasons};

/// Takes the `seats` projects of highest score that reach the threshold, whatever they cost.
pub(crate) fn best(contest: &Contest<'_>, seats: u32, threshold: Option<i64>) -> Chosens {
    let order = by_falling_score(contest);
    let mut refused = below(contest, &order, threshold);
    let passing = order.len().saturating_sub(refused.len());
    let seats = usize::try_from(seats).unwrap_or(usize::MAX).min(passing);
    let (taken, rest) = order.split_at(seats);
    let last = taken.last().copied();
    let score_of_last = last.map_or(0, |last| contest.score(last));

    for (project, place) in rest.iter().take(passing.saturating_sub(seats)).zip(number(seats).saturating_add(1)..) {
        refused.push((*project, Reason::Place { place, needed: needed(contest, last, *project) }));
    }
    let mut steps: Vec<Step> = (order.iter().zip(1_u32..))
        .map(|(project, place)| Step::Placed {
            project: contest.id(*project),
            place,
            score: contest.score(*project),
            distance: contest.score(*project).saturating_sub(score_of_last),
            taken: place <= number(seats),
        })
        .collect();
    let tied: Vec<usize> = order.iter().copied().filter(|project| contest.score(*project) == score_of_last).collect();
    let without_seat = rest.iter().take(passing.saturating_sub(seats)).any(|project| tied.contains(project));
    if without_seat && last.is_some() {
        steps.push(Step::Tied { projects: contest.ids(&tied) });
    }
    let reasons = reasons(contest, taken, refused, ChosenBy::Rule);
    Chosens { order: taken.to_vec(), reasons, steps }
}

/// The score that a project lacks to pass the last one seated: an equal score is enough where the tie goes its way.
fn needed(contest: &Contest<'_>, last: Option<usize>, project: usize) -> i64 {
    let Some(last) = last else { return 1 };
    let distance = contest.score(last).saturating_sub(contest.score(project));
    if contest.compare_tied(project, last).is_lt() { distance } else { distance.saturating_add(1) }
}
