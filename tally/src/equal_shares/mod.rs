//! Fair shares: the Method of Equal Shares and its completions.
//!
//! The budget is divided equally among the voters. A project can be bought if its supporters can pay for it together,
//! each in proportion to what it is worth to them, or with all that is left to them. Always the project is bought
//! that asks least money per unit of satisfaction, until nobody can buy anything more; the completion then decides
//! about the money left. From Dominik Peters, Grzegorz Pierczyński and Piotr Skowron, *Proportional Participatory
//! Budgeting with Additive Utilities*, NeurIPS 2021.

mod add1;
mod compare;
mod purse;
mod run;
mod supporters;

use num_bigint::BigInt;
use num_rational::BigRational;

use self::add1::Manner;
use self::run::{Course, Run};
use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, Progress, funded};
use crate::ranking::{self, Ranked, Walk, reasons};
use crate::rule::Completion;
use crate::satisfaction::Satisfaction;

/// Counts by Equal Shares; also gives the total satisfaction with the outcome.
pub(crate) fn count(
    contest: &Contest<'_>,
    satisfaction: Satisfaction,
    completion: Completion,
    progress: &mut dyn FnMut(Progress),
) -> (Chosens, BigInt) {
    let course = course(contest, satisfaction);
    let mut steps = vec![Step::Start { voters: contest.voters, share: add1::first_share(&course).into() }];
    let run = match completion {
        Completion::None | Completion::Greedy => add1::single(&course, progress),
        Completion::Add1 | Completion::Add1Greedy => add1::raise(&course, Manner::Fractional, &mut steps, progress),
        Completion::Add1Whole | Completion::Add1WholeComparison => {
            add1::raise(&course, Manner::Whole, &mut steps, progress)
        }
    };
    tell(&course, &run, &mut steps);
    let chosen = match completion {
        Completion::None | Completion::Add1 | Completion::Add1Whole => bought(&course, &run, None, steps),
        Completion::Greedy | Completion::Add1Greedy => {
            let walk = spend_rest(&course, &run, progress);
            bought(&course, &run, Some(walk), steps)
        }
        Completion::Add1WholeComparison => compared(&course, &run, steps, progress),
    };
    let supporters = chosen.order.iter().filter_map(|project| course.supporters(*project));
    let welfare = supporters.map(|found| &found.total).sum();
    (chosen, welfare)
}

fn course<'a>(contest: &'a Contest<'a>, satisfaction: Satisfaction) -> Course<'a> {
    let supporters = supporters::of_each_project(contest, satisfaction);
    let supported = |project: &usize| supporters.get(*project).is_some_and(|found| !found.is_empty());
    let running = contest.running().into_iter().filter(supported);
    let (mut free, candidates): (Vec<usize>, Vec<usize>) = running.partition(|project| contest.cost(*project) == 0);
    free.sort_by(|one, other| contest.compare_tied(*one, *other));
    Course { contest, supporters, free, candidates }
}

/// Writes down the purchases of the run that stands.
fn tell(course: &Course<'_>, run: &Run, steps: &mut Vec<Step>) {
    let contest = course.contest;
    steps.push(Step::Share { share: run.share.clone().into() });
    steps.extend(course.free.iter().map(|project| Step::Free { project: contest.id(*project) }));
    steps.extend(run.purchases.iter().map(|purchase| Step::Purchased {
        project: contest.id(purchase.project),
        price: purchase.quote.price.clone().into(),
        largest_payment: purchase.quote.largest_payment.clone().into(),
        paid: contest.cost(purchase.project),
        supporters: course.supporters(purchase.project).map_or(0, |found| found.voters),
        left: purchase.left.clone().into(),
        tied: contest.ids(&purchase.tied),
    }));
}

