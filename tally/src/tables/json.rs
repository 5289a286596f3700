//! One JSON document with everything: header, projects and ballots.

use std::collections::{BTreeMap, BTreeSet};

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::ballot::{Ballot, Choice};
use crate::instance::Project;
use crate::pabulib::cells::{Records, write_record};
use crate::pabulib::parts::{Part, Place, Spot, elect, minor_units};
use crate::pabulib::{BYTE_ORDER_MARK, Election, FaultKind, Header, NONE, Position, Section, VoteType};

/// Something that makes a document unusable.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum JsonFault {
    /// It is no JSON, or not of the right shape.
    #[error("line {line}, column {column}: {problem}")]
    Shape {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1.
        column: usize,
        /// What is wrong, and what was expected.
        problem: String,
    },
    /// A value does not fit the others.
    #[error("{path}: found {found:?}; expected {kind}")]
    Value {
        /// Where, such as `votes[2]`, counted from 0.
        path: String,
        /// What was found, shortened.
        found: String,
        /// What is wrong; its text says what was expected.
        kind: FaultKind,
    },
}

/// The document. Further texts of a project or a ballot are kept as columns.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    vote_type: VoteType,
    budget: Money,
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    meta: BTreeMap<String, String>,
    projects: Vec<ProjectRow>,
    votes: Vec<VoteRow>,
}

#[derive(Debug, Serialize, Deserialize)]
struct ProjectRow {
    id: String,
    cost: Money,
    #[serde(flatten)]
    more: BTreeMap<String, String>,
}

#[derive(Debug, Serialize, Deserialize)]
struct VoteRow {
    voter: String,
    vote: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    points: Option<Vec<i64>>,
    #[serde(flatten)]
    more: BTreeMap<String, String>,
}

/// An amount in major units: a whole number, or text where it has decimals. (A JSON number with decimals is refused, as
/// it would not be exact.)
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(untagged, expecting = "an amount as a whole number, or as text such as \"12.50\"")]
pub(super) enum Money {
    Whole(u64),
    Text(String),
}

impl Money {
    pub(super) fn text(&self) -> String {
        match self {
            Self::Whole(whole) => whole.to_string(),
            Self::Text(text) => text.clone(),
        }
    }

    fn new(text: &str) -> Self {
        // "007" stays text, so that it comes back as it was.
        let whole = text.parse().ok().filter(|whole: &u64| whole.to_string() == text);
        whole.map_or_else(|| Self::Text(text.to_owned()), Self::Whole)
    }
}

