//! Identical ballots brought together: what the rules count instead of ballots.

use crate::profile::{Ballot, Choice, Profile};

/// All groups of a profile, their choices one behind the other in a single piece of memory. Their order does not depend
/// on the order of the ballots.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Groups {
    choices: Vec<Choice>,
    /// Where each group ends in `choices`, and its voters.
    ends: Vec<(usize, u32)>,
}

/// Ballots that say the same, and how many of them there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Group<'a> {
    /// In the order of projects.
    pub(crate) choices: &'a [Choice],
    pub(crate) voters: u32,
}

/// The first two projects of a ballot as one number, so that most comparisons need not look further.
fn beginning(ballot: Ballot<'_>) -> u64 {
    let project = |place: usize| ballot.0.get(place).map_or(0, |choice| u64::from(choice.project).saturating_add(1));
    project(0) << 32 | project(1)
}

impl Groups {
    pub(crate) fn new(profile: &Profile) -> Self {
        let mut sorted: Vec<(u64, Ballot<'_>)> = profile.ballots().map(|ballot| (beginning(ballot), ballot)).collect();
        sorted.sort_unstable();
        let alike = || sorted.chunk_by(|one, other| one == other);
        let first = |ballots: &[(u64, Ballot<'_>)]| ballots.first().map_or(0, |(_, ballot)| ballot.len());
        let (count, length) = alike().fold((0_usize, 0_usize), |(count, length), ballots| {
            (count.saturating_add(1), length.saturating_add(first(ballots)))
        });
        let mut groups = Self { choices: Vec::with_capacity(length), ends: Vec::with_capacity(count) };
        for ballots in alike() {
            groups.choices.extend(ballots.first().into_iter().flat_map(|(_, ballot)| ballot));
            groups.ends.push((groups.choices.len(), crate::count::number(ballots.len())));
        }
        groups
    }

    /// How many groups there are.
    pub(crate) const fn len(&self) -> usize {
        self.ends.len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<Group<'_>> {
        let (end, voters) = *self.ends.get(index)?;
        let start = index.checked_sub(1).and_then(|before| self.ends.get(before)).map_or(0, |(end, _)| *end);
        Some(Group { choices: self.choices.get(start..end).unwrap_or_default(), voters })
    }

    pub(crate) fn iter(&self) -> impl ExactSizeIterator<Item = Group<'_>> + Clone {
        let mut start = 0;
        self.ends.iter().map(move |(end, voters)| {
            let choices = self.choices.get(start..*end).unwrap_or_default();
            start = *end;
            Group { choices, voters: *voters }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::BallotKind;

    fn choice(project: usize, value: i64) -> Choice {
        Choice { project, value }
    }

    fn groups(kind: BallotKind, ballots: Vec<Vec<Choice>>) -> Groups {
        Groups::new(&Profile::new(kind, ballots).unwrap())
    }

    #[test]
    fn ballots_that_differ_only_in_the_order_of_ticks_are_one_group() {
        let ballots = vec![vec![choice(1, 1), choice(0, 1)], vec![choice(0, 1), choice(1, 1)], vec![]];
        let groups = groups(BallotKind::Approval, ballots);
        assert_eq!(groups.iter().map(|group| group.voters).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(groups.iter().last().unwrap().choices, [choice(0, 1), choice(1, 1)]);
    }

    #[test]
    fn rankings_in_another_order_are_other_groups() {
        let ballots = vec![vec![choice(1, 1), choice(0, 2)], vec![choice(0, 1), choice(1, 2)]];
        assert_eq!(groups(BallotKind::Ordinal { places: 2 }, ballots).len(), 2);
    }

    #[test]
    fn the_order_of_ballots_does_not_matter() {
        let mut ballots: Vec<Vec<Choice>> = (0..60_usize)
            .map(|seed| (0..seed % 4).map(|at| choice(at * 3 + seed % 5, i64::try_from(seed % 3).unwrap())).collect())
            .collect();
        let one = groups(BallotKind::Cumulative, ballots.clone());
        ballots.reverse();
        ballots.rotate_left(17);
        assert_eq!(groups(BallotKind::Cumulative, ballots), one);
        assert_eq!(one.iter().map(|group| group.voters).sum::<u32>(), 60);
    }
}
