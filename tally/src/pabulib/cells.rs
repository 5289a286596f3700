//! Text into records of cells: semicolons between, quotes around, doubled quotes within.

use std::borrow::Cow;

use super::fault::{FaultKind, Marks, NoticeKind};

/// One cell and where its text begins in the file.
#[derive(Debug, Clone)]
pub(crate) struct Cell<'a> {
    /// Borrowed from the file but for doubled quotes.
    pub(crate) text: Cow<'a, str>,
    pub(crate) at: usize,
}

impl Cell<'_> {
    /// The text without blanks around it, which no reader of the format heeds.
    pub(crate) fn trimmed(&self) -> &str {
        trimmed(&self.text)
    }
}

/// As `str::trim`, which looks at whole characters even where there is nothing to trim.
pub(crate) fn trimmed(text: &str) -> &str {
    match text.as_bytes() {
        [] => text,
        [only] if only.is_ascii_graphic() => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        [..] => text.trim(),
    }
}

/// What stands between cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Separator {
    Comma,
    Semicolon,
}

impl Separator {
    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
        }
    }

    /// The bytes that end a cell or need a closer look, as bits; a semicolon is the greatest.
    const fn special(self) -> u64 {
        1 << b'\n' | 1 << b'\r' | 1 << b'"' | 1 << self.byte()
    }

    /// The one that comes first in a line of names; a semicolon if there is none.
    pub(crate) fn detect(line: &str) -> Self {
        match line.bytes().find(|byte| matches!(byte, b',' | b';')) {
            Some(b',') => Self::Comma,
            Some(_) | None => Self::Semicolon,
        }
    }
}

/// The cells of one line; of several, if a quoted cell has line breaks. One is used for all lines in turn.
#[derive(Debug, Default)]
pub(crate) struct Record<'a> {
    pub(crate) cells: Vec<Cell<'a>>,
    pub(crate) at: usize,
    /// Behind the line end.
    pub(crate) end: usize,
    /// `\n`, `\r\n`, or nothing at the end of the file.
    pub(crate) line_end: &'static str,
    /// Whether [`write_record`] would write it as it stands.
    pub(crate) regular: bool,
}

impl Record<'_> {
    /// A line with nothing on it.
    pub(crate) fn is_blank(&self) -> bool {
        matches!(self.cells.as_slice(), [only] if only.trimmed().is_empty())
    }
}

/// Reads record after record.
#[derive(Debug)]
pub(crate) struct Records<'a> {
    text: &'a str,
    at: usize,
    separator: Separator,
    /// Set when a quote was never closed: what follows cannot be told apart.
    pub(crate) broken: bool,
}

/// What ended a cell, and whether the cell was written as [`write_record`] does it.
struct End {
    /// Of the record; `None` if another cell follows.
    line_end: Option<&'static str>,
    regular: bool,
}

impl<'a> Records<'a> {
    /// Begins at a byte of the text.
    pub(crate) const fn new(text: &'a str, at: usize) -> Self {
        Self::separated(text, at, Separator::Semicolon)
    }

    /// As [`Self::new`], with another separator.
    pub(crate) const fn separated(text: &'a str, at: usize, separator: Separator) -> Self {
        Self { text, at, separator, broken: false }
    }

    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn advance(&mut self, bytes: usize) {
        self.at = self.at.saturating_add(bytes);
    }

    /// Reads the next record into `record`. `false` at the end of the file.
    pub(super) fn next(&mut self, record: &mut Record<'a>, marks: &mut Marks) -> bool {
        if self.at >= self.text.len() {
            return false;
        }
        record.cells.clear();
        record.at = self.at;
        record.regular = true;
        if self.plain_line(record) {
            return true;
        }
        record.cells.clear();
        loop {
            let (cell, end) = self.cell(marks);
            record.cells.push(cell);
            record.regular &= end.regular;
            if let Some(line_end) = end.line_end {
                record.line_end = line_end;
                record.end = self.at;
                return true;
            }
        }
    }

