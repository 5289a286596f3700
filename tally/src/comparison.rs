//! The same ballots under several rules, side by side.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::Zero;
use serde::{Deserialize, Serialize};

use crate::allocation::Allocation;
use crate::ballot::Choice;
use crate::contest::Contest;
use crate::count::{CountError, Progress, count};
use crate::exact::Exact;
use crate::fairness::{Fairness, check_fairness};
use crate::instance::Instance;
use crate::profile::{BallotKind, Profile};
use crate::rule::{Completion, Rule};
use crate::satisfaction::Satisfaction;
use crate::ties::Ties;

/// What each of several rules makes of the same ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    /// Ballots, empty ones included.
    pub voters: u32,
    /// The budget in minor units.
    pub budget: i64,
    /// The number of decimals of a major unit.
    pub exponent: u8,
    /// The rules in the order that was asked for.
    pub outcomes: Vec<Compared>,
    /// Every two of them, by their places in the list from 0, the earlier one first.
    pub overlaps: Vec<Overlap>,
}

/// What one rule makes of the ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Compared {
    /// The rule.
    pub rule: Rule,
    /// The ids of the chosen projects in the order of the instance.
    pub selected: Vec<String>,
    /// What they cost together, in minor units.
    pub cost: i64,
    /// How many voters have none of them on the ballot, or only with nothing or less for it.
    pub without_any: u32,
    /// What a voter has of the outcome on average, by each measure that the ballots allow; by cost in minor units.
    pub average: Vec<(Satisfaction, Exact)>,
    /// Whether a group was passed over, by cost; for approval ballots only.
    pub fairness: Option<Fairness>,
}

/// How much two outcomes have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlap {
    /// The place of the one rule in the list.
    pub one: usize,
    /// The place of the other.
    pub other: usize,
    /// How many projects both choose.
    pub projects: u32,
    /// What these cost, in minor units.
    pub cost: i64,
    /// Their part of all projects that at least one chooses, from 0 to 1; 1 where neither chooses any.
    pub part: Exact,
}

/// The rules that such ballots are usefully compared by, the plainest first.
///
/// The optimal set is not among them: it can take long on large elections, and few voters ask for it.
#[must_use]
pub fn usual_rules(kind: BallotKind) -> Vec<Rule> {
    let satisfaction = Satisfaction::default_for(kind);
    let mut rules = vec![Rule::Ranking { threshold: None, stop_at_first_misfit: false }];
    // On approval ballots most votes first and most satisfaction by cost for the money are the same but for ties.
    let greedy = if kind == BallotKind::Approval { Satisfaction::Cardinality } else { satisfaction };
    rules.push(Rule::Greedy { satisfaction: greedy });
    if kind == BallotKind::Approval {
        rules.push(Rule::Phragmen);
    }
    let shares = [Completion::None, Completion::Greedy, Completion::Add1Greedy];
    rules.extend(shares.map(|completion| Rule::equal_shares(satisfaction, completion)));
    rules
}

/// Counts the same ballots by several rules.
///
/// ```
/// use allmende_tally::{BallotKind, Choice, Instance, Profile, Project, Ties, compare, usual_rules};
///
/// // Three voters want the dear hall, two the playground and the trees.
/// let projects = vec![Project::new("hall", 100), Project::new("playground", 30), Project::new("trees", 10)];
/// let instance = Instance::new(projects, 100, 0)?;
/// let ballot = |projects: &[usize]| projects.iter().map(|project| Choice { project: *project, value: 1 }).collect();
/// let ballots: Vec<Vec<Choice>> = [&[0][..], &[0], &[0], &[1, 2], &[1, 2]].map(ballot).to_vec();
/// let profile = Profile::new(BallotKind::Approval, ballots)?;
///
/// let rules = usual_rules(profile.kind());
/// let comparison = compare(&instance, &profile, &rules, &Ties::default(), &mut |_| {})?;
///
/// let [by_votes, .., by_shares] = comparison.outcomes.as_slice() else { panic!("several rules") };
/// assert_eq!((by_votes.selected.as_slice(), by_votes.without_any), (&["hall".to_owned()][..], 2));
/// assert_eq!((by_shares.selected.len(), by_shares.without_any), (2, 3));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When one of the rules cannot count such ballots or needs a cost that is missing.
pub fn compare(
    instance: &Instance,
    profile: &Profile,
    rules: &[Rule],
    ties: &Ties,
    progress: &mut dyn FnMut(Progress),
) -> Result<Comparison, CountError> {
    let counted = rules.iter().map(|rule| count(instance, profile, rule, ties, progress));
    Ok(side_by_side(instance, profile, ties, &counted.collect::<Result<Vec<_>, _>>()?))
}

