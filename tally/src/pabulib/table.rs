//! A section with named columns: PROJECTS or VOTES.

use super::cells::{Cell, Record};
use super::fault::{FaultKind, Marks};
use super::meta::texts;

/// Columns and rows as they stand in the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Table {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Table {
    /// Takes the line of names, which must hold the needed ones.
    pub(super) fn header(&mut self, record: &Record<'_>, needed: &[&'static str], marks: &mut Marks) {
        self.columns = record.cells.iter().map(|cell| cell.text.clone().into_owned()).collect();
        for (index, cell) in record.cells.iter().enumerate() {
            if self.column(cell.trimmed()).is_some_and(|first| first < index) {
                marks.fault(cell.at, FaultKind::RepeatedColumn, cell.trimmed());
            }
        }
        for name in needed {
            if self.column(name).is_none() {
                marks.fault(record.at, FaultKind::MissingColumn(name), &texts(&record.cells));
            }
        }
    }

    /// Takes a row. `false` if it is ragged, and then nothing in it can be told apart.
    pub(super) fn take(&mut self, record: &Record<'_>, marks: &mut Marks) -> bool {
        let fits = record.cells.len() == self.columns.len();
        if !fits {
            marks.fault(record.at, FaultKind::Ragged(self.columns.len()), &texts(&record.cells));
        }
        self.rows.push(record.cells.iter().map(|cell| cell.text.clone().into_owned()).collect());
        fits
    }

    /// The index of the column with this name.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.trim() == name)
    }

    /// The cell of a record under a column, if the section has it.
    pub(super) fn cell<'r, 'a>(&self, record: &'r Record<'a>, name: &str) -> Option<&'r Cell<'a>> {
        record.cells.get(self.column(name)?)
    }

    /// A value without blanks around it; `None` for an empty one or a column that is not there.
    pub(super) fn value(&self, row: usize, name: &str) -> Option<&str> {
        let column = self.column(name)?;
        self.rows.get(row)?.get(column).map(|text| text.trim()).filter(|text| !text.is_empty())
    }
}
