//! How much a funded project is worth to a voter.

use crate::ballot::Choice;
use crate::names::named;
use crate::profile::BallotKind;

/// A measure of what one voter gains from a funded project on the ballot. A project that is not on it is worth
/// nothing (but for the default score of rated ballots).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Satisfaction {
    /// Its cost, in minor units.
    Cost,
    /// 1.
    Cardinality,
    /// The points that the ballot gives it; a rating below zero is worth nothing.
    Points,
    /// The number of projects below it on the same ballot: the last one listed is worth nothing.
    Borda,
    /// The places that the ballot offers, less those before it: with three places 3, 2, 1.
    PlacePoints,
}

named!(Satisfaction, "satisfaction", {
    Cost => "cost",
    Cardinality => "cardinality",
    Points => "points",
    Borda => "borda",
    PlacePoints => "place-points",
});

impl Satisfaction {
    /// The measure that such ballots are usually counted with.
    #[must_use]
    pub const fn default_for(kind: BallotKind) -> Self {
        match kind {
            BallotKind::Approval => Self::Cost,
            BallotKind::Ordinal { .. } => Self::PlacePoints,
            BallotKind::Cumulative | BallotKind::Scoring { .. } => Self::Points,
        }
    }

    /// Whether ballots of this kind say enough for the measure.
    #[must_use]
    pub const fn fits(self, kind: BallotKind) -> bool {
        match self {
            Self::Cost | Self::Cardinality => true,
            Self::Points => matches!(kind, BallotKind::Cumulative | BallotKind::Scoring { .. }),
            Self::Borda | Self::PlacePoints => matches!(kind, BallotKind::Ordinal { .. }),
        }
    }

    /// The worth of one choice on a ballot with `length` choices; never negative.
    pub(crate) fn worth(self, kind: BallotKind, cost: i64, length: usize, choice: Choice) -> i64 {
        match self {
            Self::Cost => cost,
            Self::Cardinality => 1,
            Self::Points => choice.value.max(0),
            Self::Borda => i64::try_from(length).unwrap_or(i64::MAX).saturating_sub(choice.value).max(0),
            Self::PlacePoints => score(kind, choice),
        }
    }

    /// What a project that the ballot does not list is worth to its voter; never negative.
    pub(crate) fn worth_unlisted(self, kind: BallotKind) -> i64 {
        match (self, kind) {
            (Self::Points, BallotKind::Scoring { default_score }) => default_score.max(0),
            (Self::Cost | Self::Cardinality | Self::Points | Self::Borda | Self::PlacePoints, _) => 0,
        }
    }
}

/// What a choice adds to its project's score: 1, the points, or the places offered less those before it. A place past
/// the last one offered adds nothing.
pub(crate) fn score(kind: BallotKind, choice: Choice) -> i64 {
    match kind {
        BallotKind::Approval => 1,
        BallotKind::Ordinal { places } => i64::from(places).saturating_sub(choice.value).saturating_add(1).max(0),
        BallotKind::Cumulative | BallotKind::Scoring { .. } => choice.value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn borda_gives_the_last_place_nothing_and_place_points_give_it_what_is_left() {
        let kind = BallotKind::Ordinal { places: 3 };
        let worth = |measure: Satisfaction, place| measure.worth(kind, 100, 2, Choice { project: 0, value: place });
        assert_eq!([worth(Satisfaction::Borda, 1), worth(Satisfaction::Borda, 2)], [1, 0]);
        assert_eq!([worth(Satisfaction::PlacePoints, 1), worth(Satisfaction::PlacePoints, 2)], [3, 2]);
        assert_eq!(worth(Satisfaction::Cost, 2), 100);
    }

    #[test]
    fn names_read_back() {
        for measure in Satisfaction::ALL {
            assert_eq!(measure.to_string().parse(), Ok(*measure));
        }
        assert!("happiness".parse::<Satisfaction>().unwrap_err().to_string().contains("place-points"));
    }
}
