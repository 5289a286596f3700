//! What people voted: the ballots of a count. `groups` brings identical ones together.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ballot::{Ballot, Choice, Choices, Packed, Slice, wide};

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

/// The largest value of a choice, either way from 0, so that sums over four thousand million ballots fit 64 bits.
pub const MAX_VALUE: i64 = 1_000_000_000;

/// All ballots of one count, one behind the other in a single piece of memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    kind: BallotKind,
    listed: Listed,
    /// Where each ballot ends in `listed`.
    ends: Vec<u32>,
}

/// The choices of all ballots. A tick is always 1, so ballots of approval need no values.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Listed {
    Ticks(Vec<u32>),
    Valued(Vec<Packed>),
}

/// Why a ballot does not belong in a profile. The number is the ballot's index.
#[derive(Debug, Clone, Copy, Error, PartialEq, Eq)]
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
    /// More than 4,294,967,295 ballots or choices, or a project whose index is past that.
    #[error("there are too many ballots")]
    TooMany,
}

impl Profile {
    /// Takes ballots as lists of (project index, value), in any order within a ballot. Empty ballots count as voters.
    ///
    /// # Errors
    /// For the first ballot with a doubled project or a value that the kind does not allow.
    pub fn new(kind: BallotKind, ballots: Vec<Vec<Choice>>) -> Result<Self, ProfileError> {
        let mut profile = Self::empty(kind);
        profile.reserve(ballots.len(), ballots.iter().map(Vec::len).sum());
        for ballot in ballots {
            profile.push(ballot)?;
        }
        Ok(profile)
    }

    /// A profile without ballots, to [`push`](Self::push) them one by one.
    #[must_use]
    pub const fn empty(kind: BallotKind) -> Self {
        let listed = match kind {
            BallotKind::Approval => Listed::Ticks(Vec::new()),
            BallotKind::Ordinal { .. } | BallotKind::Cumulative | BallotKind::Scoring { .. } => {
                Listed::Valued(Vec::new())
            }
        };
        Self { kind, listed, ends: Vec::new() }
    }

    /// Adds a ballot, its choices in any order. The profile is as before if it is refused.
    ///
    /// ```
    /// use allmende_tally::{BallotKind, Choice, Profile, ProfileError};
    ///
    /// let mut profile = Profile::empty(BallotKind::Cumulative);
    /// profile.push([Choice { project: 2, value: 5 }, Choice { project: 0, value: 1 }])?;
    /// let refused = profile.push([Choice { project: 0, value: -1 }]);
    ///
    /// assert_eq!(refused, Err(ProfileError::Value(1)));
    /// assert_eq!(profile.voters(), 1);
    /// assert_eq!(profile.ballots().next().unwrap().to_vec()[0], Choice { project: 0, value: 1 });
    /// # Ok::<(), ProfileError>(())
    /// ```
    ///
    /// # Errors
    /// When a project is doubled, the kind does not allow a value, or there are too many ballots.
    pub fn push(&mut self, ballot: impl IntoIterator<Item = Choice>) -> Result<(), ProfileError> {
        let index = self.ends.len();
        let start = self.listed.len();
        let added = match &mut self.listed {
            Listed::Ticks(projects) => tick(index, projects, ballot),
            Listed::Valued(choices) => fill_in(self.kind, index, choices, ballot),
        };
        let end = u32::try_from(self.listed.len()).map_err(|_| ProfileError::TooMany);
        let number = u32::try_from(index.saturating_add(1)).map_err(|_| ProfileError::TooMany);
        match added.and(number).and(end) {
            Ok(end) => self.ends.push(end),
            Err(error) => {
                self.listed.truncate(start);
                return Err(error);
            }
        }
        Ok(())
    }

    /// Makes room for that many ballots with that many choices together.
    pub(crate) fn reserve(&mut self, ballots: usize, choices: usize) {
        self.ends.reserve_exact(ballots);
        match &mut self.listed {
            Listed::Ticks(projects) => projects.reserve_exact(choices),
            Listed::Valued(listed) => listed.reserve_exact(choices),
        }
    }

    /// Gives back the room that was not needed.
    pub(crate) fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        match &mut self.listed {
            Listed::Ticks(projects) => projects.shrink_to_fit(),
            Listed::Valued(choices) => choices.shrink_to_fit(),
        }
    }

    /// What values mean.
    #[must_use]
    pub const fn kind(&self) -> BallotKind {
        self.kind
    }

    /// The ballots as they came, each sorted by project.
    pub fn ballots(&self) -> impl ExactSizeIterator<Item = Ballot<'_>> + Clone {
        let mut start = 0;
        self.ends.iter().map(move |end| {
            let end = wide(*end);
            let ballot = Ballot(self.listed.slice(start, end));
            start = end;
            ballot
        })
    }

    /// The choices of all ballots.
    pub(crate) fn choices(&self) -> Choices<'_> {
        Ballot(self.listed.slice(0, self.listed.len())).iter()
    }

    /// The ballot with this index.
    #[must_use]
    pub fn ballot(&self, index: usize) -> Option<Ballot<'_>> {
        let end = wide(*self.ends.get(index)?);
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| wide(*end));
        Some(Ballot(self.listed.slice(start, end)))
    }

    /// The number of ballots, empty ones included.
    #[must_use]
    pub fn voters(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }
}

