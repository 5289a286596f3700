//! What a run was, exactly: the steps that replay it, and a reason for every project.

use num_rational::BigRational;
use num_traits::Zero;

use super::field::Field;
use super::ledger::Ledger;
use super::run::Run;
use super::stretch::started;
use crate::allocation::{ChosenBy, Reason, Step};
use crate::contest::Contest;
use crate::count::{Chosens, funded, number};
use crate::guard::Guard;
use crate::ranking::Walk;

/// The exact side of a run.
pub(super) struct Explained<'a> {
    field: &'a Field<'a>,
    ledger: Ledger,
    purchases: Vec<Purchase>,
    /// Projects without cost, and what became of each.
    free: Vec<(usize, Option<Reason>)>,
    /// The constraints after all purchases.
    pub(super) guard: Guard<'a>,
}

/// What a purchase cost its supporters.
struct Purchase {
    /// For one unit of satisfaction.
    price: BigRational,
    largest_payment: BigRational,
    /// How many voters gave all that they had left.
    emptied: u32,
    /// How many voters gave anything.
    payers: u32,
}

impl<'a> Explained<'a> {
    pub(super) fn new(field: &'a Field<'a>, run: &Run) -> Self {
        let mut ledger = Ledger::new(&run.share, field.contest.instance.projects().len());
        ledger.catch_up(field, &run.state);
        let bought = run.bought().iter().enumerate();
        let purchases = bought.map(|(index, project)| purchase(field, run, &ledger, index, *project)).collect();
        let (mut guard, free) = started(field);
        run.bought().iter().for_each(|project| guard.take(*project));
        Self { field, ledger, purchases, free, guard }
    }

    /// The projects that are in, in order.
    pub(super) fn order(&self, run: &Run) -> Vec<usize> {
        let free = self.free.iter().filter(|(_, refused)| refused.is_none()).map(|(project, _)| *project);
        free.chain(run.bought().iter().copied()).collect()
    }

    pub(super) fn steps(&self, run: &Run) -> Vec<Step> {
        let contest = self.field.contest;
        let struck = |project, reason: &Reason| Step::StruckOut { project, reason: reason.clone() };
        let mut steps = vec![Step::Share { share: run.share.clone().into() }];
        steps.extend(self.free.iter().map(|(project, refused)| match refused {
            None => Step::Free { project: contest.id(*project) },
            Some(reason) => struck(contest.id(*project), reason),
        }));
        let mut left = &run.share * BigRational::from_integer(contest.voters.into());
        let mut purchases = self.purchases.iter();
        for turn in &run.turns {
            let project = contest.id(turn.project);
            if let Some(reason) = &turn.struck {
                if !turn.tied.is_empty() {
                    steps.push(Step::Tied { projects: contest.ids(&turn.tied) });
                }
                steps.push(struck(project, reason));
                continue;
            }
            let Some(purchase) = purchases.next() else { break };
            let paid = contest.cost(turn.project);
            left -= BigRational::from_integer(paid.into());
            steps.push(Step::Purchased {
                project,
                price: purchase.price.clone().into(),
                largest_payment: purchase.largest_payment.clone().into(),
                paid,
                supporters: self.field.supporters(turn.project),
                payers: purchase.payers,
                emptied: purchase.emptied,
                left: left.clone().into(),
                tied: contest.ids(&turn.tied),
            });
        }
        steps
    }

    /// What a project lacks that its supporters did not buy.
    fn lacking(&self, run: &Run, project: usize) -> Reason {
        if self.field.backers(project).len() == 0 {
            return Reason::NoSupporters;
        }
        let left = self.ledger.left_to_supporters(self.field, &run.state, project).into();
        Reason::SupportersHadLeft { left, cost: self.field.contest.cost(project) }
    }
}

fn purchase(field: &Field<'_>, run: &Run, ledger: &Ledger, index: usize, project: usize) -> Purchase {
    let price = ledger.price_of(index);
    let mut emptied = 0_u32;
    let (mut greatest, mut in_full) = (0_u32, 0_u32);
    for backer in field.backers(project) {
        match run.state.emptied_at(backer.group).cmp(&number(index)) {
            std::cmp::Ordering::Less => {}
            std::cmp::Ordering::Equal => emptied = emptied.saturating_add(backer.voters),
            std::cmp::Ordering::Greater => {
                greatest = greatest.max(backer.worth);
                in_full = in_full.saturating_add(backer.voters);
            }
        }
    }
    let (of_the_poor, givers) =
        if emptied == 0 { (BigRational::zero(), 0) } else { ledger.given_whole(field, &run.state, index) };
    let of_the_rich = &price * BigRational::from_integer(greatest.into());
    let unit = BigRational::from_integer(field.unit(project).into());
    let payers = in_full.saturating_add(givers);
    Purchase { price: price / unit, largest_payment: of_the_poor.max(of_the_rich), emptied, payers }
}

/// The outcome of Equal Shares, with what a completion took of the rest.
pub(super) fn bought(
    field: &Field<'_>,
    run: &Run,
    explained: &Explained<'_>,
    rest: Option<Walk>,
    mut steps: Vec<Step>,
) -> Chosens {
    let contest: &Contest<'_> = field.contest;
    let mut order = explained.order(run);
    let by_rule = order.len();
    let mut reasons = vec![Reason::Withdrawn; contest.instance.projects().len()];
    let mut set = |project: usize, reason: Reason| {
        if let Some(slot) = reasons.get_mut(project) {
            *slot = reason;
        }
    };
    let mut struck: Vec<(usize, Reason)> = Vec::new();
    struck.extend(explained.free.iter().filter_map(|(project, refused)| Some((*project, refused.clone()?))));
    struck.extend(run.turns.iter().filter_map(|turn| Some((turn.project, turn.struck.clone()?))));
    if let Some(walk) = rest {
        order.extend(walk.taken);
        steps.extend(walk.steps);
        let constraint = |reason: &Reason| !matches!(reason, Reason::DoesNotFit { .. });
        struck.extend(walk.refused.into_iter().filter(|(_, reason)| constraint(reason)));
    }
    for project in contest.running() {
        if !order.contains(&project) {
            set(project, explained.lacking(run, project));
        }
    }
    for (project, reason) in struck {
        set(project, reason);
    }
    let mut purchases = explained.purchases.iter();
    for (index, project) in order.iter().enumerate() {
        let by = if index < by_rule { ChosenBy::Rule } else { ChosenBy::Completion };
        let mut reason = funded(index.saturating_add(1), by);
        if run.bought().contains(project)
            && let (Reason::Funded { price, largest_payment, .. }, Some(purchase)) = (&mut reason, purchases.next())
        {
            *price = Some(purchase.price.clone().into());
            *largest_payment = Some(purchase.largest_payment.clone().into());
        }
        set(*project, reason);
    }
    Chosens { order, reasons, steps }
}
