//! One area in full: who is in, who is not and why.

use allmende_tally::Outcome;

use super::comparison::comparison;
use super::figures::figures_of;
use super::numbers::{scores, strips};
use super::{Ledger, count, natural};
use crate::domain::money::Money;
use crate::domain::round::Project;
use crate::locale::Amounts;
use crate::store::texts::{ProjectText, Written};
use crate::web::council::told::at_council;
use crate::web::result::explain::Reason;
use crate::web::result::reason::reason_of;
use crate::web::result::view::{AreaResult, FundedProject, Support, UnfundedProject, Unit};
use crate::web::routes;

/// Everything that a page says of an area.
pub(super) fn area_result(ledger: &Ledger<'_>) -> AreaResult {
    AreaResult {
        name: ledger.counted.name.text.clone(),
        figures: figures_of(ledger.pen, ledger.counted),
        strips: strips(ledger),
        funded: funded(ledger),
        unfunded: unfunded(ledger),
        count: count::explained(ledger),
        comparison: comparison(ledger),
        scores: scores(ledger),
    }
}

/// The chosen projects in the order of the rule.
pub(super) fn funded(ledger: &Ledger<'_>) -> Vec<FundedProject> {
    let row = |id: &str| {
        let (project, text) = ledger.project(id)?;
        Some(FundedProject {
            project: ledger.pen.label(project, text),
            url: url(ledger, project),
            place: place(text),
            cost: cost(ledger, project),
            support: support(ledger, ledger.outcome(id)?),
            council: at_council(ledger.pen.round, true, ledger.counted.decisions.get(&project.id), ledger.pen.words),
        })
    };
    ledger.allocation().chosen.iter().filter_map(|chosen| row(&chosen.id)).collect()
}

fn unfunded(ledger: &Ledger<'_>) -> Vec<UnfundedProject> {
    let row = |outcome: &Outcome| {
        let (project, text) = ledger.project(&outcome.id)?;
        Some(UnfundedProject {
            project: ledger.pen.label(project, text),
            url: url(ledger, project),
            place: place(text),
            cost: cost(ledger, project),
            support: support(ledger, outcome),
            reason: reason(ledger, outcome),
            council: at_council(ledger.pen.round, false, ledger.counted.decisions.get(&project.id), ledger.pen.words),
        })
    };
    ledger.by_falling_score().into_iter().filter(|outcome| !outcome.funded).filter_map(row).collect()
}

fn reason(ledger: &Ledger<'_>, outcome: &Outcome) -> Reason {
    let (pen, rule) = (ledger.pen, &ledger.allocation().rule);
    let label = |id: &str| {
        let label = ledger.label(id);
        format!("{} {}", label.number, label.title)
    };
    let amounts = Amounts::new(pen.words, &pen.round.currency);
    reason_of(outcome, rule, pen.unit(), amounts, &label).unwrap_or(Reason::NotChosen)
}

fn support(ledger: &Ledger<'_>, outcome: &Outcome) -> Support {
    let voters = u64::from(outcome.supporters);
    match ledger.pen.unit() {
        Unit::Points => Support::Points { points: natural(outcome.score), voters },
        Unit::Votes => Support::Votes { votes: voters },
        Unit::Score => Support::Score { score: ledger.pen.words.number(outcome.score), voters },
    }
}

fn url(ledger: &Ledger<'_>, project: &Project) -> String {
    routes::project(ledger.pen.language(), &ledger.pen.round.slug, project.number)
}

fn place(text: &Written<ProjectText>) -> Option<String> {
    (!text.text.place.is_empty()).then(|| text.text.place.clone())
}

fn cost(ledger: &Ledger<'_>, project: &Project) -> Option<String> {
    project.cost.map(Money::minor).map(|minor| ledger.pen.money(minor))
}