/// Compares counts of the same ballots that were made already, in this order.
#[must_use]
pub fn side_by_side(instance: &Instance, profile: &Profile, ties: &Ties, counts: &[Allocation]) -> Comparison {
    let funded = |count: &Allocation| {
        count.outcomes.iter().zip(0..).filter(|(outcome, _)| outcome.funded).map(|(_, project)| project).collect()
    };
    let outcomes: Vec<(Rule, Vec<usize>)> = counts.iter().map(|count| (count.rule, funded(count))).collect();
    let contest = Contest::new(instance, profile, ties);
    let measures: Vec<Satisfaction> =
        Satisfaction::ALL.iter().copied().filter(|measure| measure.fits(profile.kind())).collect();
    let totals: Vec<(Satisfaction, Vec<BigInt>)> =
        measures.into_iter().map(|measure| (measure, contest.totals(measure))).collect();
    let mut overlaps = Vec::new();
    for ((_, one), place) in outcomes.iter().zip(0_usize..) {
        for ((_, other), other_place) in outcomes.iter().zip(0_usize..).skip(place.saturating_add(1)) {
            overlaps.push(overlap(&contest, (place, one), (other_place, other)));
        }
    }
    let compared = |(rule, chosen): (Rule, Vec<usize>)| {
        let selected = contest.ids(&chosen);
        let ids: Vec<&str> = selected.iter().map(String::as_str).collect();
        let fairness = check_fairness(instance, profile, &ids, Satisfaction::Cost);
        let average = totals.iter().map(|(measure, totals)| (*measure, average(&contest, totals, &chosen)));
        Compared {
            rule,
            cost: contest.total_cost(&chosen),
            without_any: without_any(&contest, &chosen),
            average: average.collect(),
            fairness,
            selected,
        }
    };
    Comparison {
        voters: profile.voters(),
        budget: instance.budget(),
        exponent: instance.exponent(),
        outcomes: outcomes.into_iter().map(compared).collect(),
        overlaps,
    }
}

fn overlap(contest: &Contest<'_>, (one, first): (usize, &[usize]), (other, second): (usize, &[usize])) -> Overlap {
    let both: Vec<usize> = first.iter().copied().filter(|project| second.contains(project)).collect();
    let either = first.len().saturating_add(second.len()).saturating_sub(both.len());
    let part = match either {
        0 => BigRational::from_integer(1.into()),
        either => BigRational::new(both.len().into(), either.into()),
    };
    let projects = crate::count::number(both.len());
    Overlap { one, other, projects, cost: contest.total_cost(&both), part: part.into() }
}

/// The satisfaction of all voters over their number.
fn average(contest: &Contest<'_>, totals: &[BigInt], chosen: &[usize]) -> Exact {
    let total: BigInt = chosen.iter().filter_map(|project| totals.get(*project)).sum();
    match contest.voters {
        0 => BigRational::zero().into(),
        voters => BigRational::new(total, voters.into()).into(),
    }
}

fn without_any(contest: &Contest<'_>, chosen: &[usize]) -> u32 {
    let has = |choice: &Choice| choice.value > 0 && chosen.contains(&choice.project);
    let without = contest.groups.iter().filter(|group| !group.ballot.iter().any(|choice| has(&choice)));
    without.fold(0, |sum, group| sum.saturating_add(group.voters))
}
