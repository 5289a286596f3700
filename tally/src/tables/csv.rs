//! Two tables of comma- or semicolon-separated values: projects and ballots.

use std::fmt;

use thiserror::Error;

use crate::pabulib::cells::{Separator, write_separated};
use crate::pabulib::parts::{Part, Place, Spot, elect};
use crate::pabulib::{Election, Fault, Header, Position, Section};

/// The two tables of an election as text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Csv {
    /// One row for each project.
    pub projects: String,
    /// One row for each ballot.
    pub votes: String,
}

/// Which part of the input is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Table {
    /// What was given beside the tables.
    Header,
    /// The projects.
    Projects,
    /// The ballots.
    Votes,
}

impl Table {
    const fn of(section: Section) -> Self {
        match section {
            Section::Meta => Self::Header,
            Section::Projects => Self::Projects,
            Section::Votes => Self::Votes,
        }
    }

    const fn as_str(self) -> &'static str {
        match self {
            Self::Header => "header",
            Self::Projects => "projects",
            Self::Votes => "votes",
        }
    }
}

impl fmt::Display for Table {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// Something that makes a table unusable.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{table}, {fault}")]
pub struct TableFault {
    /// The table.
    pub table: Table,
    /// What is wrong, with its line and column in that table.
    pub fault: Fault,
}

/// Reads a table of projects and a table of ballots, in UTF-8.
///
/// The first line of each names the columns. Projects need `id` and `cost`, and may have `name`, `category` and others;
/// ballots need `voter` and `vote`, and `points` where points are given. (`project_id` and `voter_id` are read too.)
/// `vote` and `points` are lists with commas between, so in a table with commas they stand in quotes. Whether commas or
/// semicolons separate the cells is seen in the first line of each table. All columns are kept.
/// Amounts are in major units, with a point before decimals.
///
/// ```
/// use allmende_tally::pabulib::{Header, VoteType};
/// use allmende_tally::tables::read_csv;
///
/// let projects = "id,cost,name\n1,600,Playground\n2,250.50,\"Trees, benches\"\n";
/// let votes = "voter;vote;points\nann;1,2;3,2\nbob;2;5\n";
/// let header = Header::new(VoteType::Cumulative, 80_000, 2);
///
/// let election = read_csv(&header, projects.as_bytes(), votes.as_bytes()).unwrap();
/// assert_eq!(election.instance().projects()[1].cost, Some(2_505), "one decimal is all that these amounts need");
/// assert_eq!(election.project_value(1, "name"), Some("Trees, benches"));
/// assert_eq!(election.profile().voters(), 2);
///
/// let faults = read_csv(&header, projects.as_bytes(), votes.replace("bob;2", "bob;3").as_bytes()).unwrap_err();
/// let message = r#"votes, line 3, column 5: found "3"; expected the id of a project that PROJECTS lists"#;
/// assert_eq!(faults[0].to_string(), message);
/// ```
///
/// # Errors
/// Every fault found, in the order of header, projects and ballots.
pub fn read_csv(header: &Header, projects: &[u8], votes: &[u8]) -> Result<Election, Vec<TableFault>> {
    let in_table = |table| {
        move |faults: Vec<Fault>| faults.into_iter().map(|fault| TableFault { table, fault }).collect::<Vec<_>>()
    };
    let projects = Part::new(projects).map_err(in_table(Table::Projects))?;
    let votes = Part::new(votes).map_err(in_table(Table::Votes))?;
    let position = |Spot { section, line, column, .. }: Spot| {
        let table = Table::of(section).as_str();
        Position::Table { table, line, column }
    };
    let fault = |place: Place| TableFault { table: Table::of(place.spot.section), fault: place.fault };
    elect(header, projects, votes, position).map_err(|places| places.into_iter().map(fault).collect())
}

/// Writes the projects and the ballots of an election as tables with commas, all columns in their order.
///
/// ```
/// use allmende_tally::pabulib::{Header, VoteType};
/// use allmende_tally::tables::{read_csv, write_csv};
///
/// let header = Header::new(VoteType::Approval, 800, 0);
/// let election = read_csv(&header, b"id;cost\n1;600\n2;250\n", b"voter;vote\nann;1,2\nbob;2\n").unwrap();
/// let csv = write_csv(&election);
/// assert_eq!(csv.projects, "project_id,cost\n1,600\n2,250\n");
/// assert_eq!(csv.votes, "voter_id,vote\nann,\"1,2\"\nbob,2\n");
/// assert_eq!(read_csv(&header, csv.projects.as_bytes(), csv.votes.as_bytes()).unwrap(), election);
/// ```
#[must_use]
pub fn write_csv(election: &Election) -> Csv {
    let table = |columns: &[String], rows: usize, value: &dyn Fn(usize, usize) -> String| {
        let mut out = String::new();
        write_separated(&mut out, columns.iter().map(|name| name.trim()), "\n", Separator::Comma);
        for row in 0..rows {
            let cells: Vec<String> = (0..columns.len()).map(|column| value(row, column)).collect();
            write_separated(&mut out, cells.iter().map(String::as_str), "\n", Separator::Comma);
        }
        out
    };
    let (projects, votes) = (election.project_columns(), election.vote_columns());
    let ballots = election.profile().ballots().len();
    Csv {
        projects: table(projects, election.instance().projects().len(), &|row, column| {
            election.project_cell(row, column).unwrap_or_default().to_owned()
        }),
        votes: table(votes, ballots, &|row, column| election.vote_cell(row, column).unwrap_or_default().to_owned()),
    }
}
