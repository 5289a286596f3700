//! A section with named columns: PROJECTS or VOTES. It knows where its rows stand; the text stays in one piece.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::num::NonZero;

use super::cells::{Cell, Record, Records};
use super::fault::{FaultKind, Marks};
use super::meta::{NONE, texts};

/// Columns that Pabulib has called by more than one name.
const OTHER_NAMES: [&[&str]; 2] = [&["category", "categories"], &["beneficiaries", "target", "targets"]];

/// Columns in which the word `None` is no sign of absence.
const NAMES: [&str; 3] = ["project_id", "voter_id", "name"];

/// The columns, and where to find the rows in the text of the election, in which one follows the other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) columns: Vec<String>,
    rows: usize,
    /// Where every so many rows one begins.
    places: Vec<usize>,
    apart: NonZero<usize>,
    /// By row and column: the cells that have a quote in them, and so do not stand in the text as they are.
    unquoted: BTreeMap<(usize, usize), String>,
}

impl Table {
    /// A section without rows, which will know the place of one in so many rows, and read over the others.
    pub(super) const fn new(apart: NonZero<usize>) -> Self {
        Self { columns: Vec::new(), rows: 0, places: Vec::new(), apart, unquoted: BTreeMap::new() }
    }

    /// Takes the line of names, which must hold the needed ones.
    pub(super) fn header(&mut self, record: &Record<'_>, needed: &[&'static str], marks: &mut Marks) {
        self.columns = record.cells.iter().map(|cell| cell.text.clone().into_owned()).collect();
        let mut names = HashSet::with_capacity(record.cells.len());
        for cell in &record.cells {
            if !names.insert(cell.trimmed()) {
                marks.fault(cell.at, FaultKind::RepeatedColumn, cell.trimmed());
            }
        }
        for name in needed {
            if self.column(name).is_none() {
                marks.fault(record.at, FaultKind::MissingColumn(name), &texts(&record.cells));
            }
        }
    }

    /// Takes a row that stands at this place. `false` if it is ragged, and then nothing in it can be told apart.
    pub(super) fn take(&mut self, record: &Record<'_>, place: usize, marks: &mut Marks) -> bool {
        let fits = record.cells.len() == self.columns.len();
        if !fits {
            marks.fault(record.at, FaultKind::Ragged(self.columns.len()), &texts(&record.cells));
        }
        for (column, cell) in record.cells.iter().enumerate() {
            let doubled = matches!(cell.text, Cow::Owned(_)) || !record.regular && cell.text.contains('"');
            if doubled {
                self.unquoted.insert((self.rows, column), cell.text.clone().into_owned());
            }
        }
        if self.rows.is_multiple_of(self.apart.get()) {
            self.places.push(place);
        }
        self.rows = self.rows.saturating_add(1);
        fits
    }

    /// How many rows there are.
    pub(super) const fn len(&self) -> usize {
        self.rows
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.trim() == name)
    }

    /// The index of the column with this name, or else with another name for the same.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        let others = OTHER_NAMES.iter().find(|names| names.contains(&name)).copied().unwrap_or_default();
        self.named(name).or_else(|| others.iter().find_map(|other| self.named(other)))
    }

    /// The cell of a record under a column, if the section has it.
    pub(super) fn cell<'r, 'a>(&self, record: &'r Record<'a>, name: &str) -> Option<&'r Cell<'a>> {
        record.cells.get(self.column(name)?)
    }

    /// A cell as it stands.
    pub(super) fn given<'t>(&'t self, text: &'t str, row: usize, column: usize) -> Option<&'t str> {
        if let Some(value) = self.unquoted.get(&(row, column)) {
            return Some(value);
        }
        let place = self.places.get(row / self.apart).filter(|_| row < self.rows)?;
        let mut records = Records::new(text, *place);
        records.skip(row % self.apart);
        match records.nth(column)?.text {
            Cow::Borrowed(value) => Some(value),
            Cow::Owned(_) => None,
        }
    }

    /// A value without blanks around it; `None` for an empty one, the word `None` where that is no name, or a column
    /// that is not there.
    pub(super) fn value<'t>(&'t self, text: &'t str, row: usize, name: &str) -> Option<&'t str> {
        let column = self.column(name)?;
        let value = self.given(text, row, column)?;
        let may_be_called_none = NAMES.contains(&name);
        Some(value.trim()).filter(|value| !value.is_empty() && (may_be_called_none || *value != NONE))
    }
}
