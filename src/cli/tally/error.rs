//! Why nothing was counted.

use std::io;

use allmende_tally::CountError;
use allmende_tally::pabulib::FaultKind;
use thiserror::Error;

use crate::locale::CatalogueError;

/// Why nothing was counted. Its text tells the reader what to change.
#[derive(Debug, Error)]
pub(super) enum TallyError {
    #[error("cannot read {file}: {source}")]
    Unreadable { file: String, source: io::Error },
    #[error("{file} has {} that must be mended first:\n{}", faults(.list.len()), lines(.list))]
    Faulty { file: String, list: Vec<String> },
    #[error("{0} is a directory; to check all .pb files in it, add --declared")]
    Directory(String),
    #[error("there is no .pb file in {0}")]
    NoFiles(String),
    #[error("the file names the rule {0:?}, which is not exactly defined; choose one with --rule")]
    NoDeclaredRule(String),
    #[error("the file names no rule; choose one with --rule, such as --rule equal-shares")]
    NoRule,
    #[error(
        "{0} is a table of projects; say also what belongs to it: --ballots FILE, --budget AMOUNT and --vote-type TYPE"
    )]
    TableAlone(String),
    #[error("--budget {found:?}; expected {expected}")]
    Budget { found: String, expected: FaultKind },
    #[error("--meta {0} is given twice")]
    RepeatedMeta(String),
    #[error("{0} exists already and was left as it is; choose another name, or remove it first")]
    Exists(String),
    #[error("cannot write {file}: {source}")]
    Unwritable { file: String, source: io::Error },
    #[error("{0} does not say in which form to write; let it end in .pb, .json or .csv")]
    UnknownEnding(String),
    #[error("--write with a table of projects (.csv) needs --write-ballots FILE, for the ballots")]
    NoBallotsToWrite,
    #[error("{option} belongs to {place}")]
    Misplaced { option: &'static str, place: &'static str },
    #[error("--rule top needs --seats, the number of projects to choose")]
    NoSeats,
    #[error(transparent)]
    Count(#[from] CountError),
    #[error(transparent)]
    Messages(#[from] CatalogueError),
    #[error("cannot write: {0}")]
    Output(#[from] io::Error),
}

pub(super) fn faults(count: usize) -> String {
    if count == 1 { "1 fault".to_owned() } else { format!("{count} faults") }
}

fn lines(list: &[String]) -> String {
    list.iter().map(|fault| format!("  {fault}")).collect::<Vec<_>>().join("\n")
}
