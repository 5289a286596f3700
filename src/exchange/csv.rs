//! CSV as spreadsheets open it: RFC 4180 in UTF-8 with a mark at its beginning, and no cell that they would run.
//!
//! A cell that begins like a formula gets an apostrophe in front, and so does one that begins with an apostrophe:
//! taking one away gives back what was there.

use csv::{QuoteStyle, Terminator, WriterBuilder};
use thiserror::Error;

/// Spreadsheets take UTF-8 for what it is when this comes first.
const MARK: &str = "\u{feff}";

/// Why a table could not be written: memory ran out, or a row has another length than the first one.
#[derive(Debug, Error)]
#[error("a table could not be written: {0}")]
pub struct CsvError(String);

/// A table with a row of names first.
#[derive(Debug)]
pub struct CsvTable(csv::Writer<Vec<u8>>);

impl CsvTable {
    /// Begins a table with the names of its columns.
    ///
    /// # Errors
    /// When memory runs out.
    pub fn new<const N: usize>(names: [&str; N]) -> Result<Self, CsvError> {
        let mut builder = WriterBuilder::new();
        let writer = builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary).from_writer(MARK.into());
        let mut table = Self(writer);
        table.row(names)?;
        Ok(table)
    }

    /// Adds a row.
    ///
    /// # Errors
    /// When it is not as long as the first one, or memory runs out.
    pub fn row<const N: usize>(&mut self, cells: [&str; N]) -> Result<(), CsvError> {
        self.0.write_record(cells.map(defused)).map_err(|error| CsvError(error.to_string()))
    }

    /// The whole table.
    ///
    /// # Errors
    /// When memory runs out.
    pub fn into_bytes(self) -> Result<Vec<u8>, CsvError> {
        self.0.into_inner().map_err(|error| CsvError(error.to_string()))
    }
}

/// A cell that no spreadsheet takes for a formula. Some skip blanks and invisible signs before they look.
fn defused(cell: &str) -> String {
    let begins = |letter: char| {
        matches!(
            letter,
            '=' | '+'
                | '-'
                | '@'
                | '\t'
                | '\r'
                | '\n'
                | '\''
                | '＝'
                | '＋'
                | '－'
                | '＠'
                | '−'
                | '﹢'
                | '﹣'
                | '﹦'
                | '﹫'
        )
    };
    let visible = |letter: &char| !matches!(letter, ' ' | '\u{a0}' | '\u{200b}'..='\u{200f}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    if cell.chars().find(visible).is_some_and(begins) { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(cell: &str) -> String {
        let mut table = CsvTable::new(["a", "b"]).unwrap();
        table.row([cell, "end"]).unwrap();
        String::from_utf8(table.into_bytes().unwrap()).unwrap()
    }

    /// The first cell as a program reads it, with one apostrophe taken away.
    fn read_again(text: &str) -> String {
        let mut reader = csv::Reader::from_reader(text.trim_start_matches(MARK).as_bytes());
        let row = reader.records().next().unwrap().unwrap();
        assert_eq!(&row[1], "end");
        row[0].strip_prefix('\'').unwrap_or(&row[0]).to_owned()
    }

    #[test]
    fn a_table_is_utf_8_with_a_mark_and_separators_stand_in_quotes() {
        assert_eq!(
            written("Grün, „und“ \"so\"\nweiter;"),
            "\u{feff}a,b\r\n\"Grün, „und“ \"\"so\"\"\nweiter;\",end\r\n"
        );
        assert_eq!(written(""), "\u{feff}a,b\r\n,end\r\n");
    }

    #[test]
    fn no_cell_begins_like_a_formula() {
        for start in
            ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u{feff}=", "\u{2068}@", "\u{a0}+"]
        {
            let cell = format!("{start}HYPERLINK(1)");
            let text = written(&cell);
            assert!(text.contains("\n'") || text.contains("\n\"'"), "{text:?}");
            assert_eq!(read_again(&text), cell);
        }
        assert!(written("2027-10-10").contains("\n2027-10-10,"), "nothing else is changed");
    }

    #[test]
    fn a_row_of_another_length_is_refused() {
        assert!(CsvTable::new(["a", "b"]).unwrap().row(["one"]).is_err());
    }

    proptest! {
        #[test]
        fn taking_an_apostrophe_away_gives_back_what_was_there(cell in "['=@ \t\r\n,;\"a-zä＝]{0,12}") {
            prop_assert_eq!(read_again(&written(&cell)), cell);
        }
    }
}
