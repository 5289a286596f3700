//! An election out of three parts that are not one file: a header, a table of projects and a table of ballots.

use std::borrow::Cow;

use super::amount::Amount;
use super::cells::{Record, Records, Separator, write_record};
use super::draft::Header;
use super::election::Election;
use super::fault::{Fault, FaultKind, Marks, Notice, Position, Section};
use super::read::{Reader, not_utf8};

/// A fault, and where it stands.
pub(crate) struct Place {
    pub(crate) spot: Spot,
    /// With the line in the part.
    pub(crate) fault: Fault,
}

/// Where something stands: the part, the byte there, and the line and column there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) section: Section,
    pub(crate) at: usize,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// A table with a line of column names, as text.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Part<'t> {
    text: &'t str,
    separator: Separator,
}

impl<'t> Part<'t> {
    /// Takes the bytes of a file, perhaps with a byte order mark. The separator is seen in the first line.
    pub(crate) fn new(bytes: &'t [u8]) -> Result<Self, Vec<Fault>> {
        let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, error))?;
        let text = text.strip_prefix(super::layout::BYTE_ORDER_MARK).unwrap_or(text);
        Ok(Self { text, separator: Separator::detect(text.lines().next().unwrap_or_default()) })
    }

    /// Takes text with semicolons.
    pub(crate) const fn rows_of(text: &'t str) -> Self {
        Self { text, separator: Separator::Semicolon }
    }

    /// The rows, without the line of names and blank lines.
    fn rows(self) -> usize {
        let (mut marks, mut record) = (Marks::default(), Record::default());
        let mut records = Records::separated(self.text, 0, self.separator);
        let mut lines = 0_usize;
        while records.next(&mut record, &mut marks) {
            lines = lines.saturating_add(usize::from(!record.is_blank()));
        }
        lines.saturating_sub(1)
    }
}

/// An amount in minor units, and the decimals that it needs.
pub(crate) fn minor_units(text: &str) -> Result<(i64, u8), FaultKind> {
    let amount = Amount::parse(text)?;
    let exponent = amount.decimals;
    amount.in_minor_units(exponent).map(|minor| (minor, exponent)).ok_or(FaultKind::AmountTooLarge)
}

/// An amount in minor units of an election whose amounts have so many decimals.
pub(crate) fn minor_units_within(text: &str, exponent: u8) -> Result<i64, FaultKind> {
    let amount = Amount::parse(text)?;
    if amount.decimals > exponent {
        return Err(FaultKind::FinerAmount(exponent));
    }
    amount.in_minor_units(exponent).ok_or(FaultKind::AmountTooLarge)
}

/// Names of columns that are also read, and what the format calls them.
const COLUMNS: [(&str, &str); 2] = [("id", "project_id"), ("voter", "voter_id")];

/// Reads the parts as one file, so that everything is held to the same rules. `position` says where something stands in
/// the words of whoever gave the parts.
pub(crate) fn elect(
    header: &Header,
    projects: Part<'_>,
    votes: Part<'_>,
    position: impl Fn(Spot) -> Position,
) -> Result<Election, Vec<Place>> {
    let mut text = String::new();
    write_record(&mut text, [Section::Meta.to_string().as_str()], "\n");
    write_record(&mut text, ["key", "value"], "\n");
    for (key, value) in header.pairs(projects.rows(), votes.rows()) {
        write_record(&mut text, [key, value.as_str()], "\n");
    }
    let mut starts = Vec::new();
    for (section, part) in [(Section::Projects, projects), (Section::Votes, votes)] {
        write_record(&mut text, [section.to_string().as_str()], "\n");
        starts.push((section, text.len(), text.len().saturating_add(part.text.len()), part.separator));
        text.push_str(part.text);
        if !part.text.is_empty() && !part.text.ends_with('\n') {
            text.push('\n');
        }
    }
    let mut reader = Reader::new(&text);
    let mut begin = 0;
    let mut whole = true;
    for (section, start, end, separator) in &starts {
        take_lines(&mut reader, text.get(..*start).unwrap_or_default(), begin);
        whole &= take_table(&mut reader, *section, text.get(..*end).unwrap_or_default(), *start, *separator);
        begin = text.get(*end..).map_or(*end, |after| end.saturating_add(usize::from(after.starts_with('\n'))));
    }
    if whole {
        reader.end(text.len());
    }
    let starts = Starts::new(&text, &starts);
    let (mut election, kept, marks) = match reader.finish() {
        Ok(elected) => elected,
        Err(marks) => return Err(faults(&text, &starts, marks)),
    };
    election.notices = notices(&text, &starts, marks, position);
    election.text = kept.unwrap_or(text);
    Ok(election)
}

