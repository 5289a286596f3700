//! What the council decided, in words, for pages of everybody and of the office.

use serde::Serialize;

use crate::domain::decision::{CouncilDecision, CouncilOutcome};
use crate::domain::round::{Effect, Round};
use crate::locale::Words;
use crate::store::decisions::EnteredDecision;
use crate::web::result::load::CountedArea;
use crate::web::visitor::Visitor;

/// A decision of the council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Told {
    /// `carried_out`, `changed`, `not_carried_out` or `not_competent`.
    pub outcome: &'static str,
    /// The same in words.
    pub words: String,
    /// The day of the sitting, with weekday.
    pub day: String,
    /// The number of the paper.
    pub paper: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// Whether the entry was corrected.
    pub corrected: bool,
}

/// Where a project stands with the council.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum AtCouncil {
    /// It has not decided yet.
    Open,
    /// It has decided.
    Decided {
        /// What.
        decision: Told,
    },
}

/// How far the council is with a result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Progress {
    /// What the council is called.
    pub council: String,
    /// Chosen projects.
    pub chosen: u64,
    /// Those among them on which it has decided.
    pub decided: u64,
}

/// An outcome in words.
pub(in crate::web) fn outcome_in_words(outcome: CouncilOutcome, words: Words<'_>) -> String {
    words.text(&format!("council-outcome-{}", outcome.as_str().replace('_', "-")), &[])
}

/// A decision in words.
pub(in crate::web) fn tell(entered: &EnteredDecision, words: Words<'_>) -> Told {
    Told { corrected: entered.version > 1, ..tell_bare(&entered.decision, words) }
}

fn tell_bare(decision: &CouncilDecision, words: Words<'_>) -> Told {
    Told {
        outcome: decision.outcome().as_str(),
        words: outcome_in_words(decision.outcome(), words),
        day: words.day_with_weekday(decision.decided_on()),
        paper: Some(decision.paper().to_owned()).filter(|paper| !paper.is_empty()),
        reason: decision.reason().map(str::to_owned),
        corrected: false,
    }
}

/// Where a project stands: what was decided, or that it is open where the result is advice and the project was chosen.
pub(in crate::web) fn at_council(
    round: &Round,
    is_chosen: bool,
    entered: Option<&EnteredDecision>,
    words: Words<'_>,
) -> Option<AtCouncil> {
    match entered {
        Some(entered) => Some(AtCouncil::Decided { decision: tell(entered, words) }),
        None => (is_chosen && waits_for_council(round)).then_some(AtCouncil::Open),
    }
}

/// Whether somebody waits for the council: its decision was not said to be done, and the result does not bind.
pub(in crate::web) fn waits_for_council(round: &Round) -> bool {
    match round.effect {
        Effect::Advice => round.facts.decided_at.is_none(),
        Effect::Binding => false,
    }
}

/// How far the council is with some areas; nothing where nobody waits for it and it decided nothing.
pub(in crate::web) fn progress(round: &Round, areas: &[CountedArea], council: String) -> Option<Progress> {
    let number = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let (mut chosen, mut decided) = (0_usize, 0_usize);
    for area in areas {
        let of_area = area.projects.iter().filter(|(project, _)| area.allocation.is_funded(&project.external_id));
        let (with, without): (Vec<_>, Vec<_>) =
            of_area.partition(|(project, _)| area.decisions.contains_key(&project.id));
        decided = decided.saturating_add(with.len());
        chosen = chosen.saturating_add(with.len()).saturating_add(without.len());
    }
    let has_any = areas.iter().any(|area| !area.decisions.is_empty());
    (has_any || (chosen > 0 && waits_for_council(round))).then(|| Progress {
        council,
        chosen: number(chosen),
        decided: number(decided),
    })
}

/// What the organisation calls its council.
pub(in crate::web) fn council_name(visitor: &Visitor, words: Words<'_>) -> String {
    match visitor.organisation.text(visitor.language).council {
        name if name.is_empty() => words.text("council-name", &[]),
        name => name,
    }
}
