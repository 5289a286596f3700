//! What people voted: ballots, and the groups of identical ones that the rules count.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the value of a choice means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", tag = "kind")]
pub enum BallotKind {
    /// Projects are ticked; every value is 1.
    Approval,
    /// Projects are put in order; the value is the place, from 1 without gaps.
    Ordinal {
        /// How many places the ballot offers: the first place scores this many points, the last one 1.
        places: u32,
    },
    /// Points are shared out; a project that is not listed has 0.
    Cumulative,
    /// Projects are rated, also below zero.
    Scoring {
        /// What a project gets that a ballot does not list.
        default_score: i64,
    },
}

impl BallotKind {
    /// Its name, as Pabulib has it.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Approval => "approval",
            Self::Ordinal { .. } => "ordinal",
            Self::Cumulative => "cumulative",
            Self::Scoring { .. } => "scoring",
        }
    }
}

/// One project on a ballot. The value is 1 for a tick, the place from 1, or the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The project's index in its instance.
    pub project: usize,
    /// The value, by the profile's [`BallotKind`].
    pub value: i64,
}

/// The largest value of a choice, either way from 0, so that sums over four thousand million ballots fit 64 bits.
pub const MAX_VALUE: i64 = 1_000_000_000;

/// All ballots of one count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    kind: BallotKind,
    ballots: Vec<Vec<Choice>>,
}

/// Why a ballot does not belong in a profile. The number is the ballot's index.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum ProfileError {
    /// A project is listed twice.
    #[error("ballot {0} lists a project twice")]
    Doubled(usize),
    /// A tick that is not 1, a negative number of points where they are shared out, or a value past [`MAX_VALUE`].
    #[error("ballot {0} has a value that its kind does not allow")]
    Value(usize),
    /// Places that are not 1, 2, 3 and so on.
    #[error("ballot {0} has places with gaps or doubles")]
    Places(usize),
    /// More than 4,294,967,295 ballots.
    #[error("there are too many ballots")]
    TooMany,
}

/// Ballots that say the same, and how many of them there are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Group {
    pub(crate) choices: Vec<Choice>,
    pub(crate) voters: u32,
}

impl Profile {
    /// Takes ballots as lists of (project index, value), in any order within a ballot. Empty ballots count as voters.
    ///
    /// # Errors
    /// For the first ballot with a doubled project or a value that the kind does not allow.
    pub fn new(kind: BallotKind, mut ballots: Vec<Vec<Choice>>) -> Result<Self, ProfileError> {
        u32::try_from(ballots.len()).map_err(|_| ProfileError::TooMany)?;
        for (index, ballot) in ballots.iter_mut().enumerate() {
            ballot.sort_unstable();
            check(kind, index, ballot)?;
        }
        Ok(Self { kind, ballots })
    }

    /// What values mean.
    #[must_use]
    pub const fn kind(&self) -> BallotKind {
        self.kind
    }

    /// The ballots as they came, each sorted by project.
    #[must_use]
    pub fn ballots(&self) -> &[Vec<Choice>] {
        &self.ballots
    }

    /// The number of ballots, empty ones included.
    #[must_use]
    pub fn voters(&self) -> u32 {
        u32::try_from(self.ballots.len()).unwrap_or(u32::MAX)
    }

    /// Identical ballots together, in an order that does not depend on the order of the ballots.
    pub(crate) fn groups(&self) -> Vec<Group> {
        let mut groups: BTreeMap<&[Choice], u32> = BTreeMap::new();
        for ballot in &self.ballots {
            let voters = groups.entry(ballot).or_default();
            *voters = voters.saturating_add(1);
        }
        groups.into_iter().map(|(choices, voters)| Group { choices: choices.to_vec(), voters }).collect()
    }
}

fn check(kind: BallotKind, index: usize, ballot: &[Choice]) -> Result<(), ProfileError> {
    if ballot.iter().zip(ballot.iter().skip(1)).any(|(one, next)| one.project == next.project) {
        return Err(ProfileError::Doubled(index));
    }
    let allowed = match kind {
        BallotKind::Approval => 1..=1,
        BallotKind::Ordinal { .. } => 1..=MAX_VALUE,
        BallotKind::Cumulative => 0..=MAX_VALUE,
        BallotKind::Scoring { default_score } if default_score.abs() > MAX_VALUE => {
            return Err(ProfileError::Value(index));
        }
        BallotKind::Scoring { .. } => -MAX_VALUE..=MAX_VALUE,
    };
    if !ballot.iter().all(|choice| allowed.contains(&choice.value)) {
        return Err(ProfileError::Value(index));
    }
    if let BallotKind::Ordinal { .. } = kind {
        let mut places: Vec<i64> = ballot.iter().map(|choice| choice.value).collect();
        places.sort_unstable();
        if !places.into_iter().eq((1..).take(ballot.len())) {
            return Err(ProfileError::Places(index));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(project: usize, value: i64) -> Choice {
        Choice { project, value }
    }

    #[test]
    fn ballots_that_differ_only_in_the_order_of_ticks_are_one_group() {
        let ballots = vec![vec![choice(1, 1), choice(0, 1)], vec![choice(0, 1), choice(1, 1)], vec![]];
        let groups = Profile::new(BallotKind::Approval, ballots).unwrap().groups();
        assert_eq!(groups.iter().map(|group| group.voters).collect::<Vec<_>>(), [1, 2]);
    }

    #[test]
    fn rankings_in_another_order_are_other_groups() {
        let ballots = vec![vec![choice(1, 1), choice(0, 2)], vec![choice(0, 1), choice(1, 2)]];
        assert_eq!(Profile::new(BallotKind::Ordinal { places: 2 }, ballots).unwrap().groups().len(), 2);
    }

    #[test]
    fn values_that_the_kind_does_not_know_are_refused() {
        let made = |kind, choices| Profile::new(kind, vec![choices]).unwrap_err();
        assert_eq!(made(BallotKind::Approval, vec![choice(0, 2)]), ProfileError::Value(0));
        assert_eq!(made(BallotKind::Cumulative, vec![choice(0, -1)]), ProfileError::Value(0));
        assert_eq!(made(BallotKind::Ordinal { places: 3 }, vec![choice(0, 1), choice(1, 3)]), ProfileError::Places(0));
        assert_eq!(made(BallotKind::Approval, vec![choice(0, 1), choice(0, 1)]), ProfileError::Doubled(0));
    }
}