/// What is written in the format itself: META and the titles.
fn take_lines<'a>(reader: &mut Reader<'a>, text: &'a str, at: usize) {
    let (mut records, mut record) = (Records::new(text, at), Record::default());
    while records.next(&mut record, &mut reader.marks) {
        reader.take(&record);
    }
}

/// The lines of a table. `false` if a quote is not closed in it.
fn take_table<'a>(reader: &mut Reader<'a>, section: Section, text: &'a str, at: usize, separator: Separator) -> bool {
    let (mut records, mut record) = (Records::separated(text, at, separator), Record::default());
    let mut is_header = true;
    while records.next(&mut record, &mut reader.marks) {
        if record.is_blank() {
            reader.take(&record);
            continue;
        }
        if is_header {
            for cell in &mut record.cells {
                if let Some((_, name)) = COLUMNS.iter().find(|(name, _)| cell.trimmed() == *name) {
                    cell.text = Cow::Borrowed(name);
                }
            }
        }
        // In the kept text it stands with semicolons, and on a line of its own.
        record.regular = false;
        if record.line_end.is_empty() {
            record.line_end = "\n";
        }
        let place = reader.keep(&record);
        match (is_header, section) {
            (true, section) => reader.header(section, &record),
            (false, Section::Votes) => reader.vote(&record, place),
            (false, Section::Meta | Section::Projects) => reader.project(&record, place),
        }
        is_header = false;
    }
    !records.broken
}

/// Where each part begins in the whole text, and how many lines are before it.
struct Starts(Vec<(Section, usize, usize)>);

impl Starts {
    fn new(text: &str, parts: &[(Section, usize, usize, Separator)]) -> Self {
        let before = |start: usize| text.get(..start).unwrap_or_default().matches('\n').count();
        Self(parts.iter().map(|(section, start, _, _)| (*section, *start, before(*start))).collect())
    }

    /// The place in its part of a byte, a line and a column of the whole.
    fn spot(&self, at: usize, line: usize, column: usize) -> Spot {
        let part = self.0.iter().rev().find(|(_, start, _)| *start <= at);
        let (section, start, lines_before) = part.copied().unwrap_or((Section::Meta, 0, 0));
        Spot { section, at: at.saturating_sub(start), line: line.saturating_sub(lines_before), column }
    }
}

/// Puts each fault into its part.
fn faults(text: &str, starts: &Starts, marks: Marks) -> Vec<Place> {
    let (places, _) = marks.places();
    let place = |(fault, at): (Fault, &usize)| {
        let spot = starts.spot(*at, fault.line, fault.column);
        Place { spot, fault: Fault { line: spot.line, ..fault } }
    };
    marks.placed(text).0.into_iter().zip(&places).map(place).collect()
}

/// Puts each notice into its part.
fn notices(text: &str, starts: &Starts, marks: Marks, position: impl Fn(Spot) -> Position) -> Vec<Notice> {
    let (_, places) = marks.places();
    let place = |(notice, at): (Notice, &usize)| match notice.position {
        Position::Line { line, column } => Notice { position: position(starts.spot(*at, line, column)), ..notice },
        Position::Table { .. } | Position::Path(_) => notice,
    };
    marks.placed(text).1.into_iter().zip(&places).map(place).collect()
}