/// The greedy completion: what is left of the budget, by total satisfaction per cost.
fn spend_rest(course: &Course<'_>, run: &Run, progress: &mut dyn FnMut(Progress)) -> Walk {
    let contest = course.contest;
    let chosen: Vec<usize> = course.free.iter().copied().chain(run.bought()).collect();
    let rest = contest.running().into_iter().filter(|project| !chosen.contains(project));
    let mut ranked: Vec<Ranked> = rest.map(|project| Ranked { project, merit: density(course, project) }).collect();
    ranking::sort(contest, &mut ranked);
    ranking::walk(contest, &ranked, contest.instance.budget().saturating_sub(run.cost), false, progress)
}

/// Total satisfaction per minor unit; nothing is above what is worth something and costs nothing, and what is worth
/// nothing is last, whatever it costs.
fn density(course: &Course<'_>, project: usize) -> Option<BigRational> {
    let total = course.supporters(project).map(|found| found.total.clone()).unwrap_or_default();
    let cost = course.contest.cost(project);
    match (total == BigInt::ZERO, cost) {
        (true, _) => Some(BigRational::from_integer(BigInt::ZERO)),
        (false, 0) => None,
        (false, cost) => Some(BigRational::new(total, cost.into())),
    }
}

/// The outcome of Equal Shares, with what a completion took of the rest.
fn bought(course: &Course<'_>, run: &Run, rest: Option<Walk>, mut steps: Vec<Step>) -> Chosens {
    let contest = course.contest;
    let mut order: Vec<usize> = course.free.iter().copied().chain(run.bought()).collect();
    let by_rule = order.len();
    let mut reasons = vec![Reason::Withdrawn; contest.instance.projects().len()];
    if let Some(walk) = rest {
        order.extend(walk.taken);
        steps.extend(walk.steps);
    }
    for project in contest.running() {
        if let Some(reason) = reasons.get_mut(project) {
            *reason = lacking(course, run, project);
        }
    }
    for (index, project) in order.iter().enumerate() {
        let by = if index < by_rule { ChosenBy::Rule } else { ChosenBy::Completion };
        if let Some(reason) = reasons.get_mut(*project) {
            *reason = funded(index.saturating_add(1), by);
        }
    }
    for purchase in &run.purchases {
        if let Some(Reason::Funded { price, largest_payment, .. }) = reasons.get_mut(purchase.project) {
            *price = Some(purchase.quote.price.clone().into());
            *largest_payment = Some(purchase.quote.largest_payment.clone().into());
        }
    }
    Chosens { order, reasons, steps }
}

/// What a project lacks that its supporters did not buy.
fn lacking(course: &Course<'_>, run: &Run, project: usize) -> Reason {
    match course.supporters(project) {
        Some(supporters) if !supporters.is_empty() => Reason::SupportersHadLeft {
            left: run.purse.of_supporters(supporters).into(),
            cost: course.contest.cost(project),
        },
        Some(_) | None => Reason::NoSupporters,
    }
}

/// Pabulib's comparison: most-votes-first takes over if strictly more voters gain by it.
fn compared(course: &Course<'_>, run: &Run, mut steps: Vec<Step>, progress: &mut dyn FnMut(Progress)) -> Chosens {
    let contest = course.contest;
    let by_votes = compare::most_votes_first(contest, progress);
    let shares: Vec<usize> = course.free.iter().copied().chain(run.bought()).collect();
    let (prefer_equal_shares, prefer_ranking) = compare::preferences(contest, &shares, &by_votes.taken);
    let replaced = prefer_ranking > prefer_equal_shares;
    // Ties of the ranking mattered for the comparison, even where nothing came of it.
    let ties = by_votes.steps.iter().filter(|step| matches!(step, Step::Tied { .. }) && !replaced);
    steps.extend(ties.cloned());
    steps.push(Step::Compared { prefer_equal_shares, prefer_ranking, replaced });
    if !replaced {
        return bought(course, run, None, steps);
    }
    steps.extend(by_votes.steps);
    let reasons = reasons(contest, &by_votes.taken, by_votes.refused, ChosenBy::Completion);
    Chosens { order: by_votes.taken, reasons, steps }
}

#[cfg(test)]
mod tests;