/// Reads one JSON document.
///
/// It is an object with
/// * `vote_type`: `approval`, `choose-1`, `ordinal`, `cumulative` or `scoring`;
/// * `budget`: the amount in major units, a whole number or text such as `"12.50"`;
/// * `meta` (may be left out): an object of texts, further keys of META such as `max_length` or `description`;
/// * `projects`: a list of objects with the texts `id` and `cost` (an amount as above), and further texts such as
///   `name`;
/// * `votes`: a list of objects with the text `voter`, the list `vote` of ids (for `ordinal` in order of preference),
///   for `cumulative` and `scoring` the list `points` of whole numbers in the same order, and further texts.
///
/// ```
/// use allmende_tally::tables::{read_json, write_json};
///
/// let document = r#"{
///     "vote_type": "cumulative",
///     "budget": 800,
///     "meta": { "max_sum_points": "5" },
///     "projects": [
///         { "id": "1", "cost": 600, "name": "Playground" },
///         { "id": "2", "cost": "250.50", "name": "Trees" }
///     ],
///     "votes": [
///         { "voter": "ann", "vote": ["1", "2"], "points": [3, 2] },
///         { "voter": "bob", "vote": ["2"], "points": [5], "voting_method": "paper" }
///     ]
/// }"#;
/// let election = read_json(document.as_bytes()).unwrap();
/// assert_eq!(election.instance().budget(), 8_000, "one decimal is needed");
/// assert_eq!(election.vote_value(1, "voting_method"), Some("paper"));
/// assert_eq!(write_json(&read_json(write_json(&election).as_bytes()).unwrap()), write_json(&election));
///
/// let faults = read_json(document.replace(r#"["2"]"#, r#"["3"]"#).as_bytes()).unwrap_err();
/// let message = r#"votes[1].vote: found "3"; expected the id of a project that PROJECTS lists"#;
/// assert_eq!(faults[0].to_string(), message);
/// ```
///
/// # Errors
/// The first thing that is no JSON or of another shape, with line and column; else every value that does not fit, with
/// its path.
pub fn read_json(bytes: &[u8]) -> Result<Election, Vec<JsonFault>> {
    let document: Document = document(bytes)?;
    let header = header(&document)?;
    misread(&document)?;
    let columns = names(document.projects.iter().map(|row| &row.more));
    let rows = document.projects.iter().map(|row| {
        let more = columns.iter().map(|name| row.more.get(*name).cloned().unwrap_or_default());
        [row.id.clone(), row.cost.text()].into_iter().chain(more).collect()
    });
    let projects = Rows::new(["project_id", "cost"].iter().chain(&columns), rows);

    let columns = names(document.votes.iter().map(|row| &row.more));
    let with_points = document.votes.iter().any(|row| row.points.is_some())
        || matches!(document.vote_type, VoteType::Cumulative | VoteType::Scoring);
    let rows = document.votes.iter().map(|row| {
        let points = row.points.iter().flatten().map(i64::to_string).collect::<Vec<_>>().join(",");
        let more = columns.iter().map(|name| row.more.get(*name).cloned().unwrap_or_default());
        let known = [row.voter.clone(), row.vote.join(",")].into_iter().chain(with_points.then_some(points));
        known.chain(more).collect()
    });
    let points: &[&str] = if with_points { &["points"] } else { &[] };
    let votes = Rows::new(["voter_id", "vote"].iter().chain(points).chain(&columns), rows);

    let path = |spot: Spot| match spot.section {
        Section::Meta => "meta".to_owned(),
        Section::Projects => projects.path("projects", spot.at),
        Section::Votes => votes.path("votes", spot.at),
    };
    let position = |spot| Position::Path(path(spot));
    elect(&header, Part::rows_of(&projects.text), Part::rows_of(&votes.text), position).map_err(|places| {
        let value = |place: Place| JsonFault::Value {
            path: path(place.spot),
            found: place.fault.found,
            kind: place.fault.kind,
        };
        places.into_iter().map(value).collect()
    })
}

/// Reads a document, perhaps with a byte order mark.
pub(super) fn document<D: DeserializeOwned>(bytes: &[u8]) -> Result<D, Vec<JsonFault>> {
    let bytes = bytes.strip_prefix(BYTE_ORDER_MARK.as_bytes()).unwrap_or(bytes);
    serde_json::from_slice(bytes).map_err(|error| vec![shape(&error)])
}

/// Refuses what would be another list once it stands in a cell: ids with a comma, and an empty word or `None` alone.
fn misread(document: &Document) -> Result<(), Vec<JsonFault>> {
    let fault = |path: String, found: &str, kind: FaultKind| JsonFault::Value { path, found: found.to_owned(), kind };
    let with_comma = document.projects.iter().enumerate().filter(|(_, row)| row.id.contains(','));
    let mut faults: Vec<JsonFault> = with_comma
        .map(|(row, project)| fault(format!("projects[{row}].id"), &project.id, FaultKind::CommaInId))
        .collect();
    let called_none = document.projects.iter().any(|project| project.id.trim() == NONE);
    for (row, vote) in document.votes.iter().enumerate() {
        let alone = vote.vote.len() == 1;
        let vanishes = |id: &str| alone && (id.is_empty() || id == NONE && !called_none);
        let wrong = vote.vote.iter().filter(|id| id.contains(',') || vanishes(id.trim()));
        faults.extend(wrong.map(|id| fault(format!("votes[{row}].vote"), id, FaultKind::UnknownProject)));
    }
    if faults.is_empty() { Ok(()) } else { Err(faults) }
}

fn shape(error: &serde_json::Error) -> JsonFault {
    let problem = error.to_string();
    let problem = problem.split(" at line ").next().unwrap_or_default().to_owned();
    JsonFault::Shape { line: error.line(), column: error.column(), problem }
}

fn header(document: &Document) -> Result<Header, Vec<JsonFault>> {
    let found = document.budget.text();
    let (budget, exponent) = match minor_units(&found) {
        Ok(amount) => amount,
        Err(kind) => return Err(vec![JsonFault::Value { path: "budget".to_owned(), found, kind }]),
    };
    let mut header = Header::new(document.vote_type, budget, exponent);
    for (key, value) in &document.meta {
        header.set(key, value);
    }
    Ok(header)
}

