//! A verdict, and what it must say.

use super::{Competence, Feasibility, Route, StandardReason};
use crate::domain::ids::ProposalId;
use crate::domain::money::Money;
use crate::domain::round::words;
use crate::domain::text::{Line, Prose};

/// What a proposal costs, as the office reckons.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Costs {
    /// Once.
    pub once: Option<Money>,
    /// In every year after that.
    pub yearly: Option<Money>,
    /// Where the figures come from; may be empty.
    pub source: Line,
    /// Who bears what comes every year; may be empty.
    pub upkeep: Line,
}

/// What somebody of the office found, before it is known whether it is a verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Which way.
    pub route: Route,
    /// Whose business it is.
    pub competence: Competence,
    /// Whether it can be done.
    pub feasibility: Feasibility,
    /// What it costs.
    pub costs: Costs,
    /// A sentence of the library.
    pub standard: Option<StandardReason>,
    /// The reason in the office's own words; may be empty beside a sentence of the library.
    pub reason: Prose,
    /// Who is responsible, where it is another office; may be empty.
    pub referred_to: Line,
    /// What happens next: by whom and until when, or the fund's telephone and date; may be empty.
    pub next_step: Line,
    /// The proposal that says the same.
    pub original: Option<ProposalId>,
}

/// A verdict that says all that it must. Only [`Verdict::check`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict(Finding);

words! {
    /// What a verdict lacks, or what does not fit together in it.
    Fault {
        /// It is to be done here, although it is somebody else's business.
        NotOurs = "not_ours",
        /// It goes elsewhere, although it is the organisation's business.
        Ours = "ours",
        /// It is to be done, although it cannot be done.
        Unfeasible = "unfeasible",
        /// It is not to be done, although it can be done.
        Feasible = "feasible",
        /// It goes to the vote without a cost, where the vote is about money.
        CostMissing = "cost_missing",
        /// There is a figure, but not where it comes from.
        SourceMissing = "source_missing",
        /// It costs something every year, but nobody bears that.
        UpkeepMissing = "upkeep_missing",
        /// There is no reason, neither from the library nor in own words.
        ReasonMissing = "reason_missing",
        /// The sentence of the library suits another way.
        ReasonElsewhere = "reason_elsewhere",
        /// It goes elsewhere, but it does not say where.
        OfficeMissing = "office_missing",
        /// It does not say what happens next.
        NextStepMissing = "next_step_missing",
        /// The other proposal is not named.
        OriginalMissing = "original_missing",
    }
}
impl Verdict {
    /// Takes a finding that says all that it must; `costs_money` where the vote is about money.
    ///
    /// # Errors
    /// All that is wrong with it.
    pub fn check(finding: Finding, costs_money: bool) -> Result<Self, Vec<Fault>> {
        let faults: Vec<Fault> =
            Fault::ALL.iter().copied().filter(|fault| fault.is_in(&finding, costs_money)).collect();
        if faults.is_empty() { Ok(Self(finding)) } else { Err(faults) }
    }

    /// What it says.
    #[must_use]
    pub const fn finding(&self) -> &Finding {
        &self.0
    }
}

impl Fault {
    fn is_in(self, finding: &Finding, costs_money: bool) -> bool {
        let Finding { route, costs, .. } = finding;
        let is_done_here = matches!(route, Route::Vote | Route::Direct | Route::Fund);
        let is_positive = |amount: Option<Money>| amount.is_some_and(|amount| amount.minor() > 0);
        match self {
            Self::NotOurs => is_done_here && finding.competence == Competence::Other,
            Self::Ours => *route == Route::OtherOffice && finding.competence == Competence::Ours,
            Self::Unfeasible => is_done_here && finding.feasibility == Feasibility::Unfeasible,
            Self::Feasible => *route == Route::NotPossible && finding.feasibility != Feasibility::Unfeasible,
            Self::CostMissing => *route == Route::Vote && costs_money && !is_positive(costs.once),
            Self::SourceMissing => (costs.once.is_some() || costs.yearly.is_some()) && costs.source.as_str().is_empty(),
            Self::UpkeepMissing => is_positive(costs.yearly) && costs.upkeep.as_str().is_empty(),
            Self::ReasonMissing => finding.standard.is_none() && finding.reason.as_str().is_empty(),
            Self::ReasonElsewhere => finding.standard.is_some_and(|reason| !route.reasons().contains(&reason)),
            Self::OfficeMissing => *route == Route::OtherOffice && finding.referred_to.as_str().is_empty(),
            Self::NextStepMissing => {
                matches!(route, Route::Direct | Route::Fund) && finding.next_step.as_str().is_empty()
            }
            Self::OriginalMissing => *route == Route::Duplicate && finding.original.is_none(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line::parse(text).unwrap()
    }

    /// Nothing is wrong with it.
    fn to_the_vote() -> Finding {
        Finding {
            route: Route::Vote,
            competence: Competence::Ours,
            feasibility: Feasibility::Feasible,
            costs: Costs {
                once: Some(Money::from_minor(150_000)),
                yearly: None,
                source: line("Roads department"),
                upkeep: Line::default(),
            },
            standard: Some(StandardReason::AsProposed),
            reason: Prose::default(),
            referred_to: Line::default(),
            next_step: Line::default(),
            original: None,
        }
    }

    fn faults(finding: Finding) -> Vec<Fault> {
        Verdict::check(finding, true).err().unwrap_or_default()
    }

    #[test]
    fn a_verdict_says_all_that_its_way_needs() {
        let own = |reason: &str| Prose::parse(reason).unwrap();
        let vote = to_the_vote;
        assert_eq!(faults(vote()), []);
        for (finding, wrong) in [
            (Finding { competence: Competence::Other, ..vote() }, vec![Fault::NotOurs]),
            (Finding { feasibility: Feasibility::Unfeasible, ..vote() }, vec![Fault::Unfeasible]),
            (Finding { costs: Costs::default(), ..vote() }, vec![Fault::CostMissing]),
            (
                Finding { costs: Costs { source: Line::default(), ..vote().costs }, ..vote() },
                vec![Fault::SourceMissing],
            ),
            (
                Finding { costs: Costs { yearly: Some(Money::from_minor(1)), ..vote().costs }, ..vote() },
                vec![Fault::UpkeepMissing],
            ),
            (Finding { standard: None, ..vote() }, vec![Fault::ReasonMissing]),
            (Finding { standard: None, reason: own("It can be done."), ..vote() }, vec![]),
            (Finding { standard: Some(StandardReason::NoUpkeep), ..vote() }, vec![Fault::ReasonElsewhere]),
            (
                Finding { route: Route::NotPossible, standard: Some(StandardReason::AgainstLaw), ..vote() },
                vec![Fault::Feasible],
            ),
            (
                Finding { route: Route::OtherOffice, standard: Some(StandardReason::OthersDecide), ..vote() },
                vec![Fault::Ours, Fault::OfficeMissing],
            ),
            (
                Finding { route: Route::Fund, standard: Some(StandardReason::SuitsFund), ..vote() },
                vec![Fault::NextStepMissing],
            ),
            (
                Finding { route: Route::Duplicate, standard: Some(StandardReason::SameAim), ..vote() },
                vec![Fault::OriginalMissing],
            ),
        ] {
            assert_eq!(faults(finding.clone()), wrong, "{finding:?}");
        }
    }

    #[test]
    fn where_places_are_given_out_a_project_may_go_without_a_cost() {
        let free = Finding { costs: Costs::default(), ..to_the_vote() };

        assert!(Verdict::check(free, false).is_ok());
    }
}
