//! What the office makes of a proposal: how far its review is, and the verdict with which it ends.
//!
//! A review is worked on in the office and seen by nobody else; a verdict is public from the moment it is given, and stays
//! in the history of its proposal when another one follows it.

mod stage;
mod verdict;

use std::collections::BTreeSet;

use chrono::TimeDelta;

pub use self::stage::{Event, Stage};
pub use self::verdict::{Costs, Fault, Finding, Verdict};
use super::ids::{DepartmentId, RoundId};
use super::role::{Departments, Grants, Role};
use super::round::words;

/// Within which time an author hears what becomes of a proposal.
pub const FIRST_ANSWER: TimeDelta = TimeDelta::days(14);
/// Within which time the office goes on once an author has answered.
pub const AFTER_AN_ANSWER: TimeDelta = TimeDelta::days(7);
/// Within which time a colleague's statement is wanted.
pub const STATEMENT: TimeDelta = TimeDelta::days(7);
/// How long after a verdict its author may object.
pub const MAY_OBJECT: TimeDelta = TimeDelta::days(30);
/// Within which time an objection is answered.
pub const OBJECTION_ANSWER: TimeDelta = TimeDelta::days(30);
/// The longest time for which an author is waited for, in days.
pub const LONGEST_WAIT: i64 = 90;
/// The longest public reason, question, answer, statement or objection, in characters.
pub const LONGEST_TEXT: usize = 2000;

words! {
    /// Which way a proposal goes.
    Route {
        /// It stands on the ballot.
        Vote = "vote",
        /// The administration does it without a vote.
        Direct = "direct",
        /// It is paid from the fund for small projects.
        Fund = "fund",
        /// It cannot be done.
        NotPossible = "not_possible",
        /// It is somebody else's business, who was told.
        OtherOffice = "other_office",
        /// Another proposal says the same and goes on for both.
        Duplicate = "duplicate",
    }
}

words! {
    /// Whose business a proposal is.
    Competence {
        /// The organisation's own.
        Ours = "ours",
        /// The organisation's together with others.
        Shared = "shared",
        /// Somebody else's.
        Other = "other",
    }
}

words! {
    /// Whether a proposal can be done.
    Feasibility {
        /// As it is.
        Feasible = "feasible",
        /// With changes that the reason names.
        WithChanges = "with_changes",
        /// Not at all.
        Unfeasible = "unfeasible",
    }
}

words! {
    /// A plain sentence that many verdicts need. Its words stand in every language.
    StandardReason {
        /// It can be done as it was proposed.
        AsProposed = "as_proposed",
        /// It can be done with small changes.
        Changed = "changed",
        /// It is small enough to be done at once.
        SmallAndSoon = "small_and_soon",
        /// It is planned already.
        Planned = "planned",
        /// It is small and neighbourly, as the fund wants it.
        SuitsFund = "suits_fund",
        /// It costs more than there is.
        TooExpensive = "too_expensive",
        /// The ground or the building is not the organisation's.
        NotOurGround = "not_our_ground",
        /// A law is against it.
        AgainstLaw = "against_law",
        /// Nobody could look after it.
        NoUpkeep = "no_upkeep",
        /// It is there already.
        ThereAlready = "there_already",
        /// Another office decides such things.
        OthersDecide = "others_decide",
        /// Another proposal wants the same.
        SameAim = "same_aim",
    }
}

words! {
    /// Where a proposal stands for everybody, once it can be read.
    Standing {
        /// It came in, and no department has it yet.
        Received = "received",
        /// A department reviews it.
        InReview = "in_review",
        /// Its author was asked something.
        Asked = "asked",
        /// Its author objected to the verdict.
        Objected = "objected",
        /// It goes to the vote.
        ToVote = "vote",
        /// It went to the vote and is left out of the ballot.
        NotOnBallot = "excluded",
        /// It is done without a vote.
        Direct = "direct",
        /// It goes to the fund for small projects.
        ToFund = "fund",
        /// It cannot be done.
        NotPossible = "not_possible",
        /// Another office is responsible.
        OtherOffice = "other_office",
        /// Another proposal goes on for it.
        Merged = "duplicate",
    }
}

impl Standing {
    /// The same where the selection for the ballot left the proposal out.
    #[must_use]
    pub const fn left_out(self, is_left_out: bool) -> Self {
        match self {
            Self::ToVote if is_left_out => Self::NotOnBallot,
            other => other,
        }
    }

    /// Where a proposal stands whose review is at `stage`; `route` is the way of the verdict that holds.
    #[must_use]
    pub const fn of(stage: Stage, route: Option<Route>, has_department: bool) -> Self {
        match (stage, route) {
            (Stage::Asked, _) => Self::Asked,
            (Stage::Objected, _) => Self::Objected,
            (Stage::Decided, Some(Route::Vote)) => Self::ToVote,
            (Stage::Decided, Some(Route::Direct)) => Self::Direct,
            (Stage::Decided, Some(Route::Fund)) => Self::ToFund,
            (Stage::Decided, Some(Route::NotPossible)) => Self::NotPossible,
            (Stage::Decided, Some(Route::OtherOffice)) => Self::OtherOffice,
            (Stage::Decided, Some(Route::Duplicate)) => Self::Merged,
            (Stage::Open, _) | (Stage::Decided, None) if has_department => Self::InReview,
            (Stage::Open, _) | (Stage::Decided, None) => Self::Received,
        }
    }

