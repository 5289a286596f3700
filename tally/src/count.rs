//! [`count()`]: checks that instance, profile and rule go together, counts, and gathers the allocation.

use thiserror::Error;

use crate::allocation::{Allocation, Chosen, ChosenBy, Outcome, Reason, Step};
use crate::contest::Contest;
use crate::instance::Instance;
use crate::profile::{BallotKind, Profile};
use crate::rule::Rule;
use crate::satisfaction::Satisfaction;
use crate::ties::Ties;
use crate::{beforehand, equal_shares, greedy, phragmen, ranking, top, welfare};

/// How far a count is. Reported at least once for each purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Grouping: 0. Runs: how many runs of Equal Shares are over. Choosing: how many projects were looked at. Searching:
    /// how many of the projects left out were held against the best set.
    pub done: u64,
}

/// The parts of a count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Identical ballots are brought together.
    Grouping,
    /// Equal Shares runs, once for each share.
    Runs,
    /// Projects are chosen in order of score or of satisfaction per cost.
    Choosing,
    /// The best set is searched for.
    Searching,
}

/// Why these ballots cannot be counted in this way.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum CountError {
    /// A ballot lists a project that the instance does not have.
    #[error("a ballot lists project number {0}, but the instance has fewer")]
    UnknownProject(usize),
    /// The rule shares out money, and a project has no cost.
    #[error("project {0:?} has no cost, and this rule needs one")]
    NoCost(String),
    /// The ballots do not say what the measure asks for.
    #[error("satisfaction {satisfaction} cannot be taken from {kind} ballots")]
    Satisfaction {
        /// The measure.
        satisfaction: Satisfaction,
        /// What the ballots are.
        kind: &'static str,
    },
    /// The literature defines Phragmén's rule for approval ballots only.
    #[error(
        "the rule phragmen is defined for approval ballots only, and these are {0} ballots; choose another rule, such as equal-shares"
    )]
    NotApproval(&'static str),
    /// The best set was not found within the bound of work, which is so many steps. Other rules have no such bound.
    #[error(
        "the best set was not found within {0} steps, because the costs have too little in common; choose another rule, \
         such as greedy or equal-shares, or round the costs and the budget, for instance to thousands"
    )]
    TooMuchWork(u64),
    /// The best set was not found within the bound of memory, which is so many choices of projects kept at once.
    #[error(
        "the best set was not found: more than {0} choices of projects would have to be kept in memory at once, because \
         the costs have too little in common or too many conditions bind; choose another rule, such as greedy or \
         equal-shares, or round the costs and the budget, for instance to thousands"
    )]
    TooManyAtOnce(usize),
    /// A list of no places was asked for.
    #[error("a list needs at least one seat")]
    NoSeats,
}

/// What a rule gives back, with projects as indexes.
pub(crate) struct Chosens {
    /// In the order of choice.
    pub(crate) order: Vec<usize>,
    /// By project.
    pub(crate) reasons: Vec<Reason>,
    pub(crate) steps: Vec<Step>,
}

