//! Was a group passed over? A check of an outcome that knows nothing of the rule behind it.
//!
//! The measure is a form of *EJR+ up to one project* for approval ballots, after Markus Brill and Jannik Peters, *Robust
//! and Verifiable Proportionality Axioms for Multiwinner Voting*, EC 2023, with costs. A group of voters has a claim to a
//! project that all of them list and that is not funded: its share of the budget is the budget times its part of the
//! voters, and at the rate at which that project turns money into satisfaction, the share would buy a certain
//! satisfaction. The group was *passed over* if each of its members would still have no more than that, even with the
//! project added: for all members, gain + worth ≤ worth / cost × share.
//!
//! Equal Shares with the same satisfaction never passes a group over, before and after completions that only add
//! projects; most-votes-first often does. The check looks at the largest group for each project and each level of
//! satisfaction, so it takes no longer than sorting the ballots. By number of projects (`cardinality`) it compares with
//! the rate of the project that is missed, so a dear one behind cheap ones raises no claim that way; by cost it does. It
//! speaks of approval ballots only: points have no
//! level at which a voter is for a project. A project that a constraint or an override keeps out can show up as well.

use num_bigint::BigInt;
use num_rational::BigRational;
use serde::{Deserialize, Serialize};

use crate::exact::Exact;
use crate::groups::Groups;
use crate::instance::Instance;
use crate::profile::{BallotKind, Profile};
use crate::satisfaction::Satisfaction;

/// Whether an outcome treats every group as its size asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fairness {
    /// No group was passed over.
    Satisfied,
    /// The group with the strongest claim.
    PassedOver(PassedOver),
}

/// A group that could have paid for a project together and got less than that.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PassedOver {
    /// The id of the project that all of them list and that is not funded.
    pub project: String,
    /// What it costs, in minor units.
    pub cost: i64,
    /// How many voters the group has.
    pub voters: u32,
    /// Their share of the budget together, in minor units; at least the cost.
    pub share: Exact,
    /// The most that one of them has of the outcome: the cost of the funded projects on the ballot in minor units, or
    /// their number.
    pub gain: i64,
    /// How many times over their share would pay for that and the project, at the project's rate; at least 1.
    pub times: Exact,
}

