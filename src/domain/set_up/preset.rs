//! What a new round begins with. A preset is nothing but first values: nothing asks later which one it was.

use allmende_tally::{Completion, Increment, Satisfaction, Tie, Ties};

use crate::domain::format::BallotFormat;
use crate::domain::round::{Effect, Eligible, words};
use crate::domain::rule::CountingRule;

words! {
    /// First values of a round.
    Preset {
        /// Everybody proposes and supports; residents give five points; fair shares.
        Citizens = "citizens",
        /// Employees propose and support; others choose the best idea.
        Staff = "staff",
    }
}

/// How the office counts fairly by money when people give points.
pub const FAIR_SHARES_OF_POINTS: CountingRule = fair_shares(Satisfaction::Points);
/// How the office counts fairly by money when people tick projects.
pub const FAIR_SHARES_OF_TICKS: CountingRule = fair_shares(Satisfaction::Cost);

const fn fair_shares(satisfaction: Satisfaction) -> CountingRule {
    CountingRule::EqualShares { satisfaction, completion: Completion::Add1Greedy, increment: Increment::ONE }
}

impl Preset {
    /// Who may propose and support.
    #[must_use]
    pub const fn eligible(self) -> (Eligible, Eligible) {
        match self {
            Self::Citizens => (Eligible::Everybody, Eligible::Everybody),
            Self::Staff => (Eligible::Employees, Eligible::Employees),
        }
    }

    /// How the ballot is filled in and counted.
    #[must_use]
    pub const fn ballot(self) -> (BallotFormat, CountingRule) {
        match self {
            Self::Citizens => (BallotFormat::Points { total: 5, max_per_project: 5 }, FAIR_SHARES_OF_POINTS),
            Self::Staff => (BallotFormat::Approval { max: 1 }, CountingRule::Top { threshold: None }),
        }
    }

    /// What the result does.
    #[must_use]
    pub const fn effect(self) -> Effect {
        match self {
            Self::Citizens => Effect::Advice,
            Self::Staff => Effect::Binding,
        }
    }
}

/// What decides between equal projects unless somebody chooses otherwise: the cheaper one, then the one with more votes,
/// then the lower number.
#[must_use]
pub fn first_ties() -> Ties {
    Ties::new([Tie::MinCost, Tie::MaxVotes, Tie::File])
}
