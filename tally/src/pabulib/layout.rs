//! How the bytes of a file are laid out, and the writer that keeps to it.

use std::collections::BTreeSet;

use super::cells::write_record;
use super::election::Election;
use super::fault::Section;

/// The mark that some writers put in front of UTF-8.
pub(super) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// What is not said by the cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) byte_order_mark: bool,
    pub(super) line_ends: LineEnds,
    pub(super) ends_with_line_end: bool,
}

/// How lines end: all as the first one does, but for a few. Real files that were edited by hand mix both.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LineEnds {
    carriage_returns: bool,
    records: usize,
    others: BTreeSet<usize>,
}

impl LineEnds {
    /// Notes the end of the next record.
    pub(super) fn push(&mut self, carriage_return: bool) {
        if self.records == 0 {
            self.carriage_returns = carriage_return;
        } else if carriage_return != self.carriage_returns {
            self.others.insert(self.records);
        }
        self.records = self.records.saturating_add(1);
    }

    fn of(&self, record: usize) -> &'static str {
        if self.carriage_returns == self.others.contains(&record) { "\n" } else { "\r\n" }
    }
}

/// Writes an election: byte for byte the file that was read, if that was regular (titles in capitals, no blank lines,
/// quotes only where they are needed).
#[must_use]
pub fn write(election: &Election) -> String {
    let mut out = String::new();
    if election.layout.byte_order_mark {
        out.push_str(BYTE_ORDER_MARK);
    }
    let mut written = 0_usize;
    let mut line_end = "";
    for cells in records(election) {
        line_end = election.layout.line_ends.of(written);
        write_record(&mut out, cells.iter().map(AsRef::as_ref), line_end);
        written = written.saturating_add(1);
    }
    if !election.layout.ends_with_line_end {
        // The last line had no end, so what it would have been is not known.
        out.truncate(out.len().saturating_sub(line_end.len()));
    }
    out
}

/// All records of the file in order.
fn records(election: &Election) -> impl Iterator<Item = Vec<&str>> {
    let title = |section| match section {
        Section::Meta => vec!["META"],
        Section::Projects => vec!["PROJECTS"],
        Section::Votes => vec!["VOTES"],
    };
    let meta = election.meta.iter().map(|(key, value)| vec![key.as_str(), value.as_str()]);
    let tables = [(Section::Projects, &election.projects), (Section::Votes, &election.votes)];
    let tables = tables.into_iter().flat_map(move |(section, table)| {
        let rows = table.rows.iter().map(|row| texts(row));
        [title(section), texts(&table.columns)].into_iter().chain(rows)
    });
    [title(Section::Meta), vec!["key", "value"]].into_iter().chain(meta).chain(tables)
}

fn texts(row: &[String]) -> Vec<&str> {
    row.iter().map(String::as_str).collect()
}
