//! What is wrong with a file, or merely odd about it, and where.

use std::fmt;

use thiserror::Error;

use crate::profile::ProfileError;

/// Something that makes a file unusable.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("line {line}, column {column}: found {found:?}; expected {kind}")]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// What was found, shortened.
    pub found: String,
    /// What is wrong; its text says what was expected.
    pub kind: FaultKind,
}

/// The three parts of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Section {
    /// Keys and values about the whole election.
    Meta,
    /// One row for each project.
    Projects,
    /// One row for each ballot.
    Votes,
}

impl fmt::Display for Section {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Meta => "META",
            Self::Projects => "PROJECTS",
            Self::Votes => "VOTES",
        })
    }
}

/// Kinds of faults, each with what was expected.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum FaultKind {
    /// A byte that belongs to no character.
    #[error("text in UTF-8")]
    NotUtf8,
    /// The title of a section is missing here.
    #[error("the section title {0} on a line of its own")]
    MissingTitle(Section),
    /// A section has come already.
    #[error("each section once, in the order META, PROJECTS, VOTES")]
    MisplacedTitle,
    /// A section without the line that names its columns.
    #[error("a line with the names of the columns of {0}")]
    MissingHeader(Section),
    /// META's columns are not `key;value`.
    #[error("the columns key;value")]
    MetaHeader,
    /// A key that every file needs.
    #[error("the key {0} in META")]
    MissingKey(&'static str),
    /// A row of META without a key.
    #[error("a key that is not empty")]
    EmptyKey,
    /// A key is there twice.
    #[error("each key of META only once")]
    RepeatedKey,
    /// A column that is needed.
    #[error("a column named {0}")]
    MissingColumn(&'static str),
    /// A column's name is there twice.
    #[error("each column only once")]
    RepeatedColumn,
    /// A row with too few or too many cells.
    #[error("{0} cells, as many as the section has columns")]
    Ragged(usize),
    /// A quote that is not closed up to the end of the file.
    #[error("a closing quote for the one that opens here")]
    UnclosedQuote,
    /// Something between a closing quote and the end of the cell.
    #[error("a semicolon or the end of the line after the closing quote")]
    TextAfterQuote,
    /// Not an amount of money.
    #[error("an amount such as 1200 or 1200.50, with a point and without signs or groups")]
    NotAmount,
    /// An amount below zero.
    #[error("an amount of zero or more")]
    NegativeAmount,
    /// More decimals than a currency can have.
    #[error("an amount with at most 6 decimals")]
    TooManyDecimals,
    /// The amount, or all together, pass 64 bits in minor units.
    #[error("amounts that together fit 64 bits in minor units")]
    AmountTooLarge,
    /// Not a whole number of zero or more.
    #[error("a whole number")]
    NotWholeNumber,
    /// A limit or a default score that no ballot could have.
    #[error("a whole number from -1000000000 to 1000000000")]
    NumberTooLarge,
    /// Not a number.
    #[error("a number")]
    NotNumber,
    /// `num_projects` or `num_votes` is not what the file has.
    #[error("{0}, the number of rows in the section")]
    CountDisagrees(usize),
    /// A row without an id.
    #[error("an id that is not empty")]
    EmptyId,
    /// A comma, which would part the id in the list of a vote.
    #[error("a project id without a comma, which lists of projects have between ids")]
    CommaInId,
    /// A project's id has been used.
    #[error("a project id that no row before has")]
    DoubledProject,
    /// A voter's id has been used.
    #[error("a voter id that no row before has")]
    DoubledVoter,
    /// A ballot lists something that is not in PROJECTS.
    #[error("the id of a project that PROJECTS lists")]
    UnknownProject,
    /// Past what one count can hold.
    #[error("at most 4294967295 ballots, with as many choices together")]
    TooManyBallots,
    /// A ballot that was read without a fault and yet is none.
    #[error("a ballot that can be counted ({0})")]
    Uncountable(ProfileError),
    /// A vote type that is not one of the five.
    #[error("a vote type: approval, choose-1, ordinal, cumulative or scoring")]
    UnknownVoteType,
    /// As many points as projects are needed.
    #[error("{0} numbers of points, one for each project of the vote")]
    PointsCount(usize),
    /// Not a number of points.
    #[error("points: a whole number up to 1000000000")]
    NotPoints,
    /// Points below zero where they are shared out.
    #[error("points of zero or more")]
    NegativePoints,
    /// More decimals than the election's own amounts have.
    #[error("an amount with at most {0} decimals, as the budget and the costs have")]
    FinerAmount(u8),
    /// A ceiling for a category in which no project is.
    #[error("a category that a project has")]
    UnknownCategory,
    /// A ceiling for nothing, or in two ways.
    #[error("either projects, a list of ids, or a category")]
    ProjectsOrCategory,
    /// A decision without the reason for it.
    #[error("a reason to be published")]
    EmptyReason,
}

/// Where something stands in what somebody gave to be read. Lines and columns count from 1, columns in characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Position {
    /// In a `.pb` file.
    Line {
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// In one of several tables.
    Table {
        /// What the table is called.
        table: &'static str,
        /// The line.
        line: usize,
        /// The column.
        column: usize,
    },
    /// In a JSON document, such as `votes[2].vote`, counted from 0.
    Path(String),
}

impl fmt::Display for Position {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line { line, column } => write!(out, "line {line}, column {column}"),
            Self::Table { table, line, column } => write!(out, "{table}, line {line}, column {column}"),
            Self::Path(path) => out.write_str(path),
        }
    }
}

