//! An area of a round as a `.pb` file: what anybody can count again.

use std::collections::BTreeSet;

use allmende_tally::pabulib::{
    COUNTING_RULE, COUNTING_TIES, Draft, DraftBallot, DraftProject, Election, Fault, Header, VoteType, write,
};
use allmende_tally::{Choice, Rule};
use thiserror::Error;

use crate::domain::channel::Channel;
use crate::domain::format::BallotFormat;
use crate::domain::money::{Currency, Money};
use crate::domain::round::{AreaLimit, Project};
use crate::domain::rule::CountingRule;

/// Everything that a file of one area says.
#[derive(Debug, Clone)]
pub struct AreaFile<'a> {
    /// One line on what it is.
    pub description: String,
    /// The organisation.
    pub unit: String,
    /// The round's name.
    pub instance: String,
    /// The area's name.
    pub subunit: String,
    /// The language of the projects' names.
    pub language: String,
    /// The first and the last day of voting, as `DD.MM.YYYY`.
    pub days: (String, String),
    /// What money is counted in.
    pub currency: &'a Currency,
    /// How much the area can fund.
    pub limit: AreaLimit,
    /// How ballots were filled in.
    pub format: BallotFormat,
    /// The rule by which the area was counted.
    pub rule: CountingRule,
    /// What decided between equal projects.
    pub ties: &'a allmende_tally::Ties,
    /// Its projects in the order of the ballot, each with its name.
    pub projects: &'a [(&'a Project, &'a str)],
    /// The external ids of the funded projects.
    pub funded: &'a BTreeSet<&'a str>,
    /// The ballots by place of the project, in an order that says nothing about when they were cast.
    pub ballots: Vec<(Vec<Choice>, Option<Channel>)>,
}

/// Why an area cannot be written as a file.
#[derive(Debug, Error)]
#[error("the area cannot be written as a .pb file: {0:?}")]
pub struct ExportError(Vec<Fault>);

/// Writes an area. Voters get new numbers, and nothing else of them is told but the way in which the ballot came.
///
/// # Errors
/// When the file would not read back.
pub fn write_area(area: &AreaFile<'_>) -> Result<String, ExportError> {
    let mut draft = Draft {
        header: header(area),
        projects: area.projects.iter().map(|(project, name)| draft_project(area, project, name)).collect(),
        ballots: (1_u64..)
            .zip(&area.ballots)
            .map(|(voter, (choices, channel))| draft_ballot(voter, choices, *channel))
            .collect(),
    };
    let election = draft.build().map_err(ExportError)?;
    let Some(name) = pabulib_name(area, &election) else { return Ok(write(&election)) };
    name.clone_into(&mut draft.header.rule);
    draft.build().map(|election| write(&election)).map_err(ExportError)
}

fn header(area: &AreaFile<'_>) -> Header {
    let (vote_type, limits) = match area.format {
        BallotFormat::Points { total, max_per_project } => (
            VoteType::Cumulative,
            vec![("max_points", max_per_project.to_string()), ("max_sum_points", total.to_string())],
        ),
        BallotFormat::Approval { max: 1 } => (VoteType::ChooseOne, vec![]),
        BallotFormat::Approval { max } => (VoteType::Approval, vec![("max_length", max.to_string())]),
    };
    let budget = match area.limit {
        AreaLimit::Ceiling(money) => money.minor(),
        AreaLimit::Places(_) => 0,
    };
    let rule = area.rule.in_area(area.limit);
    let threshold = match rule {
        Some(Rule::Ranking { threshold, .. }) => threshold,
        Some(
            Rule::Top { .. } | Rule::Greedy { .. } | Rule::Welfare { .. } | Rule::Phragmen | Rule::EqualShares { .. },
        )
        | None => None,
    };
    let counted = rule.map_or_else(|| area.rule.to_string(), |rule| rule.to_string());
    let comment = format!("#1: counted as {counted} with ties by {}", area.ties);
    let more = [("subunit", area.subunit.clone()), ("language", area.language.clone())]
        .into_iter()
        .chain([("currency", area.currency.code().to_owned())])
        .chain(limits)
        .chain(threshold.map(|least| ("min_project_score_threshold", least.to_string())))
        .chain(rule.map(|rule| (COUNTING_RULE, rule.to_string())))
        .chain([(COUNTING_TIES, area.ties.to_string()), ("comment", comment)]);
    Header {
        description: area.description.clone(),
        // The format asks for one, and an organisation does not say in which country it lies.
        country: "unspecified".to_owned(),
        unit: area.unit.clone(),
        instance: area.instance.clone(),
        budget,
        exponent: area.currency.exponent(),
        vote_type,
        // Until it is known whether one of Pabulib's names means exactly this.
        rule: "unknown".to_owned(),
        date_begin: area.days.0.clone(),
        date_end: area.days.1.clone(),
        more: more.map(|(key, value)| (key.to_owned(), value)).collect(),
    }
}

/// Pabulib's names of rules that are exactly defined.
const NAMES: [&str; 6] =
    ["greedy", "greedy-threshold", "greedy-no-skip", "equalshares", "equalshares/add1", "equalshares/add1-comparison"];

/// Pabulib's name of the rule, where it has one that means exactly this count: the measure and the ties included.
fn pabulib_name(area: &AreaFile<'_>, election: &Election) -> Option<&'static str> {
    let counted = Some((area.rule.in_area(area.limit)?, area.ties.clone()));
    let with_threshold = election.threshold().is_some();
    // With a threshold the plain name means the same to us, but not to everybody.
    let names = NAMES.into_iter().filter(|name| !(*name == "greedy" && with_threshold));
    names.into_iter().find(|name| election.named_rule(name) == counted)
}

fn draft_project(area: &AreaFile<'_>, project: &Project, name: &str) -> DraftProject {
    DraftProject {
        id: project.external_id.clone(),
        cost: project.cost.map_or(0, Money::minor),
        name: name.to_owned(),
        category: String::new(),
        selected: Some(area.funded.contains(project.external_id.as_str())),
    }
}

fn draft_ballot(voter: u64, choices: &[Choice], channel: Option<Channel>) -> DraftBallot {
    let voting_method = match channel {
        Some(Channel::Paper) => "paper",
        Some(Channel::Account | Channel::LetterCode | Channel::Kiosk) => "internet",
        None => "",
    };
    DraftBallot { voter: voter.to_string(), choices: choices.to_vec(), voting_method: voting_method.to_owned() }
}

#[cfg(test)]
mod tests;