/// Checks an outcome, the ids of the funded projects, by the satisfaction `cost` or `cardinality`.
///
/// `None` where the measure does not apply: for other ballots than approval, for another satisfaction, and without
/// voters.
///
/// ```
/// use allmende_tally::{
///     BallotKind, Choice, Fairness, Instance, Profile, Project, Rule, Satisfaction, Ties, check_fairness, count,
/// };
///
/// // Three of five voters list two projects on the north side, two list one on the south side. Each costs a third.
/// let projects = ["north 1", "north 2", "north 3", "south"].map(|id| Project::new(id, 100));
/// let instance = Instance::new(projects.to_vec(), 300, 0)?;
/// let ballot = |projects: &[usize]| projects.iter().map(|project| Choice { project: *project, value: 1 }).collect();
/// let ballots: Vec<Vec<Choice>> = [&[0, 1, 2][..], &[0, 1, 2], &[0, 1, 2], &[3], &[3]].map(ballot).to_vec();
/// let profile = Profile::new(BallotKind::Approval, ballots)?;
///
/// let rule = Rule::Ranking { threshold: None, stop_at_first_misfit: false };
/// let funded = count(&instance, &profile, &rule, &Ties::default(), &mut |_| {})?;
/// let funded: Vec<&str> = funded.chosen.iter().map(|chosen| chosen.id.as_str()).collect();
/// let Some(Fairness::PassedOver(group)) = check_fairness(&instance, &profile, &funded, Satisfaction::Cost) else {
///     panic!("two fifths of 300 are 120, and the south got nothing for it")
/// };
/// assert_eq!((group.project.as_str(), group.voters, group.share.to_string().as_str()), ("south", 2, "120"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn check_fairness(
    instance: &Instance,
    profile: &Profile,
    funded: &[&str],
    satisfaction: Satisfaction,
) -> Option<Fairness> {
    let applies = matches!(satisfaction, Satisfaction::Cost | Satisfaction::Cardinality);
    if profile.kind() != BallotKind::Approval || profile.voters() == 0 || !applies {
        return None;
    }
    let projects = instance.projects();
    // What overrides fund is not for groups to dispose of.
    let overrides = instance.constraints().overrides.iter().filter(|one| one.funded);
    let spent = overrides.filter_map(|one| projects.get(one.project)?.cost);
    let money = (spent.fold(instance.budget(), i64::saturating_sub), profile.voters());
    let worth: Vec<i64> = projects
        .iter()
        .map(|project| if satisfaction == Satisfaction::Cost { project.cost.unwrap_or(0) } else { 1 })
        .collect();
    let is_funded: Vec<bool> = projects.iter().map(|project| funded.contains(&project.id.as_str())).collect();
    let of = |values: &[i64], project: usize| values.get(project).copied().unwrap_or(0);
    let has = |project: usize| is_funded.get(project).copied().unwrap_or(false);

    // Who lists each project that is not funded, and what each of them gained from the funded ones.
    let mut listing: Vec<Vec<(i64, u32)>> = vec![Vec::new(); projects.len()];
    for group in Groups::new(profile).iter() {
        let listed = || group.ballot.iter().map(|choice| choice.project);
        let gain = listed().filter(|project| has(*project)).map(|project| of(&worth, project)).sum();
        for project in listed().filter(|project| !has(*project)) {
            if let Some(list) = listing.get_mut(project) {
                list.push((gain, group.voters));
            }
        }
    }
    let open = projects.iter().zip(listing).zip(worth).filter(|((project, _), _)| !instance.is_withdrawn(project));
    let claims = open.filter_map(|((project, listing), worth)| {
        strongest(listing, worth, project.cost?, money).map(|claim| (project, claim))
    });
    // The first of equal claims in the order of the file, whatever the order of the ballots.
    let best = claims.fold(None, |best: Option<(_, Claim)>, next| match best {
        Some(best) if best.1.times >= next.1.times => Some(best),
        Some(_) | None => Some(next),
    });
    Some(best.map_or(Fairness::Satisfied, |(project, claim)| {
        Fairness::PassedOver(PassedOver {
            project: project.id.clone(),
            cost: project.cost.unwrap_or(0),
            voters: claim.voters,
            share: share(claim.voters, money).into(),
            gain: claim.gain,
            times: claim.times.into(),
        })
    }))
}

struct Claim {
    voters: u32,
    gain: i64,
    times: BigRational,
}

/// What a number of voters may dispose of: the budget times their part of all voters.
fn share(voters: u32, (budget, all): (i64, u32)) -> BigRational {
    BigRational::new(BigInt::from(budget) * voters, all.into())
}

/// The strongest claim to a project among those who list it, by what they gained and how many they are.
fn strongest(mut listing: Vec<(i64, u32)>, worth: i64, cost: i64, money: (i64, u32)) -> Option<Claim> {
    if worth <= 0 {
        return None;
    }
    listing.sort_unstable();
    let mut voters = 0_u32;
    // Within one project the claim grows with voters / (gain + worth) alone, which whole numbers compare at once.
    let mut best: Option<(u32, i64)> = None;
    for level in listing.chunk_by(|one, other| one.0 == other.0) {
        let gain = level.first().map_or(0, |(gain, _)| *gain);
        voters = level.iter().fold(voters, |sum, (_, more)| sum.saturating_add(*more));
        let stronger = best.is_none_or(|(fewer, less)| {
            let needed = |gain: i64| i128::from(gain) + i128::from(worth);
            // Nothing costs nothing: then only the number of voters counts.
            cost == 0 || i128::from(voters) * needed(less) > i128::from(fewer) * needed(gain)
        });
        if stronger {
            best = Some((voters, gain));
        }
    }
    let (voters, gain) = best?;
    let times = if cost == 0 {
        BigRational::from_integer(voters.into())
    } else {
        share(voters, money) * BigInt::from(worth) / (BigInt::from(cost) * (BigInt::from(gain) + worth))
    };
    (times >= BigRational::from_integer(1.into())).then_some(Claim { voters, gain, times })
}
