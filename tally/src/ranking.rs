//! Most votes first: projects in order of merit, each that still fits the money left.
//!
//! The family that Pabulib calls greedy. The merit is the score under [`by_score`]; the same walk completes Equal
//! Shares, with satisfaction per cost as the merit.

use std::cmp::Ordering;

use num_rational::BigRational;

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, Progress, Stage, funded};
use crate::guard::Guard;

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

/// Goes down a sorted ranking and takes what fits `left` minor units and breaks no constraint. The first misfit may end
/// it; a project that a constraint strikes out never does.
pub(crate) fn walk(
    contest: &Contest<'_>,
    guard: &mut Guard<'_>,
    ranked: &[Ranked],
    mut left: i64,
    stop_at_first_misfit: bool,
    progress: &mut dyn FnMut(Progress),
) -> Walk {
    let mut walk = Walk { taken: Vec::new(), refused: Vec::new(), steps: Vec::new() };
    let mut over = false;
    let mut place = 0_u32;
    for equals in ranked.chunk_by(|one, other| by_merit(one, other) == Ordering::Equal) {
        let left_before = left;
        let over_before = over;
        let taken_before = walk.taken.len();
        for Ranked { project, merit } in equals {
            place = place.saturating_add(1);
            progress(Progress { stage: Stage::Choosing, done: place.into() });
            if over {
                walk.refused.push((*project, Reason::AfterFirstMisfit));
                continue;
            }
            if let Some(reason) = guard.refuses(*project) {
                walk.steps.push(Step::StruckOut { project: contest.id(*project), reason: reason.clone() });
                walk.refused.push((*project, reason));
                continue;
            }
            let (cost, merit) = (contest.cost(*project), merit.clone().map(Into::into));
            let taken = cost <= left;
            walk.steps.push(Step::Considered { project: contest.id(*project), place, merit, cost, left, taken });
            if taken {
                left = left.saturating_sub(cost);
                guard.take(*project);
                walk.taken.push(*project);
            } else {
                walk.refused.push((*project, Reason::DoesNotFit { left, cost }));
                over = stop_at_first_misfit;
            }
        }
        // Where all equals were taken, or none of them could be, any order would have done the same.
        let all_taken = walk.taken.len().saturating_sub(taken_before) == equals.len();
        let one_could = equals.iter().any(|one| contest.cost(one.project) <= left_before);
        if !over_before && !all_taken && one_could && equals.len() > 1 {
            let projects = equals.iter().map(|one| contest.id(one.project)).collect();
            walk.steps.push(Step::Tied { projects });
        }
    }
    walk
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
    let walk = walk(contest, &mut Guard::new(contest), &ranked, contest.budget(), stop_at_first_misfit, progress);
    refused.extend(walk.refused);
    let reasons = reasons(contest, &walk.taken, refused, ChosenBy::Rule);
    Chosens { order: walk.taken, reasons, steps: walk.steps }
}

/// One reason for each project, in file order. Whoever is neither taken nor refused was withdrawn (or overridden, which
/// [`count()`](crate::count()) writes in afterwards).
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

#[cfg(test)]
mod tests {
    use crate::{Allocation, BallotKind, Choice, Instance, Profile, Project, Reason, Rule, Step, Ties, count};

    /// Projects a, b, ... with a cost and a score each.
    fn counted(projects: &[(i64, i64)], budget: i64, rule: Rule, ties: &str) -> Allocation {
        let costs = projects.iter().zip('a'..).map(|((cost, _), id)| Project::new(id.to_string(), *cost));
        let instance = Instance::new(costs.collect(), budget, 0).unwrap();
        let ballot = projects.iter().enumerate().map(|(project, (_, value))| Choice { project, value: *value });
        let profile = Profile::new(BallotKind::Cumulative, vec![ballot.collect()]).unwrap();
        count(&instance, &profile, &rule, &ties.parse::<Ties>().unwrap(), &mut |_| {}).unwrap()
    }

    fn reasons(allocation: &Allocation) -> Vec<&Reason> {
        allocation.outcomes.iter().map(|outcome| &outcome.reason).collect()
    }

    fn order(allocation: &Allocation) -> String {
        allocation.chosen.iter().map(|chosen| chosen.id.as_str()).collect()
    }

    const SKIP: Rule = Rule::Ranking { threshold: None, stop_at_first_misfit: false };
    const STOP: Rule = Rule::Ranking { threshold: None, stop_at_first_misfit: true };

    #[test]
    fn a_project_that_does_not_fit_is_passed_over() {
        let allocation = counted(&[(50, 9), (60, 8), (40, 7)], 100, SKIP, "id");
        assert_eq!(order(&allocation), "ac");
        assert_eq!(*reasons(&allocation)[1], Reason::DoesNotFit { left: 50, cost: 60 });
    }

    #[test]
    fn the_first_misfit_can_end_the_count() {
        let allocation = counted(&[(50, 9), (60, 8), (40, 7)], 100, STOP, "id");
        assert_eq!(order(&allocation), "a");
        assert_eq!(reasons(&allocation)[1..], [&Reason::DoesNotFit { left: 50, cost: 60 }, &Reason::AfterFirstMisfit]);
    }

    #[test]
    fn a_score_that_equals_the_threshold_passes() {
        let rule = Rule::Ranking { threshold: Some(8), stop_at_first_misfit: false };
        let allocation = counted(&[(50, 5), (60, 8)], 200, rule, "id");
        assert_eq!(order(&allocation), "b");
        assert_eq!(*reasons(&allocation)[0], Reason::Place { place: 2, needed: 3 });
    }

    #[test]
    fn a_withdrawn_project_takes_no_part_even_where_it_would_fit() {
        let allocation = counted(&[(999_999_999, 9), (1, 1)], 2_000_000_000, SKIP, "id");
        assert_eq!(order(&allocation), "b");
        assert_eq!(*reasons(&allocation)[0], Reason::Withdrawn);
    }

    #[test]
    fn a_tie_is_written_down_only_where_it_mattered() {
        let tied = |allocation: &Allocation| allocation.steps.iter().any(|step| matches!(step, Step::Tied { .. }));
        assert!(!tied(&counted(&[(50, 9), (50, 9)], 100, SKIP, "id")));
        let mattered = counted(&[(70, 9), (50, 9)], 100, SKIP, "min-cost");
        assert_eq!(order(&mattered), "b");
        assert!(mattered.steps.contains(&Step::Tied { projects: vec!["b".into(), "a".into()] }));
    }

    #[test]
    fn the_best_n_need_no_money_and_know_what_the_others_lacked() {
        let top = Rule::Top { seats: 2, threshold: Some(2) };
        let allocation = counted(&[(5, 5), (5, 9), (5, 3), (5, 5), (5, 1)], 0, top, "id");
        assert_eq!(order(&allocation), "ba");
        let lacked = [Reason::Place { place: 4, needed: 3 }, Reason::Place { place: 3, needed: 1 }];
        assert_eq!(reasons(&allocation)[2..4], [&lacked[0], &lacked[1]]);
        assert_eq!(
            *reasons(&allocation)[4],
            Reason::Place { place: 5, needed: 5 },
            "1 for the threshold is not enough"
        );
        assert!(allocation.steps.contains(&Step::Tied { projects: vec!["a".into(), "d".into()] }));
    }
}