/// All names of further texts, in alphabetical order.
fn names<'d>(rows: impl Iterator<Item = &'d BTreeMap<String, String>>) -> Vec<&'d str> {
    let names: BTreeSet<&str> = rows.flat_map(BTreeMap::keys).map(String::as_str).collect();
    names.into_iter().collect()
}

/// A list of the document as a table, to be read as one.
struct Rows {
    text: String,
    /// Where each row begins, the line of names first.
    starts: Vec<usize>,
    columns: Vec<String>,
}

impl Rows {
    fn new<'n>(columns: impl Iterator<Item = &'n &'n str>, rows: impl Iterator<Item = Vec<String>>) -> Self {
        let columns: Vec<String> = columns.map(|name| (*name).to_owned()).collect();
        let mut table = Self { text: String::new(), starts: Vec::new(), columns: columns.clone() };
        for row in std::iter::once(columns).chain(rows) {
            table.starts.push(table.text.len());
            write_record(&mut table.text, row.iter().map(String::as_str), "\n");
        }
        table
    }

    /// The path to what stands at a byte of the table.
    fn path(&self, list: &str, at: usize) -> String {
        let before = self.starts.partition_point(|start| *start <= at);
        let (Some(row), Some(start)) = (before.checked_sub(2), self.starts.get(before.saturating_sub(1))) else {
            return list.to_owned();
        };
        let begins = |column: usize| Records::new(&self.text, *start).nth(column).is_some_and(|cell| cell.at <= at);
        let name = self.columns.iter().enumerate().take_while(|(column, _)| begins(*column)).last();
        match name.map_or("", |(_, name)| name.as_str()) {
            "project_id" => format!("{list}[{row}].id"),
            "voter_id" => format!("{list}[{row}].voter"),
            name => format!("{list}[{row}].{name}"),
        }
    }
}

/// Writes an election as one JSON document, in the shape that [`read_json()`] describes. Values that are empty are left
/// out, and so are the numbers of projects and votes.
#[must_use]
pub fn write_json(election: &Election) -> String {
    let counted = ["num_projects", "num_votes", "budget", "vote_type"];
    let keys = election.meta().iter().map(|(key, _)| key.trim()).filter(|key| !counted.contains(key));
    let meta = keys.filter_map(|key| Some((key.to_owned(), election.meta_value(key)?.to_owned()))).collect();
    let document = Document {
        vote_type: election.vote_type(),
        budget: Money::new(election.meta_value("budget").unwrap_or_default()),
        meta,
        projects: projects(election),
        votes: votes(election),
    };
    serde_json::to_string_pretty(&document).unwrap_or_default()
}

fn projects(election: &Election) -> Vec<ProjectRow> {
    let row = |(index, project): (usize, &Project)| ProjectRow {
        id: project.id.clone(),
        cost: Money::new(election.project_value(index, "cost").unwrap_or_default()),
        more: further(election.project_columns(), &["project_id", "cost"], |name| election.project_value(index, name)),
    };
    election.instance().projects().iter().enumerate().map(row).collect()
}

fn votes(election: &Election) -> Vec<VoteRow> {
    let known = ["voter_id", "vote", "points"];
    let with_points = matches!(election.vote_type(), VoteType::Cumulative | VoteType::Scoring);
    let id = |choice: &Choice| election.instance().projects().get(choice.project).map(|found| found.id.clone());
    let row = |(index, ballot): (usize, Ballot<'_>)| {
        let mut choices = ballot.to_vec();
        if election.vote_type() == VoteType::Ordinal {
            choices.sort_by_key(|choice| choice.value);
        }
        VoteRow {
            voter: election.vote_value(index, "voter_id").unwrap_or_default().to_owned(),
            vote: choices.iter().filter_map(id).collect(),
            points: with_points.then(|| choices.iter().map(|choice| choice.value).collect()),
            more: further(election.vote_columns(), &known, |name| election.vote_value(index, name)),
        }
    };
    election.profile().ballots().enumerate().map(row).collect()
}

/// The values of the columns that the document has no field for.
fn further<'e>(
    columns: &[String],
    known: &[&str],
    value: impl Fn(&str) -> Option<&'e str>,
) -> BTreeMap<String, String> {
    let names = columns.iter().map(|name| name.trim()).filter(|name| !known.contains(name));
    names.filter_map(|name| Some((name.to_owned(), value(name)?.to_owned()))).collect()
}
