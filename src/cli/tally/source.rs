//! Where the ballots come from: a Pabulib file, a JSON document, or a table of projects and one of ballots.

use std::collections::BTreeSet;
use std::fmt;
use std::path::Path;

use allmende_tally::pabulib::{self, Election, Header};
use allmende_tally::tables::{read_constraints, read_csv, read_json};

use super::TallyArgs;
use super::error::TallyError;
use super::options::{self, declared_name};

/// The file to count, and what it is.
pub(super) struct Source {
    file: String,
    bytes: Vec<u8>,
    form: Form,
}

/// A way to write down an election.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Pabulib,
    Json,
    /// A table of projects; the options name the one of ballots.
    Table,
}

impl Form {
    /// The form that the ending of a name tells, if it tells one.
    pub(super) fn of_ending(path: &Path) -> Option<Self> {
        match path.extension()?.to_string_lossy().to_ascii_lowercase().as_str() {
            "pb" => Some(Self::Pabulib),
            "json" => Some(Self::Json),
            "csv" => Some(Self::Table),
            _ => None,
        }
    }
}

/// The keys of META that are counted, or that a table's own options say.
pub(super) const COUNTED_OR_ASKED: [&str; 4] = ["num_projects", "num_votes", "budget", "vote_type"];

impl Source {
    /// Opens the file that the arguments name. Its form is told by the ending, or else by how it begins.
    pub(super) fn open(args: &TallyArgs) -> Result<Self, TallyError> {
        if args.file.is_dir() {
            return Err(TallyError::Directory(args.file.display().to_string()));
        }
        let bytes = bytes(&args.file)?;
        let form = match Form::of_ending(&args.file) {
            Some(form) => form,
            None if begins_an_object(&bytes) => Form::Json,
            None if args.ballots.is_some() => Form::Table,
            None => Form::Pabulib,
        };
        Ok(Self { file: args.file.display().to_string(), bytes, form })
    }

    /// Whether it is a table, which has no place for a rule.
    pub(super) fn is_table(&self) -> bool {
        self.form == Form::Table
    }

    /// Whether the election came as a document or as tables, and nothing is said of a rule.
    pub(super) fn names_none(&self, election: &Election) -> bool {
        self.form != Form::Pabulib && is_none(declared_name(election))
    }

    /// Reads it, with what the options say about tables and conditions.
    pub(super) fn read(&self, args: &TallyArgs) -> Result<Election, TallyError> {
        let election = self.read_alone(args)?;
        let Some(path) = &args.constraints else { return Ok(election) };
        let file = path.display().to_string();
        let constraints = read_constraints(&bytes(path)?, &election).map_err(|list| faulty(&file, &list))?;
        election.with_constraints(constraints).map_err(|error| faulty(&file, &[error]))
    }

    fn read_alone(&self, args: &TallyArgs) -> Result<Election, TallyError> {
        if self.form != Form::Table {
            options::check_without_tables(args)?;
        }
        match self.form {
            Form::Table => self.tables(args),
            Form::Json => read_json(&self.bytes).map_err(|list| faulty(&self.file, &list)),
            Form::Pabulib => pabulib::read(&self.bytes).map_err(|list| faulty(&self.file, &list)),
        }
    }

    fn tables(&self, args: &TallyArgs) -> Result<Election, TallyError> {
        let (Some(ballots), Some(budget), Some(vote_type)) = (&args.ballots, &args.budget, args.vote_type) else {
            return Err(TallyError::TableAlone(self.file.clone()));
        };
        let mut header = Header::with_budget(vote_type, budget)
            .map_err(|expected| TallyError::Budget { found: budget.clone(), expected })?;
        let mut said = BTreeSet::new();
        for (key, value) in &args.meta {
            if !said.insert(key) {
                return Err(TallyError::RepeatedMeta(key.clone()));
            }
            header.set(key, value);
        }
        let both = format!("{} with {}", self.file, ballots.display());
        read_csv(&header, &self.bytes, &bytes(ballots)?).map_err(|list| faulty(&both, &list))
    }
}

/// Reads a Pabulib file.
pub(super) fn read_pabulib(path: &Path) -> Result<Election, TallyError> {
    pabulib::read(&bytes(path)?).map_err(|list| faulty(&path.display().to_string(), &list))
}

/// Whether the name of a rule says that there is none.
pub(super) fn is_none(rule: &str) -> bool {
    matches!(rule, "" | "unknown")
}

fn bytes(path: &Path) -> Result<Vec<u8>, TallyError> {
    std::fs::read(path).map_err(|source| TallyError::Unreadable { file: path.display().to_string(), source })
}

fn faulty(file: &str, list: &[impl fmt::Display]) -> TallyError {
    TallyError::Faulty { file: file.to_owned(), list: list.iter().map(ToString::to_string).collect() }
}

fn begins_an_object(bytes: &[u8]) -> bool {
    let text = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    text.trim_ascii_start().starts_with(b"{")
}
