//! Equal shares: the share, the first purchase, who pays, the purchases, the raise, and the completion.

use allmende_tally::{Completion, Exact, Satisfaction, Step, Verdict};

use crate::locale::Rounding;
use crate::web::result::build::{Ledger, many};
use crate::web::result::explain::{CountStep, PricePer, Purchase};
use crate::web::result::reason::price_per;
use crate::web::result::view::Unit;

/// A purchase of the run that stands.
struct Bought<'a> {
    project: &'a str,
    price: &'a Exact,
    largest_payment: &'a Exact,
    paid: i64,
    supporters: u32,
}

/// What the completion took.
struct Taken<'a> {
    project: &'a str,
    cost: i64,
}

/// A count by equal shares, read from its steps.
#[derive(Default)]
struct Course<'a> {
    start: Option<(u32, &'a Exact)>,
    /// Projects and cost of the first run, and what followed from it; none without raises.
    first_run: Option<(u32, i64, Verdict)>,
    standing_share: Option<&'a Exact>,
    bought: Vec<Bought<'a>>,
    compared: Option<(u32, u32, bool)>,
    taken: Vec<Taken<'a>>,
}

impl<'a> Course<'a> {
    fn read(steps: &'a [Step]) -> Self {
        let mut course = Self::default();
        for step in steps {
            course.note(step);
        }
        course
    }

    fn note(&mut self, step: &'a Step) {
        match step {
            Step::Start { voters, share } => self.start = Some((*voters, share)),
            Step::ShareTried { projects, cost, verdict, .. } => {
                self.first_run.get_or_insert((*projects, *cost, *verdict));
            }
            Step::Share { share } => self.standing_share = Some(share),
            Step::Purchased { project, price, largest_payment, paid, supporters, .. } => {
                let (paid, supporters) = (*paid, *supporters);
                self.bought.push(Bought { project, price, largest_payment, paid, supporters });
            }
            Step::Compared { prefer_equal_shares, prefer_ranking, replaced } => {
                self.compared = Some((*prefer_equal_shares, *prefer_ranking, *replaced));
            }
            Step::Considered { project, cost, taken: true, .. } => self.taken.push(Taken { project, cost: *cost }),
            Step::Considered { taken: false, .. }
            | Step::LotsDrawn { .. }
            | Step::Overridden { .. }
            | Step::StruckOut { .. }
            | Step::Loaded { .. }
            | Step::BestSet { .. }
            | Step::Free { .. }
            | Step::Tied { .. }
            | Step::Placed { .. } => {}
        }
    }

    fn paid(&self) -> i64 {
        self.bought.iter().map(|bought| bought.paid).fold(0, i64::saturating_add)
    }

    /// Whether most votes first took the place of equal shares, so that nothing was bought after all.
    fn replaced(&self) -> bool {
        self.compared.is_some_and(|(_, _, replaced)| replaced)
    }
}

/// The count in up to six steps.
pub(super) fn steps(ledger: &Ledger<'_>, satisfaction: Satisfaction, completion: Completion) -> Vec<CountStep> {
    let (pen, allocation) = (ledger.pen, ledger.allocation());
    let course = Course::read(&allocation.steps);
    let per = price_per(satisfaction);
    let share = course.start.map(|(voters, share)| CountStep::Share {
        budget: pen.money(allocation.budget),
        ballots: voters.into(),
        share: pen.exact(share, Rounding::Down).unwrap_or_default(),
    });
    let first = course.bought.first().map(|bought| CountStep::First {
        project: ledger.label(bought.project),
        price: price(ledger, bought, per),
        per,
    });
    let pay = (!course.bought.is_empty()).then_some(CountStep::Pay { by_points: per == PricePer::Points });
    let (projects, cost) = match course.first_run {
        Some((projects, cost, _)) => (projects.into(), cost),
        None => (many(course.bought.len()), course.paid()),
    };
    let repeat = CountStep::Repeat { projects, cost: pen.money(cost) };
    let last = completed(ledger, &course, completion, satisfaction);
    [share, first, pay, Some(repeat), raise(ledger, &course), Some(last)].into_iter().flatten().collect()
}

/// What the raises came to; none where nothing was raised because nothing more could be bought.
fn raise(ledger: &Ledger<'_>, course: &Course<'_>) -> Option<CountStep> {
    let (_, _, verdict) = course.first_run?;
    let (_, start) = course.start?;
    let standing = course.standing_share?;
    let share = (standing > start).then(|| ledger.pen.exact(standing, Rounding::Down)).flatten();
    match (verdict, &share) {
        (Verdict::Exhaustive | Verdict::EverythingBought, _) => None,
        (Verdict::Within | Verdict::PassesBudget, _) => {
            Some(CountStep::Raise { share, projects: many(course.bought.len()), cost: ledger.pen.money(course.paid()) })
        }
    }
}

fn completed(
    ledger: &Ledger<'_>,
    course: &Course<'_>,
    completion: Completion,
    satisfaction: Satisfaction,
) -> CountStep {
    let allocation = ledger.allocation();
    let left = ledger.pen.money(allocation.budget.saturating_sub(allocation.cost));
    match (completion, course.compared) {
        (_, Some((shares, ranking, replaced))) => {
            CountStep::Compare { replaced, shares: shares.into(), ranking: ranking.into() }
        }
        (Completion::Greedy | Completion::Add1Greedy | Completion::Add1AllGreedy, None) => CountStep::Rest {
            projects: many(course.taken.len()),
            left,
            unit: match satisfaction {
                Satisfaction::Points | Satisfaction::Borda | Satisfaction::PlacePoints => Unit::Points,
                Satisfaction::Cost => Unit::Votes,
                Satisfaction::Cardinality => Unit::Score,
            },
        },
        (
            Completion::None
            | Completion::Add1
            | Completion::Add1All
            | Completion::Add1Whole
            | Completion::Add1WholeComparison,
            None,
        ) => CountStep::Left { left },
    }
}

/// Every purchase of the run that stands and of the completion; none by another rule.
pub(super) fn purchases(ledger: &Ledger<'_>) -> Vec<Purchase> {
    let allocation = ledger.allocation();
    let course = Course::read(&allocation.steps);
    let allmende_tally::Rule::EqualShares { satisfaction, .. } = allocation.rule else { return Vec::new() };
    if course.replaced() {
        return Vec::new();
    }
    let per = price_per(satisfaction);
    let mut left = allocation.budget;
    let mut row = |project: &str, supporters: u32, cost: i64, price: Option<String>| {
        left = left.saturating_sub(cost);
        Purchase {
            project: ledger.label(project),
            supporters: ledger.pen.words.number(supporters.into()),
            cost: ledger.pen.money(cost),
            price,
            left: ledger.pen.money(left),
        }
    };
    let mut rows: Vec<Purchase> = Vec::new();
    for bought in &course.bought {
        rows.push(row(bought.project, bought.supporters, bought.paid, price(ledger, bought, per)));
    }
    for taken in &course.taken {
        let supporters = ledger.outcome(taken.project).map_or(0, |outcome| outcome.supporters);
        rows.push(row(taken.project, supporters, taken.cost, None));
    }
    rows
}

/// The price of a point or a vote; where cost is the measure, the most that somebody paid, which is easier to grasp
/// than a share of a cent for each cent.
fn price(ledger: &Ledger<'_>, bought: &Bought<'_>, per: PricePer) -> Option<String> {
    match per {
        PricePer::Points | PricePer::Votes => ledger.pen.exact(bought.price, Rounding::Nearest),
        PricePer::Cost => ledger.pen.exact(bought.largest_payment, Rounding::Up),
    }
}