    /// Reads a line without quotes, as nearly all are, in one go. `false` if it needs a closer look.
    fn plain_line(&mut self, record: &mut Record<'a>) -> bool {
        let (rest, separator, special) = (self.rest(), self.separator.byte(), self.separator.special());
        let mut begin = 0;
        for (index, byte) in rest.bytes().enumerate() {
            if byte > b';' || special >> byte & 1 == 0 {
                continue;
            }
            let line_end = match byte {
                b'\n' => "\n",
                b'\r' if rest.as_bytes().get(index.saturating_add(1)) == Some(&b'\n') => "\r\n",
                b'\r' | b'"' => return false,
                byte if byte == separator => "",
                _ => return false,
            };
            let text = Cow::Borrowed(rest.get(begin..index).unwrap_or_default());
            record.cells.push(Cell { text, at: self.at.saturating_add(begin) });
            begin = index.saturating_add(1);
            if !line_end.is_empty() {
                self.advance(index.saturating_add(line_end.len()));
                record.line_end = line_end;
                record.end = self.at;
                return true;
            }
        }
        false
    }

    /// Passes over some records, whose faults are known.
    pub(crate) fn skip(&mut self, records: usize) {
        let mut marks = Marks::default();
        for _ in 0..records {
            while self.cell(&mut marks).1.line_end.is_none() {}
        }
    }

    /// The cell with this index of the record that begins here.
    pub(crate) fn nth(mut self, index: usize) -> Option<Cell<'a>> {
        let mut marks = Marks::default();
        for _ in 0..index {
            let (_, end) = self.cell(&mut marks);
            if end.line_end.is_some() {
                return None;
            }
        }
        Some(self.cell(&mut marks).0)
    }

    fn cell(&mut self, marks: &mut Marks) -> (Cell<'a>, End) {
        if self.rest().starts_with('"') { self.quoted(marks) } else { self.plain(marks) }
    }

    /// A cell without quotes around it.
    fn plain(&mut self, marks: &mut Marks) -> (Cell<'a>, End) {
        let (at, rest) = (self.at, self.rest());
        let separator = self.separator.byte();
        let special = |byte: u8| byte == separator || matches!(byte, b'\n' | b'\r' | b'"');
        let length = rest.bytes().position(special).unwrap_or(rest.len());
        let (text, after) = rest.split_at_checked(length).unwrap_or((rest, ""));
        let (line_end, step) = match after.as_bytes() {
            [] => (Some(""), 0),
            [b'\n', ..] => (Some("\n"), 1),
            [b'\r', b'\n', ..] => (Some("\r\n"), 2),
            [first, ..] if *first == separator => (None, 1),
            [..] => {
                let (text, end) = self.until_end();
                if let Some(stray) = text.find('"') {
                    marks.notice(at.saturating_add(stray), NoticeKind::StrayQuote, text);
                }
                return (Cell { text: Cow::Borrowed(text), at }, End { regular: false, ..end });
            }
        };
        self.advance(length.saturating_add(step));
        (Cell { text: Cow::Borrowed(text), at }, End { line_end, regular: true })
    }

    /// Everything up to the end of the cell, which is stepped over.
    fn until_end(&mut self) -> (&'a str, End) {
        let rest = self.rest();
        let length = rest.find([char::from(self.separator.byte()), '\n']).unwrap_or(rest.len());
        let (text, after) = rest.split_at(length);
        self.advance(length.saturating_add(usize::from(!after.is_empty())));
        if after.starts_with(char::from(self.separator.byte())) {
            return (text, End { line_end: None, regular: true });
        }
        match (text.strip_suffix('\r'), after.is_empty()) {
            (Some(text), false) => (text, End { line_end: Some("\r\n"), regular: true }),
            (Some(text), true) => (text, End { line_end: Some(""), regular: false }),
            (None, false) => (text, End { line_end: Some("\n"), regular: true }),
            (None, true) => (text, End { line_end: Some(""), regular: true }),
        }
    }

    /// A cell in quotes; its position is behind the opening one.
    fn quoted(&mut self, marks: &mut Marks) -> (Cell<'a>, End) {
        let opening = self.at;
        self.advance(1);
        let at = self.at;
        let mut text = Cow::Borrowed("");
        loop {
            let rest = self.rest();
            let Some((part, after)) = rest.split_once('"') else {
                marks.fault(opening, FaultKind::UnclosedQuote, rest);
                self.broken = true;
                self.at = self.text.len();
                return (Cell { text, at }, End { line_end: Some(""), regular: false });
            };
            text += part;
            self.advance(part.len().saturating_add(1));
            if !after.starts_with('"') {
                break;
            }
            text += "\"";
            self.advance(1);
        }
        let after = self.at;
        let (more, end) = self.until_end();
        if !more.is_empty() {
            marks.fault(after, FaultKind::TextAfterQuote, more);
        }
        let regular = end.regular && needs_quotes(&text, self.separator);
        (Cell { text, at }, End { regular, ..end })
    }
}