/// Something odd that has a documented reading.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{position}: {found:?}: {kind}")]
pub struct Notice {
    /// Where, in what was read.
    pub position: Position,
    /// What was found, shortened.
    pub found: String,
    /// What is odd, and how it is read.
    pub kind: NoticeKind,
}

/// Kinds of oddities, each with how it is read.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum NoticeKind {
    /// An empty line.
    #[error("a blank line, which is skipped")]
    BlankLine,
    /// A quote inside a cell that does not begin with one.
    #[error("a quote within a cell without quotes, taken as it is")]
    StrayQuote,
    /// A title in small letters or with blanks or cells around it.
    #[error("a section title in an unusual form")]
    UnusualTitle,
    /// A project twice on one ballot.
    #[error("a project twice on one ballot: a tick counts once, of points the later ones, of places the first")]
    RepeatedProject,
    /// Blanks inside a list.
    #[error("blanks in a list, which are ignored")]
    BlankInList,
    /// The word `None`.
    #[error("the word None, taken as an empty cell")]
    NoneWord,
    /// Fewer projects than `min_length`.
    #[error("fewer projects than the {0} that META asks for; counted all the same")]
    TooShort(i64),
    /// More projects than `max_length`.
    #[error("more projects than the {0} that META allows; counted all the same")]
    TooLong(i64),
    /// Points for one project outside of what META allows.
    #[error("points for one project outside of what META allows; counted all the same")]
    PointsRange,
    /// A sum of points outside of what META allows.
    #[error("a sum of points ({0}) outside of what META allows; counted all the same")]
    PointsSum(i64),
    /// A sum of costs outside of what META allows.
    #[error("projects that together cost less or more than META allows; counted all the same")]
    CostSum,
    /// Cumulative ballots without `max_sum_points`.
    #[error("cumulative ballots, but META does not say max_sum_points")]
    NoMaxSumPoints,
    /// A `selected` cell with another word than the format knows.
    #[error("a mark that is none of 0, 1, 2 and 3, taken as not selected")]
    UnknownMark,
    /// A `votes` or `score` cell that is not what the ballots give.
    #[error("the ballots give {0}; the cell is kept and not used")]
    TallyDisagrees(i64),
}

/// Collects faults and notices by their place in the text.
#[derive(Debug, Default)]
pub(super) struct Marks {
    faults: Vec<(usize, FaultKind, String)>,
    notices: Vec<(usize, NoticeKind, String)>,
}

impl Marks {
    pub(super) fn fault(&mut self, at: usize, kind: FaultKind, found: &str) {
        self.faults.push((at, kind, shortened(found)));
    }

    pub(super) fn notice(&mut self, at: usize, kind: NoticeKind, found: &str) {
        self.notices.push((at, kind, shortened(found)));
    }

    pub(super) const fn is_faulty(&self) -> bool {
        !self.faults.is_empty()
    }

    /// How many faults there are so far.
    pub(super) const fn faults(&self) -> usize {
        self.faults.len()
    }

    /// Where each fault and each notice is, in the order of the text.
    pub(super) fn places(&self) -> (Vec<usize>, Vec<usize>) {
        let mut faults: Vec<usize> = self.faults.iter().map(|(at, _, _)| *at).collect();
        let mut notices: Vec<usize> = self.notices.iter().map(|(at, _, _)| *at).collect();
        faults.sort_unstable();
        notices.sort_unstable();
        (faults, notices)
    }

    /// Everything in the order of the text, with lines and columns.
    pub(super) fn placed(mut self, text: &str) -> (Vec<Fault>, Vec<Notice>) {
        self.faults.sort_by_key(|(at, _, _)| *at);
        self.notices.sort_by_key(|(at, _, _)| *at);
        let mut place = Place::new(text);
        let faults = self.faults.into_iter().map(|(at, kind, found)| {
            let (line, column) = place.of(at);
            Fault { line, column, found, kind }
        });
        let faults = faults.collect();
        let mut place = Place::new(text);
        let notices = self.notices.into_iter().map(|(at, kind, found)| {
            let (line, column) = place.of(at);
            Notice { position: Position::Line { line, column }, found, kind }
        });
        (faults, notices.collect())
    }
}

/// Enough to recognise what was found.
fn shortened(found: &str) -> String {
    const MOST: usize = 60;
    let mut short: String = found.chars().take(MOST).collect();
    if short.len() < found.len() {
        short.push('…');
    }
    short
}

/// Turns rising byte positions into lines and columns, in one sweep.
struct Place<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    column: usize,
}

impl<'a> Place<'a> {
    const fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1, column: 1 }
    }

    fn of(&mut self, at: usize) -> (usize, usize) {
        let passed = self.text.get(self.at..at).unwrap_or_default();
        self.line = self.line.saturating_add(passed.matches('\n').count());
        let on_this_line = match passed.rsplit_once('\n') {
            Some((_, after)) => {
                self.column = 1;
                after
            }
            None => passed,
        };
        self.column = self.column.saturating_add(on_this_line.chars().count());
        self.at = at.max(self.at);
        (self.line, self.column)
    }
}
