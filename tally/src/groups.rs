//! Identical ballots brought together: what the rules count instead of ballots.

use crate::ballot::{Ballot, wide};
use crate::count::number;
use crate::profile::Profile;

/// All groups of a profile. Their order does not depend on the order of the ballots.
#[derive(Debug, Clone)]
pub(crate) struct Groups<'a> {
    profile: &'a Profile,
    /// By group: the index of one of its ballots.
    ballots: Vec<u32>,
    /// By group: how many ballots it has.
    voters: Vec<u32>,
}

/// Ballots that say the same, and how many of them there are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Group<'a> {
    pub(crate) ballot: Ballot<'a>,
    pub(crate) voters: u32,
}

/// The first four projects of a ballot as one number, so that most comparisons need not look further. Where there are
/// more projects than 16 bits tell apart, ballots that differ may begin alike; then the rest of the comparison tells.
fn beginning(ballot: Ballot<'_>) -> u64 {
    let mut choices = ballot.iter();
    let next = || choices.next().map_or(0, |choice| u64::from(number(choice.project)).saturating_add(1));
    std::iter::repeat_with(next).take(4).fold(0, |beginning, next| beginning << 16 ^ next)
}

impl<'a> Groups<'a> {
    pub(crate) fn new(profile: &'a Profile) -> Self {
        let mut sorted: Vec<(u64, u32)> = profile.ballots().map(beginning).zip(0..).collect();
        let ballot = |index: u32| profile.ballot(wide(index));
        sorted.sort_unstable_by(|one, other| one.0.cmp(&other.0).then_with(|| ballot(one.1).cmp(&ballot(other.1))));
        let alike = |one: &(u64, u32), other: &(u64, u32)| one.0 == other.0 && ballot(one.1) == ballot(other.1);
        let (mut ballots, mut voters) = (Vec::with_capacity(sorted.len()), Vec::with_capacity(sorted.len()));
        for alike in sorted.chunk_by(alike) {
            ballots.extend(alike.first().map(|(_, ballot)| *ballot));
            voters.push(number(alike.len()));
        }
        ballots.shrink_to_fit();
        voters.shrink_to_fit();
        Self { profile, ballots, voters }
    }

    /// How many groups there are.
    pub(crate) const fn len(&self) -> usize {
        self.ballots.len()
    }

    pub(crate) fn get(&self, index: usize) -> Option<Group<'a>> {
        let ballot = self.profile.ballot(wide(*self.ballots.get(index)?))?;
        Some(Group { ballot, voters: *self.voters.get(index)? })
    }

    /// How many voters a group has.
    pub(crate) fn voters(&self, index: u32) -> u32 {
        self.voters.get(wide(index)).copied().unwrap_or(0)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Group<'a>> + Clone {
        let profile = self.profile;
        let group =
            |(ballot, voters): (&u32, &u32)| Some(Group { ballot: profile.ballot(wide(*ballot))?, voters: *voters });
        self.ballots.iter().zip(&self.voters).filter_map(group)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::Choice;
    use crate::profile::BallotKind;

    fn choice(project: usize, value: i64) -> Choice {
        Choice { project, value }
    }

    fn groups(kind: BallotKind, ballots: Vec<Vec<Choice>>) -> Vec<(Vec<Choice>, u32)> {
        let profile = Profile::new(kind, ballots).unwrap();
        Groups::new(&profile).iter().map(|group| (group.ballot.to_vec(), group.voters)).collect()
    }

    #[test]
    fn ballots_that_differ_only_in_the_order_of_ticks_are_one_group() {
        let ballots = vec![vec![choice(1, 1), choice(0, 1)], vec![choice(0, 1), choice(1, 1)], vec![]];
        let groups = groups(BallotKind::Approval, ballots);
        assert_eq!(groups, [(vec![], 1), (vec![choice(0, 1), choice(1, 1)], 2)]);
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
        assert_eq!(one.iter().map(|(_, voters)| voters).sum::<u32>(), 60);
    }
}