fn needs_quotes(cell: &str, separator: Separator) -> bool {
    cell.contains([char::from(separator.byte()), '"', '\n', '\r'])
}

/// Appends a record, with quotes where the format needs them.
pub(crate) fn write_record<'t>(out: &mut String, cells: impl IntoIterator<Item = &'t str>, line_end: &str) {
    write_separated(out, cells, line_end, Separator::Semicolon);
}

/// As [`write_record`], with another separator.
pub(crate) fn write_separated<'t>(
    out: &mut String,
    cells: impl IntoIterator<Item = &'t str>,
    line_end: &str,
    separator: Separator,
) {
    for (index, cell) in cells.into_iter().enumerate() {
        if index > 0 {
            out.push(separator.byte().into());
        }
        if needs_quotes(cell, separator) {
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
        let mut records = Records::new(text, 0);
        let mut record = Record::default();
        let mut all = Vec::new();
        while records.next(&mut record, &mut marks) {
            let row: Vec<String> = record.cells.iter().map(|cell| cell.text.clone().into_owned()).collect();
            let mut written = String::new();
            write_record(&mut written, row.iter().map(String::as_str), record.line_end);
            assert_eq!(record.regular, written == text[record.at..record.end], "{text:?}");
            let found = |index| Records::new(text, record.at).nth(index).map(|cell| cell.text.into_owned());
            assert!((0..row.len()).all(|index| found(index).as_ref() == row.get(index)));
            assert_eq!(found(row.len()), None);
            all.push(row);
        }
        all
    }

    #[test]
    fn quoted_cells_may_hold_semicolons_quotes_and_line_breaks() {
        assert_eq!(cells("a;\"b;\"\"c\"\"\nd\"\r\ne;\n"), [vec!["a", "b;\"c\"\nd"], vec!["e", ""]]);
        assert_eq!(cells("\"\";\"needless\";\"\"\"\"\n"), [["", "needless", "\""]]);
    }

    #[test]
    fn the_last_line_needs_no_end() {
        assert_eq!(cells("a\nb;\"c\""), [vec!["a"], vec!["b", "c"]]);
        assert_eq!(cells("a;"), [["a", ""]]);
    }

    #[test]
    fn a_carriage_return_belongs_to_the_line_end_only_at_the_end() {
        assert_eq!(cells("a\rb;c\r\r\nd\r"), [vec!["a\rb", "c\r"], vec!["d"]]);
        assert_eq!(cells("\"a\"\r\n\"b;\"\r\n"), [["a"], ["b;"]]);
    }

    #[test]
    fn a_quote_within_a_cell_is_text() {
        assert_eq!(cells("5\" pipe;b\"\n"), [["5\" pipe", "b\""]]);
    }

    #[test]
    fn written_cells_read_back() {
        let row = ["", "a;b", "\"x\"", "line\r\nbreak", "\r"];
        let mut out = String::new();
        write_record(&mut out, row, "\r\n");
        assert_eq!(cells(&out), [row.map(str::to_owned).to_vec()]);
    }
}