    /// The way of the verdict that makes a proposal stand here, if one does.
    #[must_use]
    pub const fn route(self) -> Option<Route> {
        match self {
            Self::Received | Self::InReview | Self::Asked | Self::Objected => None,
            Self::ToVote | Self::NotOnBallot => Some(Route::Vote),
            Self::Direct => Some(Route::Direct),
            Self::ToFund => Some(Route::Fund),
            Self::NotPossible => Some(Route::NotPossible),
            Self::OtherOffice => Some(Route::OtherOffice),
            Self::Merged => Some(Route::Duplicate),
        }
    }
}

impl Route {
    /// The sentences that suit it.
    #[must_use]
    pub const fn reasons(self) -> &'static [StandardReason] {
        match self {
            Self::Vote => &[StandardReason::AsProposed, StandardReason::Changed],
            Self::Direct => &[StandardReason::SmallAndSoon, StandardReason::Planned],
            Self::Fund => &[StandardReason::SuitsFund],
            Self::NotPossible => &[
                StandardReason::TooExpensive,
                StandardReason::NotOurGround,
                StandardReason::AgainstLaw,
                StandardReason::NoUpkeep,
                StandardReason::ThereAlready,
            ],
            Self::OtherOffice => &[StandardReason::OthersDecide],
            Self::Duplicate => &[StandardReason::SameAim],
        }
    }

    /// Whether its author may object to it. Nobody objects to a place on the ballot.
    #[must_use]
    pub const fn may_be_objected(self) -> bool {
        match self {
            Self::Vote => false,
            Self::Direct | Self::Fund | Self::NotPossible | Self::OtherOffice | Self::Duplicate => true,
        }
    }
}

/// For which departments somebody reviews in a round; none who does not review there. Administrators review for all.
#[must_use]
pub fn reviews_for(grants: &Grants, round: RoundId) -> Option<Departments> {
    if grants.hold(&[Role::Administrator], Some(round)) {
        return Some(Departments::All);
    }
    grants.departments_of(Role::Reviewer, round)
}

/// Whether a reviewer of some departments takes care of a proposal: one that no department has yet, one of theirs, or one
/// of a department for which theirs takes over.
#[must_use]
pub fn takes_care(theirs: &Departments, of: Option<DepartmentId>, stands_in: Option<DepartmentId>) -> bool {
    match (theirs, of) {
        (Departments::All, _) | (_, None) => true,
        (Departments::Only(theirs), Some(of)) => {
            theirs.contains(&of) || stands_in.is_some_and(|stands_in| theirs.contains(&stands_in))
        }
    }
}

/// The departments for which those of a reviewer are responsible: their own, and those for which they take over.
#[must_use]
pub fn cared_for<'a>(
    theirs: &BTreeSet<DepartmentId>,
    all: impl IntoIterator<Item = (DepartmentId, Option<DepartmentId>)> + 'a,
) -> BTreeSet<DepartmentId> {
    let mut cared: BTreeSet<DepartmentId> = theirs.clone();
    cared.extend(all.into_iter().filter(|(_, by)| by.is_some_and(|by| theirs.contains(&by))).map(|(id, _)| id));
    cared
}

#[cfg(test)]
mod tests {
    use super::*;

    fn only(ids: &[i64]) -> Departments {
        Departments::Only(ids.iter().copied().map(DepartmentId::new).collect())
    }

    #[test]
    fn a_reviewer_takes_care_of_what_is_theirs_or_nobodys_or_of_whom_they_stand_in_for() {
        let department = |id: i64| Some(DepartmentId::new(id));

        assert!(takes_care(&only(&[1]), None, None));
        assert!(takes_care(&only(&[1]), department(1), None));
        assert!(takes_care(&only(&[1]), department(2), department(1)));
        assert!(!takes_care(&only(&[1]), department(2), department(3)));
        assert!(!takes_care(&only(&[1]), department(2), None));
        assert!(takes_care(&Departments::All, department(2), None));
    }

    #[test]
    fn who_takes_over_cares_for_both_departments() {
        let id = DepartmentId::new;
        let all = [(id(1), None), (id(2), Some(id(1))), (id(3), Some(id(2)))];

        let cared = cared_for(&BTreeSet::from([id(1)]), all);

        assert_eq!(cared, BTreeSet::from([id(1), id(2)]), "but not for those who would come third");
    }

    #[test]
    fn everybody_sees_where_a_review_is() {
        for standing in Standing::ALL {
            if let Some(route) = standing.route() {
                let decided = Standing::of(Stage::Decided, Some(route), true);
                assert_eq!(decided.left_out(*standing == Standing::NotOnBallot), *standing);
                assert_eq!(Standing::of(Stage::Objected, Some(route), true), Standing::Objected);
            }
        }
        assert_eq!(Standing::of(Stage::Open, None, false), Standing::Received);
        assert_eq!(Standing::of(Stage::Open, None, true), Standing::InReview);
        assert_eq!(Standing::of(Stage::Asked, Some(Route::Vote), true), Standing::Asked);
    }

    #[test]
    fn every_sentence_of_the_library_suits_exactly_one_way() {
        for reason in StandardReason::ALL {
            let ways = Route::ALL.iter().filter(|route| route.reasons().contains(reason)).count();
            assert_eq!(ways, 1, "{reason:?}");
        }
    }
}
