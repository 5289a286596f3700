//! Most satisfaction for the money first: projects by total satisfaction per cost, each that still fits.
//!
//! With satisfaction by cost this is "most votes first" on approval ballots; with cardinality, votes per money. The
//! same order completes Equal Shares.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;

use crate::allocation::ChosenBy;
use crate::contest::Contest;
use crate::count::{Chosens, Progress};
use crate::guard::Guard;
use crate::ranking::{self, Ranked, reasons};
use crate::satisfaction::Satisfaction;

/// Counts by satisfaction per cost. Projects that are worth nothing to anybody come last and are taken if they fit.
pub(crate) fn count(contest: &Contest<'_>, satisfaction: Satisfaction, progress: &mut dyn FnMut(Progress)) -> Chosens {
    let totals = contest.totals(satisfaction);
    let ranked = by_density(contest, &totals, contest.running());
    let walk = ranking::walk(contest, &mut Guard::new(contest), &ranked, contest.budget(), false, progress);
    let reasons = reasons(contest, &walk.taken, walk.refused, ChosenBy::Rule);
    Chosens { order: walk.taken, reasons, steps: walk.steps }
}

/// The projects in the order of satisfaction per cost. `totals` are by project.
pub(crate) fn by_density(contest: &Contest<'_>, totals: &[BigInt], projects: Vec<usize>) -> Vec<Ranked> {
    let merit = |project: usize| density(totals.get(project).unwrap_or(&BigInt::ZERO), contest.cost(project));
    let mut ranked: Vec<Ranked> =
        projects.into_iter().map(|project| Ranked { project, merit: merit(project) }).collect();
    ranking::sort(contest, &mut ranked);
    ranked
}

/// Total satisfaction per minor unit; nothing is above what is worth something and costs nothing, and what is worth
/// nothing is last, whatever it costs.
fn density(total: &BigInt, cost: i64) -> Option<BigRational> {
    match (total.is_zero(), cost) {
        (true, _) => Some(BigRational::zero()),
        (false, 0) => None,
        (false, cost) => Some(BigRational::new(total.clone(), cost.into())),
    }
}
