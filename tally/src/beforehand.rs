//! What stands before a count: the draw of lots, and projects that were decided about by override.

use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, funded, number};

/// Puts what was done beforehand in front of what the rule did.
pub(crate) fn add(contest: &Contest<'_>, chosen: Chosens) -> Chosens {
    let Chosens { order: by_rule, mut reasons, steps: of_rule } = chosen;
    let mut steps: Vec<Step> = Vec::new();
    if let (Some(seed), Some(drawn)) = (contest.ties.seed(), &contest.drawn) {
        steps.push(Step::LotsDrawn { seed: seed.to_owned(), order: contest.ids(drawn) });
    }
    let mut order: Vec<usize> = contest.funded_beforehand().collect();
    for reason in &mut reasons {
        if let Reason::Funded { place, .. } = reason {
            *place = place.saturating_add(number(order.len()));
        }
    }
    let mut left = contest.instance.budget();
    let mut place = 0_usize;
    for decided in &contest.instance.constraints().overrides {
        let reason = if decided.funded {
            left = left.saturating_sub(contest.cost(decided.project));
            place = place.saturating_add(1);
            funded(place, ChosenBy::Override)
        } else {
            Reason::TakenOut { reason: decided.reason.clone() }
        };
        if let Some(slot) = reasons.get_mut(decided.project) {
            *slot = reason;
        }
        let (project, reason) = (contest.id(decided.project), decided.reason.clone());
        steps.push(Step::Overridden { project, funded: decided.funded, reason, left });
    }
    order.extend(by_rule);
    steps.extend(of_rule);
    Chosens { order, reasons, steps }
}
