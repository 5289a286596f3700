//! What people voted: the ballots of a count. `groups` brings identical ones together.

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

/// All ballots of one count, one behind the other in a single piece of memory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    kind: BallotKind,
    /// The choices of all ballots.
    choices: Vec<Packed>,
    /// Where each ballot ends in `choices`.
    ends: Vec<u32>,
}

/// A choice in half the space; within the bounds that [`Profile::push`] keeps, nothing is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Packed {
    pub(crate) project: u32,
    pub(crate) value: i32,
}

/// One ballot of a profile: its choices in the order of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ballot<'a>(pub(crate) &'a [Packed]);

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
        profile.choices.reserve_exact(ballots.iter().map(Vec::len).sum());
        profile.ends.reserve_exact(ballots.len());
        for ballot in ballots {
            profile.push(ballot)?;
        }
        Ok(profile)
    }

    /// A profile without ballots, to [`push`](Self::push) them one by one.
    #[must_use]
    pub const fn empty(kind: BallotKind) -> Self {
        Self { kind, choices: Vec::new(), ends: Vec::new() }
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
        let start = self.choices.len();
        let added = self.add(start, ballot);
        if added.is_err() {
            self.choices.truncate(start);
        }
        added
    }

    fn add(&mut self, start: usize, ballot: impl IntoIterator<Item = Choice>) -> Result<(), ProfileError> {
        let index = self.ends.len();
        for Choice { project, value } in ballot {
            if !(-MAX_VALUE..=MAX_VALUE).contains(&value) {
                return Err(ProfileError::Value(index));
            }
            let value = i32::try_from(value).map_err(|_| ProfileError::Value(index))?;
            let project = u32::try_from(project).map_err(|_| ProfileError::TooMany)?;
            self.choices.push(Packed { project, value });
        }
        let added = self.choices.get_mut(start..).unwrap_or_default();
        if !added.is_sorted() {
            added.sort_unstable();
        }
        check(self.kind, index, added)?;
        let end = u32::try_from(self.choices.len()).map_err(|_| ProfileError::TooMany)?;
        u32::try_from(index.saturating_add(1)).map_err(|_| ProfileError::TooMany)?;
        self.ends.push(end);
        Ok(())
    }

    /// Makes room for that many ballots with that many choices together.
    pub(crate) fn reserve(&mut self, ballots: usize, choices: usize) {
        self.ends.reserve_exact(ballots);
        self.choices.reserve_exact(choices);
    }

    /// Gives back the room that was not needed.
    pub(crate) fn shrink(&mut self) {
        self.ends.shrink_to_fit();
        self.choices.shrink_to_fit();
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
            let choices = self.choices.get(start..end).unwrap_or_default();
            start = end;
            Ballot(choices)
        })
    }

    /// The ballot with this index.
    #[must_use]
    pub fn ballot(&self, index: usize) -> Option<Ballot<'_>> {
        let end = wide(*self.ends.get(index)?);
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |end| wide(*end));
        Some(Ballot(self.choices.get(start..end).unwrap_or_default()))
    }

    /// The number of ballots, empty ones included.
    #[must_use]
    pub fn voters(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }
}

impl<'a> Ballot<'a> {
    /// How many projects it lists.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether it lists none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Its choices in the order of projects.
    #[must_use]
    pub fn iter(&self) -> Choices<'a> {
        Choices(self.0.iter())
    }

    /// Its choices as a list of their own.
    #[must_use]
    pub fn to_vec(&self) -> Vec<Choice> {
        self.iter().collect()
    }
}

impl<'a> IntoIterator for Ballot<'a> {
    type Item = Choice;
    type IntoIter = Choices<'a>;

    fn into_iter(self) -> Choices<'a> {
        self.iter()
    }
}

impl<'a> IntoIterator for &Ballot<'a> {
    type Item = Choice;
    type IntoIter = Choices<'a>;

    fn into_iter(self) -> Choices<'a> {
        self.iter()
    }
}

/// The choices of a [`Ballot`], one after the other.
#[derive(Debug, Clone)]
pub struct Choices<'a>(std::slice::Iter<'a, Packed>);

impl Iterator for Choices<'_> {
    type Item = Choice;

    fn next(&mut self) -> Option<Choice> {
        self.0.next().map(|choice| Choice { project: wide(choice.project), value: choice.value.into() })
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.0.size_hint()
    }
}

impl ExactSizeIterator for Choices<'_> {}

/// An index; no machine that holds the ballots has indexes of less than 32 bits.
pub(crate) fn wide(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}

fn check(kind: BallotKind, index: usize, ballot: &[Packed]) -> Result<(), ProfileError> {
    if ballot.iter().zip(ballot.iter().skip(1)).any(|(one, next)| one.project == next.project) {
        return Err(ProfileError::Doubled(index));
    }
    let allowed = match kind {
        BallotKind::Approval => 1..=1,
        BallotKind::Ordinal { .. } => 1..=MAX_VALUE,
        BallotKind::Cumulative => 0..=MAX_VALUE,
        BallotKind::Scoring { default_score } if !(-MAX_VALUE..=MAX_VALUE).contains(&default_score) => {
            return Err(ProfileError::Value(index));
        }
        BallotKind::Scoring { .. } => -MAX_VALUE..=MAX_VALUE,
    };
    if !ballot.iter().all(|choice| allowed.contains(&choice.value.into())) {
        return Err(ProfileError::Value(index));
    }
    if let BallotKind::Ordinal { .. } = kind {
        let mut places: Vec<i32> = ballot.iter().map(|choice| choice.value).collect();
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