impl Listed {
    const fn len(&self) -> usize {
        match self {
            Self::Ticks(projects) => projects.len(),
            Self::Valued(choices) => choices.len(),
        }
    }

    fn truncate(&mut self, length: usize) {
        match self {
            Self::Ticks(projects) => projects.truncate(length),
            Self::Valued(choices) => choices.truncate(length),
        }
    }

    fn slice(&self, start: usize, end: usize) -> Slice<'_> {
        match self {
            Self::Ticks(projects) => Slice::Ticks(projects.get(start..end).unwrap_or_default()),
            Self::Valued(choices) => Slice::Valued(choices.get(start..end).unwrap_or_default()),
        }
    }
}

/// Adds a ballot of ticks.
fn tick(index: usize, projects: &mut Vec<u32>, ballot: impl IntoIterator<Item = Choice>) -> Result<(), ProfileError> {
    let start = projects.len();
    for Choice { project, value } in ballot {
        if value != 1 {
            return Err(ProfileError::Value(index));
        }
        projects.push(u32::try_from(project).map_err(|_| ProfileError::TooMany)?);
    }
    let added = projects.get_mut(start..).unwrap_or_default();
    put_in_order(index, added, |project| *project)
}

/// Adds a ballot whose choices have values.
fn fill_in(
    kind: BallotKind,
    index: usize,
    choices: &mut Vec<Packed>,
    ballot: impl IntoIterator<Item = Choice>,
) -> Result<(), ProfileError> {
    let allowed = match kind {
        BallotKind::Approval => 1..=1,
        BallotKind::Ordinal { .. } => 1..=MAX_VALUE,
        BallotKind::Cumulative => 0..=MAX_VALUE,
        BallotKind::Scoring { default_score } if !(-MAX_VALUE..=MAX_VALUE).contains(&default_score) => {
            return Err(ProfileError::Value(index));
        }
        BallotKind::Scoring { .. } => -MAX_VALUE..=MAX_VALUE,
    };
    let start = choices.len();
    for Choice { project, value } in ballot {
        let value = i32::try_from(value).ok().filter(|value| allowed.contains(&i64::from(*value)));
        let value = value.ok_or(ProfileError::Value(index))?;
        let project = u32::try_from(project).map_err(|_| ProfileError::TooMany)?;
        choices.push(Packed { project, value });
    }
    let added = choices.get_mut(start..).unwrap_or_default();
    put_in_order(index, added, |choice| choice.project)?;
    if let BallotKind::Ordinal { .. } = kind {
        let mut places: Vec<i32> = added.iter().map(|choice| choice.value).collect();
        places.sort_unstable();
        if !places.into_iter().eq((1..).take(added.len())) {
            return Err(ProfileError::Places(index));
        }
    }
    Ok(())
}

/// Sorts what a ballot lists by project; none may come twice.
fn put_in_order<T: Ord>(index: usize, added: &mut [T], project: impl Fn(&T) -> u32) -> Result<(), ProfileError> {
    let rises = |added: &[T]| added.is_sorted_by(|one, next| project(one) < project(next));
    if rises(added) {
        return Ok(());
    }
    added.sort_unstable();
    if rises(added) { Ok(()) } else { Err(ProfileError::Doubled(index)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(project: usize, value: i64) -> Choice {
        Choice { project, value }
    }

    #[test]
    fn values_that_the_kind_does_not_know_are_refused() {
        let made = |kind, choices| Profile::new(kind, vec![choices]).unwrap_err();
        assert_eq!(made(BallotKind::Approval, vec![choice(0, 2)]), ProfileError::Value(0));
        assert_eq!(made(BallotKind::Cumulative, vec![choice(0, -1)]), ProfileError::Value(0));
        assert_eq!(made(BallotKind::Ordinal { places: 3 }, vec![choice(0, 1), choice(1, 3)]), ProfileError::Places(0));
        assert_eq!(made(BallotKind::Approval, vec![choice(0, 1), choice(0, 1)]), ProfileError::Doubled(0));
        let scoring = BallotKind::Scoring { default_score: 0 };
        for value in [i64::MIN, -MAX_VALUE - 1, MAX_VALUE + 1, 1 << 32, i64::MAX] {
            assert_eq!(made(scoring, vec![choice(0, value)]), ProfileError::Value(0));
        }
        assert_eq!(made(BallotKind::Approval, vec![choice(1 << 32, 1)]), ProfileError::TooMany);
    }

    #[test]
    fn ballots_come_back_as_they_were_each_in_the_order_of_projects() {
        let ballots = vec![vec![choice(7, -MAX_VALUE), choice(2, MAX_VALUE)], vec![], vec![choice(0, 3)]];
        let profile = Profile::new(BallotKind::Scoring { default_score: 0 }, ballots).unwrap();
        let back: Vec<Vec<Choice>> = profile.ballots().map(|ballot| ballot.to_vec()).collect();
        assert_eq!(back, [vec![choice(2, MAX_VALUE), choice(7, -MAX_VALUE)], vec![], vec![choice(0, 3)]]);
        let by_index: Vec<Vec<Choice>> = (0..3).map(|index| profile.ballot(index).unwrap().to_vec()).collect();
        assert_eq!(by_index, back);
        assert_eq!(profile.ballot(3), None);
        assert_eq!(size_of::<Packed>(), 8);
    }
}
