//! How a file is laid out: the text that is kept of it, brought into the regular form, and the writer.

use super::cells::{Record, write_record};
use super::election::Election;

/// The mark that some writers put in front of UTF-8.
pub(crate) const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Keeps the text that was read, in regular form. As long as everything is regular, nothing is copied.
#[derive(Debug, Default)]
pub(super) struct Kept {
    copied: Option<String>,
}

impl Kept {
    /// Where the record stands in the kept text, which must not have it yet.
    pub(super) fn place(&self, record: &Record<'_>) -> usize {
        self.copied.as_ref().map_or(record.at, String::len)
    }

    /// Keeps a record, with quotes only where they are needed.
    pub(super) fn record(&mut self, text: &str, record: &Record<'_>) {
        if !record.regular {
            let cells = record.cells.iter().map(|cell| cell.text.as_ref());
            return write_record(self.copy(text, record), cells, record.line_end);
        }
        if let Some(copied) = &mut self.copied {
            copied.push_str(text.get(record.at..record.end).unwrap_or_default());
        }
    }

    /// Keeps a line with these cells in the place of the record.
    pub(super) fn instead<'t>(&mut self, text: &str, record: &Record<'_>, cells: impl IntoIterator<Item = &'t str>) {
        write_record(self.copy(text, record), cells, record.line_end);
    }

    /// Leaves the record out.
    pub(super) fn drop(&mut self, text: &str, record: &Record<'_>) {
        self.copy(text, record);
    }

    /// The copy to write to from this record on.
    fn copy(&mut self, text: &str, record: &Record<'_>) -> &mut String {
        self.copied.get_or_insert_with(|| {
            let mut copied = String::with_capacity(text.len());
            copied.push_str(text.get(..record.at).unwrap_or_default());
            copied
        })
    }

    /// The whole kept text.
    pub(super) fn text<'t>(&'t self, text: &'t str) -> &'t str {
        self.copied.as_deref().unwrap_or(text)
    }

    /// The whole kept text, if it is not the one that was read.
    pub(super) fn into_copied(self) -> Option<String> {
        self.copied
    }
}

/// Writes an election: byte for byte the file that was read, if that was regular.
///
/// Otherwise it is brought into the regular form: titles in capitals and alone on their line, no blank lines, and quotes
/// around a cell only where it holds a semicolon, a quote or a line break. Everything else stays as it was, line ends
/// and a byte order mark too.
#[must_use]
pub fn write(election: &Election) -> String {
    let mark = if election.byte_order_mark { BYTE_ORDER_MARK } else { "" };
    [mark, &election.text].concat()
}
