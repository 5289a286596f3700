//! A `.pb` file as a round in the making.

use allmende_tally as tally;
use allmende_tally::pabulib::{Election, Fault, VoteType, read};
use allmende_tally::{Tie, Ties};
use thiserror::Error;

use crate::domain::ballot::Choice;
use crate::domain::channel::Channel;
use crate::domain::format::BallotFormat;
use crate::domain::ids::ProjectNumber;
use crate::domain::money::{Currency, CurrencyError, Money};
use crate::domain::rule::CountingRule;

/// What a `.pb` file says, in the words of the house.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedElection {
    /// The file's one line on what it is.
    pub title: String,
    /// The language that its texts are written in, as a tag; `und` when it does not say.
    pub language: String,
    /// What it counts its money in.
    pub currency: Currency,
    /// Its money.
    pub budget: Money,
    /// How its ballots are filled in.
    pub format: BallotFormat,
    /// The rule that it names; most votes first when it names none.
    pub rule: CountingRule,
    /// Whether it names a rule at all.
    pub rule_is_declared: bool,
    /// What decides between equal projects.
    pub ties: Ties,
    /// Its projects in the order of the file, numbered from 1.
    pub projects: Vec<ImportedProject>,
    /// Its ballots in the order of the file.
    pub ballots: Vec<ImportedBallot>,
    /// What was read in a documented way though it is odd.
    pub notices: Vec<String>,
}

/// A project of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedProject {
    /// Its number in the round.
    pub number: ProjectNumber,
    /// Its id in the file.
    pub id: String,
    /// What it costs.
    pub cost: Option<Money>,
    /// What it is called; its id when the file has no names.
    pub name: String,
    /// What the file says about it.
    pub description: String,
}

/// A ballot of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedBallot {
    /// How it came in, if the file says so.
    pub channel: Option<Channel>,
    /// Ascending by project number.
    pub choices: Vec<Choice>,
}

/// Why a file is no round.
#[derive(Debug, Error)]
pub enum ImportError {
    /// It is no `.pb` file; every fault with its line and column.
    #[error("this is not a .pb file that can be read:{}", lines(.0))]
    Faults(Vec<Fault>),
    /// Its ballots have a form that no round can hold yet.
    #[error(
        "its ballots are of the kind {0}; a round can hold approval, choose-1 and cumulative. To count the file as it is, use: allmende tally FILE"
    )]
    VoteType(VoteType),
    /// It names a limit that is no number.
    #[error("{key} is {value:?}, not a whole number from 1")]
    Limit {
        /// The key in META.
        key: &'static str,
        /// What stands there.
        value: String,
    },
    /// Its currency is none.
    #[error(transparent)]
    Currency(#[from] CurrencyError),
    /// A value of a ballot does not fit 32 bits.
    #[error("ballot {0} has a value that is too large")]
    Value(usize),
}

fn lines(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("\n  {fault}")).collect()
}

/// Reads a `.pb` file.
///
/// # Errors
/// Every fault of the file at once; or why a round cannot hold what it says.
pub fn read_election(bytes: &[u8]) -> Result<ImportedElection, ImportError> {
    let election = read(bytes).map_err(ImportError::Faults)?;
    let code = election.meta_value("currency").unwrap_or("XXX").to_ascii_uppercase();
    // A round that is imported has a ceiling, which a list of places knows nothing of.
    let declared = election.declared_rule().filter(|(rule, _)| rule.needs_costs());
    let (rule, ties) = declared.clone().unwrap_or((
        tally::Rule::Ranking { threshold: election.threshold(), stop_at_first_misfit: false },
        Ties::new([Tie::File]),
    ));
    Ok(ImportedElection {
        title: election.meta_value("description").unwrap_or("").to_owned(),
        language: election.meta_value("language").unwrap_or("und").to_ascii_lowercase(),
        currency: Currency::parse(&code, election.instance().exponent())?,
        budget: Money::from_minor(election.instance().budget()),
        format: read_format(&election)?,
        rule: CountingRule::of(rule),
        rule_is_declared: declared.is_some(),
        ties,
        projects: read_projects(&election),
        ballots: read_ballots(&election)?,
        notices: election.notices().iter().map(ToString::to_string).collect(),
    })
}

fn read_limit(election: &Election, key: &'static str) -> Result<Option<u32>, ImportError> {
    let Some(text) = election.meta_value(key) else { return Ok(None) };
    match text.parse() {
        Ok(0) | Err(_) => Err(ImportError::Limit { key, value: text.to_owned() }),
        Ok(limit) => Ok(Some(limit)),
    }
}

fn read_format(election: &Election) -> Result<BallotFormat, ImportError> {
    let projects = u32::try_from(election.instance().projects().len()).unwrap_or(u32::MAX).max(1);
    match election.vote_type() {
        VoteType::Approval => {
            Ok(BallotFormat::Approval { max: read_limit(election, "max_length")?.unwrap_or(projects) })
        }
        VoteType::ChooseOne => Ok(BallotFormat::Approval { max: 1 }),
        VoteType::Cumulative => {
            let total = read_limit(election, "max_sum_points")?.unwrap_or(1);
            let max_per_project = read_limit(election, "max_points")?.unwrap_or(total).min(total);
            Ok(BallotFormat::Points { total, max_per_project })
        }
        other @ (VoteType::Ordinal | VoteType::Scoring) => Err(ImportError::VoteType(other)),
    }
}

fn number_at(place: usize) -> ProjectNumber {
    ProjectNumber::new(u32::try_from(place).unwrap_or(u32::MAX).saturating_add(1))
}

fn read_projects(election: &Election) -> Vec<ImportedProject> {
    let value = |place, column| election.project_value(place, column);
    let read = |(place, project): (usize, &tally::Project)| ImportedProject {
        number: number_at(place),
        id: project.id.clone(),
        cost: project.cost.map(Money::from_minor),
        name: value(place, "name").unwrap_or(&project.id).to_owned(),
        description: value(place, "description").unwrap_or("").to_owned(),
    };
    election.instance().projects().iter().enumerate().map(read).collect()
}

fn read_ballots(election: &Election) -> Result<Vec<ImportedBallot>, ImportError> {
    let read = |(place, choices): (usize, tally::Ballot<'_>)| {
        let channel = match election.vote_value(place, "voting_method") {
            Some("paper") => Some(Channel::Paper),
            Some("internet") => Some(Channel::Account),
            Some(_) | None => None,
        };
        let convert = |choice: tally::Choice| {
            let value = i32::try_from(choice.value).map_err(|_| ImportError::Value(place.saturating_add(1)))?;
            Ok(Choice { project: number_at(choice.project), value })
        };
        Ok(ImportedBallot { channel, choices: choices.iter().map(convert).collect::<Result<_, ImportError>>()? })
    };
    election.profile().ballots().enumerate().map(read).collect()
}
