//! Text into records of cells: semicolons between, quotes around, doubled quotes within.

use std::borrow::Cow;

use super::fault::{FaultKind, Marks, NoticeKind};

/// One cell and where its text begins in the file.
#[derive(Debug, Clone)]
pub(super) struct Cell<'a> {
    pub(super) text: Cow<'a, str>,
    pub(super) at: usize,
}

impl Cell<'_> {
    /// The text without blanks around it, which no reader of the format heeds.
    pub(super) fn trimmed(&self) -> &str {
        self.text.trim()
    }
}

/// The cells of one line; of several, if a quoted cell has line breaks.
#[derive(Debug)]
pub(super) struct Record<'a> {
    pub(super) cells: Vec<Cell<'a>>,
    pub(super) at: usize,
    /// Whether a carriage return is part of the line's end.
    pub(super) carriage_return: bool,
}

impl Record<'_> {
    /// A line with nothing on it.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.cells.as_slice(), [only] if only.trimmed().is_empty())
    }
}

/// Hands out record after record.
#[derive(Debug)]
pub(super) struct Records<'a> {
    text: &'a str,
    at: usize,
    /// Set when a quote was never closed: what follows cannot be told apart.
    pub(super) broken: bool,
}

/// What ended a cell.
enum End {
    Cell,
    Record { carriage_return: bool },
}

impl<'a> Records<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0, broken: false }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// The next record, or `None` at the end of the file.
    pub(super) fn next(&mut self, marks: &mut Marks) -> Option<Record<'a>> {
        if self.rest().is_empty() {
            return None;
        }
        let at = self.at;
        let mut cells = Vec::new();
        loop {
            let (cell, end) = if self.rest().starts_with('"') { self.quoted(marks) } else { self.plain(marks) };
            cells.push(cell);
            match end {
                End::Cell => {}
                End::Record { carriage_return } => return Some(Record { cells, at, carriage_return }),
            }
        }
    }

    /// A cell without quotes around it.
    fn plain(&mut self, marks: &mut Marks) -> (Cell<'a>, End) {
        let at = self.at;
        let (text, end) = self.until_end();
        if let Some(stray) = text.find('"') {
            marks.notice(at.saturating_add(stray), NoticeKind::StrayQuote, text);
        }
        (Cell { text: Cow::Borrowed(text), at }, end)
    }

    /// Everything up to the end of the cell, which is stepped over.
    fn until_end(&mut self) -> (&'a str, End) {
        let rest = self.rest();
        let length = rest.find([';', '\n']).unwrap_or(rest.len());
        let (text, after) = rest.split_at(length);
        self.advance(length.saturating_add(usize::from(!after.is_empty())));
        if after.starts_with(';') {
            return (text, End::Cell);
        }
        let stripped = text.strip_suffix('\r');
        (stripped.unwrap_or(text), End::Record { carriage_return: stripped.is_some() })
    }

    /// A cell in quotes; the position is at the opening one.
    fn quoted(&mut self, marks: &mut Marks) -> (Cell<'a>, End) {
        let opening = self.at;
        self.advance(1);
        let at = self.at;
        let mut text = String::new();
        loop {
            let rest = self.rest();
            let Some(length) = rest.find('"') else {
                marks.fault(opening, FaultKind::UnclosedQuote, rest);
                self.broken = true;
                self.at = self.text.len();
                return (Cell { text: Cow::Owned(text), at }, End::Record { carriage_return: false });
            };
            text.push_str(rest.get(..length).unwrap_or_default());
            self.advance(length.saturating_add(1));
            if !self.rest().starts_with('"') {
                break;
            }
            text.push('"');
            self.advance(1);
        }
        let after = self.at;
        let (more, end) = self.until_end();
        if !more.is_empty() {
            marks.fault(after, FaultKind::TextAfterQuote, more);
        }
        (Cell { text: Cow::Owned(text), at }, end)
    }
}

/// Appends a record, with quotes where the format needs them.
pub(super) fn write_record<'t>(out: &mut String, cells: impl IntoIterator<Item = &'t str>, line_end: &str) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(';');
        }
        if cell.contains([';', '"', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(cell);
        }
    }
    out.push_str(line_end);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        let mut marks = Marks::default();
        let mut records = Records::new(text);
        let mut all = Vec::new();
        while let Some(record) = records.next(&mut marks) {
            all.push(record.cells.iter().map(|cell| cell.text.clone().into_owned()).collect());
        }
        all
    }

    #[test]
    fn quoted_cells_may_hold_semicolons_quotes_and_line_breaks() {
        assert_eq!(cells("a;\"b;\"\"c\"\"\nd\"\r\ne;\n"), [vec!["a", "b;\"c\"\nd"], vec!["e", ""]]);
    }

    #[test]
    fn the_last_line_needs_no_end() {
        assert_eq!(cells("a\nb;\"c\""), [vec!["a"], vec!["b", "c"]]);
    }

    #[test]
    fn written_cells_read_back() {
        let row = ["", "a;b", "\"x\"", "line\r\nbreak", "\r"];
        let mut out = String::new();
        write_record(&mut out, row, "\r\n");
        assert_eq!(cells(&out), [row.map(str::to_owned).to_vec()]);
    }
}
