//! The comparison of an outcome with the one that most-votes-first would have had.

use std::collections::BTreeSet;

use num_rational::BigRational;

use crate::contest::Contest;
use crate::count::Progress;
use crate::guard::Guard;
use crate::ranking::{self, Ranked, Walk};

/// What the whole budget buys in order of the number of ballots that list a project.
pub(super) fn most_votes_first(contest: &Contest<'_>, progress: &mut dyn FnMut(Progress)) -> Walk {
    let merit = |project: usize| Some(BigRational::from_integer(contest.votes(project).into()));
    let running = contest.running().into_iter();
    let mut ranked: Vec<Ranked> = running.map(|project| Ranked { project, merit: merit(project) }).collect();
    ranking::sort(contest, &mut ranked);
    ranking::walk(contest, &mut Guard::new(contest), &ranked, contest.budget(), false, progress)
}

/// How many voters have more funded projects on their ballot under the one outcome, and how many under the other.
pub(super) fn preferences(contest: &Contest<'_>, one: &[usize], other: &[usize]) -> (u32, u32) {
    let (one, other): (BTreeSet<usize>, BTreeSet<usize>) =
        (one.iter().copied().collect(), other.iter().copied().collect());
    let mut prefer = (0_u32, 0_u32);
    for group in contest.groups.iter() {
        let funded = |set: &BTreeSet<usize>| group.ballot.iter().filter(|choice| set.contains(&choice.project)).count();
        match funded(&one).cmp(&funded(&other)) {
            std::cmp::Ordering::Greater => prefer.0 = prefer.0.saturating_add(group.voters),
            std::cmp::Ordering::Less => prefer.1 = prefer.1.saturating_add(group.voters),
            std::cmp::Ordering::Equal => {}
        }
    }
    prefer
}
