//! How much was chosen of how much, for an area and for a round.

use super::{Pen, many, natural};
use crate::domain::round::AreaLimit;
use crate::web::result::load::{CountedArea, CountedRound};
use crate::web::result::view::{Figures, MoneyFigures};

/// The figures of one area.
#[must_use]
pub(in crate::web) fn figures_of(pen: Pen<'_>, area: &CountedArea) -> Figures {
    Figures {
        funded: many(area.allocation.chosen.len()),
        projects: many(area.projects.len()),
        voters: None,
        ballots: natural(area.ballots),
        money: budget_of(area).map(|budget| money(pen, budget, area.allocation.cost)),
    }
}

/// The figures of a round over all areas. Money counts only where there is money to give.
pub(super) fn figures_of_round(pen: Pen<'_>, counted: &CountedRound) -> Figures {
    let all = || counted.areas.iter();
    let budgets: Vec<(i64, i64)> = all().filter_map(|area| Some((budget_of(area)?, area.allocation.cost))).collect();
    let sum = |numbers: &mut dyn Iterator<Item = i64>| numbers.fold(0_i64, i64::saturating_add);
    let budget = sum(&mut budgets.iter().map(|(budget, _)| *budget));
    let cost = sum(&mut budgets.iter().map(|(_, cost)| *cost));
    let voters = sum(&mut counted.participants.values().copied());
    Figures {
        funded: many(all().map(|area| area.allocation.chosen.len()).sum()),
        projects: many(all().map(|area| area.projects.len()).sum()),
        voters: (voters > 0).then(|| natural(voters)),
        ballots: natural(sum(&mut all().map(|area| area.ballots))),
        money: (!budgets.is_empty()).then(|| money(pen, budget, cost)),
    }
}

/// The money of an area; none when it has places.
pub(super) fn budget_of(area: &CountedArea) -> Option<i64> {
    match area.area.limit {
        AreaLimit::Ceiling(money) => Some(money.minor()),
        AreaLimit::Places(_) => None,
    }
}

fn money(pen: Pen<'_>, budget: i64, cost: i64) -> MoneyFigures {
    let left = budget.saturating_sub(cost);
    MoneyFigures { budget: pen.money(budget), cost: pen.money(cost), left: (left > 0).then(|| pen.money(left)) }
}
