//! One ballot of a [`Profile`](crate::Profile), and what it lists.

/// One project on a ballot. The value is 1 for a tick, the place from 1, or the points.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Choice {
    /// The project's index in its instance.
    pub project: usize,
    /// The value, by the profile's [`BallotKind`](crate::BallotKind).
    pub value: i64,
}

/// A choice in half the space; within the bounds that [`Profile::push`](crate::Profile::push) keeps, nothing is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Packed {
    pub(crate) project: u32,
    pub(crate) value: i32,
}

/// One ballot of a profile: its choices in the order of projects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ballot<'a>(pub(crate) Slice<'a>);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slice<'a> {
    Ticks(&'a [u32]),
    Valued(&'a [Packed]),
}

impl<'a> Ballot<'a> {
    /// How many projects it lists.
    #[must_use]
    pub const fn len(&self) -> usize {
        match self.0 {
            Slice::Ticks(projects) => projects.len(),
            Slice::Valued(choices) => choices.len(),
        }
    }

    /// Whether it lists none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Its choices in the order of projects.
    #[must_use]
    pub fn iter(&self) -> Choices<'a> {
        Choices(match self.0 {
            Slice::Ticks(projects) => Iter::Ticks(projects.iter()),
            Slice::Valued(choices) => Iter::Valued(choices.iter()),
        })
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
pub struct Choices<'a>(Iter<'a>);

#[derive(Debug, Clone)]
enum Iter<'a> {
    Ticks(std::slice::Iter<'a, u32>),
    Valued(std::slice::Iter<'a, Packed>),
}

impl Iterator for Choices<'_> {
    type Item = Choice;

    fn next(&mut self) -> Option<Choice> {
        match &mut self.0 {
            Iter::Ticks(projects) => projects.next().map(|project| Choice { project: wide(*project), value: 1 }),
            Iter::Valued(choices) => {
                choices.next().map(|choice| Choice { project: wide(choice.project), value: choice.value.into() })
            }
        }
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        match &self.0 {
            Iter::Ticks(projects) => projects.size_hint(),
            Iter::Valued(choices) => choices.size_hint(),
        }
    }
}

impl ExactSizeIterator for Choices<'_> {}

/// An index; no machine that holds the ballots has indexes of less than 32 bits.
pub(crate) fn wide(index: u32) -> usize {
    usize::try_from(index).unwrap_or(usize::MAX)
}
