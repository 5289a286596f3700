//! Ballots as people might fill them in. The same seed gives the same ballots on every machine.
//!
//! A voter has one taste, then draws different projects, each with a chance in proportion to its weight, times the
//! taste's boost when the two share an interest; so ballots go together as real ones do.

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::content::{ProjectFile, Taste};
use crate::domain::ballot::Choice;
use crate::domain::format::BallotFormat;
use crate::domain::ids::ProjectNumber;

/// Draws ballots.
pub(super) struct Generator<'a> {
    random: ChaCha8Rng,
    tastes: &'a [Taste],
}

impl<'a> Generator<'a> {
    pub(super) fn new(seed: u64, tastes: &'a [Taste]) -> Self {
        Self { random: ChaCha8Rng::seed_from_u64(seed), tastes }
    }

    /// One ballot over some projects, ascending by number.
    pub(super) fn ballot(&mut self, format: BallotFormat, projects: &[&ProjectFile]) -> Vec<Choice> {
        let taste = self.taste().cloned();
        let weigh = |project: &ProjectFile| match &taste {
            Some(taste) if project.interests.iter().any(|interest| taste.interests.contains(interest)) => {
                project.weight.saturating_mul(taste.boost)
            }
            Some(_) | None => project.weight,
        };
        let mut weights: Vec<u32> = projects.iter().map(|project| weigh(project)).collect();
        let listed = usize::try_from(format.max_sum()).unwrap_or(1).min(projects.len());
        let wanted = self.random.random_range(1..=listed.max(1));
        let mut chosen: Vec<usize> = Vec::new();
        for _ in 0..wanted {
            if let Some(place) = self.draw(&weights) {
                chosen.push(place);
                if let Some(weight) = weights.get_mut(place) {
                    *weight = 0;
                }
            }
        }
        self.fill_in(format, projects, &chosen)
    }

    fn taste(&mut self) -> Option<&'a Taste> {
        let all: Vec<u32> = self.tastes.iter().map(|taste| taste.share).collect();
        self.draw(&all).and_then(|place| self.tastes.get(place))
    }

    /// A place, each with a chance in proportion to its weight.
    fn draw(&mut self, weights: &[u32]) -> Option<usize> {
        let sum = weights.iter().fold(0_u32, |sum, weight| sum.saturating_add(*weight));
        if sum == 0 {
            return None;
        }
        let mut left = self.random.random_range(0..sum);
        weights.iter().position(|weight| {
            let here = left < *weight;
            left = left.saturating_sub(*weight);
            here
        })
    }

    /// Ticks, or points: one for each chosen project and the rest as it falls.
    fn fill_in(&mut self, format: BallotFormat, projects: &[&ProjectFile], chosen: &[usize]) -> Vec<Choice> {
        let mut values = vec![1_u32; chosen.len()];
        if let BallotFormat::Points { total, max_per_project } = format {
            let given = u32::try_from(chosen.len()).unwrap_or(total);
            for _ in 0..total.saturating_sub(given) {
                let place = self.random.random_range(0..chosen.len().max(1));
                if let Some(value) = values.get_mut(place) {
                    *value = value.saturating_add(1).min(max_per_project);
                }
            }
        }
        let mut choices: Vec<Choice> = chosen
            .iter()
            .zip(values)
            .filter_map(|(place, value)| {
                let project = ProjectNumber::new(projects.get(*place)?.number);
                Some(Choice { project, value: i32::try_from(value).ok()? })
            })
            .collect();
        choices.sort_by_key(|choice| choice.project);
        choices
    }
}

#[cfg(test)]
mod tests {
    use super::super::content::rounds;
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_ballots_within_the_limits() {
        let rounds = rounds().unwrap();
        let (round, projects) = rounds.iter().find(|(round, _)| !round.tastes.is_empty()).unwrap();
        let listed: Vec<&ProjectFile> = projects.iter().collect();
        let format = BallotFormat::Points { total: 5, max_per_project: 3 };
        let draw = || {
            let mut generator = Generator::new(round.seed, &round.tastes);
            (0..200).map(|_| generator.ballot(format, &listed)).collect::<Vec<_>>()
        };

        let ballots = draw();

        assert_eq!(ballots, draw());
        for ballot in &ballots {
            assert!(!ballot.is_empty());
            assert!(ballot.iter().all(|choice| (1..=3).contains(&choice.value)));
            assert!(ballot.iter().map(|choice| choice.value).sum::<i32>() <= 5);
            assert!(ballot.is_sorted_by(|one, next| one.project < next.project));
        }
        assert!(ballots.iter().any(|ballot| ballot != &ballots[0]));
    }
}