/// Counts the profile of an instance by a rule.
///
/// The result does not depend on the order of the ballots, and it is that of exact fractions: nothing is decided by
/// rounding. `progress` is called often; it decides nothing.
///
/// ```
/// use allmende_tally::{BallotKind, Choice, Completion, Instance, Profile, Project, Rule, Satisfaction, Ties, count};
///
/// // Two of three voters want the playground, one wants the trees; 300 euro are there.
/// let projects = vec![Project::new("playground", 20_000), Project::new("trees", 10_000), Project::new("fountain", 20_000)];
/// let instance = Instance::new(projects, 30_000, 2)?;
/// let tick = |project| Choice { project, value: 1 };
/// let ballots = vec![vec![tick(0), tick(2)], vec![tick(0), tick(2)], vec![tick(1)]];
/// let profile = Profile::new(BallotKind::Approval, ballots)?;
///
/// let rule = Rule::equal_shares(Satisfaction::Cost, Completion::None);
/// let allocation = count(&instance, &profile, &rule, &Ties::default(), &mut |_| {})?;
///
/// assert_eq!(allocation.cost, 30_000);
/// assert!(allocation.is_funded("trees"), "the third voter's share buys the trees");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// When the ballots list unknown projects, a cost is missing that the rule needs, or the measure of satisfaction asks
/// for other ballots;
/// or when the best set of [`Rule::Welfare`] is not found within the bound of work.
pub fn count(
    instance: &Instance,
    profile: &Profile,
    rule: &Rule,
    ties: &Ties,
    progress: &mut dyn FnMut(Progress),
) -> Result<Allocation, CountError> {
    check(instance, profile, rule)?;
    progress(Progress { stage: Stage::Grouping, done: 0 });
    let contest = Contest::new(instance, profile, ties);
    let chosen = match *rule {
        Rule::Ranking { threshold, stop_at_first_misfit } => {
            ranking::by_score(&contest, threshold, stop_at_first_misfit, progress)
        }
        Rule::Top { seats, threshold } => top::best(&contest, seats, threshold),
        Rule::Greedy { satisfaction } => greedy::count(&contest, satisfaction, progress),
        Rule::Welfare { satisfaction } => welfare::count(&contest, satisfaction, progress)?,
        Rule::Phragmen => phragmen::count(&contest, progress),
        Rule::EqualShares { satisfaction, completion, increment } => {
            equal_shares::count(&contest, satisfaction, completion, increment, progress)
        }
    };
    Ok(gather(&contest, rule, beforehand::add(&contest, chosen)))
}

fn check(instance: &Instance, profile: &Profile, rule: &Rule) -> Result<(), CountError> {
    let projects = instance.projects();
    let unknown = profile.choices().find(|choice| choice.project >= projects.len());
    if let Some(choice) = unknown {
        return Err(CountError::UnknownProject(choice.project));
    }
    if rule.needs_costs()
        && let Some(project) = projects.iter().find(|project| project.cost.is_none())
    {
        return Err(CountError::NoCost(project.id.clone()));
    }
    let kind = profile.kind();
    if let Some(satisfaction) = rule.satisfaction().filter(|measure| !measure.fits(kind)) {
        return Err(CountError::Satisfaction { satisfaction, kind: kind.as_str() });
    }
    match *rule {
        Rule::Top { seats: 0, .. } => Err(CountError::NoSeats),
        Rule::Phragmen if kind != BallotKind::Approval => Err(CountError::NotApproval(kind.as_str())),
        Rule::Ranking { .. }
        | Rule::Top { .. }
        | Rule::Greedy { .. }
        | Rule::Welfare { .. }
        | Rule::Phragmen
        | Rule::EqualShares { .. } => Ok(()),
    }
}

fn gather(contest: &Contest<'_>, rule: &Rule, chosen: Chosens) -> Allocation {
    let instance = contest.instance;
    let welfare = match rule.satisfaction() {
        Some(satisfaction) => {
            let totals = contest.totals(satisfaction);
            chosen.order.iter().filter_map(|project| totals.get(*project)).sum()
        }
        None => contest.total_score(&chosen.order),
    };
    let outcomes = instance.projects().iter().zip(contest.tallies()).zip(chosen.reasons);
    Allocation {
        rule: *rule,
        ties: contest.ties.clone(),
        voters: contest.voters,
        budget: instance.budget(),
        exponent: instance.exponent(),
        cost: contest.total_cost(&chosen.order),
        welfare: welfare.into(),
        chosen: chosen
            .order
            .iter()
            .map(|index| Chosen { id: contest.id(*index), cost: contest.project_cost(*index) })
            .collect(),
        outcomes: outcomes
            .map(|((project, tally), reason)| Outcome {
                id: project.id.clone(),
                score: tally.score,
                supporters: tally.votes,
                funded: matches!(reason, Reason::Funded { .. }),
                reason,
            })
            .collect(),
        steps: chosen.steps,
    }
}

/// The reason of a funded project that nobody paid for out of a share.
pub(crate) fn funded(place: usize, by: ChosenBy) -> Reason {
    Reason::Funded { place: number(place), by, price: None, largest_payment: None }
}

/// A count of projects or ballots; both fit 32 bits.
pub(crate) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
