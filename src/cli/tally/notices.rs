//! What is odd in a file, for people and as data.

use std::io::{self, Write};

use allmende_tally::pabulib::{Election, Notice, NoticeKind, Position};
use serde::Serialize;

use crate::locale::{Arg, Words};

/// So many are printed; who wants all takes the data.
const MOST: usize = 20;

/// A notice, for other programs.
#[derive(Debug, Serialize)]
pub(super) struct NoticeObject<'a> {
    /// Where: `line 3, column 5`, `votes, line 3, column 5` in a table, `votes[1].vote` in a document.
    place: String,
    found: &'a str,
    notice: String,
}

/// All of them.
pub(super) fn objects(election: &Election) -> Vec<NoticeObject<'_>> {
    let object = |notice: &'_ Notice| (notice.position.to_string(), notice.kind.to_string());
    let told = election.notices().iter().map(|notice| (object(notice), notice.found.as_str()));
    told.map(|((place, notice), found)| NoticeObject { place, found, notice }).collect()
}

/// The first of them, and how many more there are.
pub(super) fn write(out: &mut dyn Write, election: &Election, words: Words<'_>) -> io::Result<()> {
    let notices = election.notices();
    if notices.is_empty() {
        return Ok(());
    }
    writeln!(out, "{}", words.plain("tally-notices", &[]))?;
    for notice in notices.iter().take(MOST) {
        writeln!(out, "  {}: {:?}: {}", place(&notice.position, words), notice.found, sentence(&notice.kind, words))?;
    }
    match notices.len().saturating_sub(MOST) {
        0 => Ok(()),
        more => writeln!(out, "  {}", words.plain("tally-notices-more", &[("more", more.into())])),
    }
}

fn place(position: &Position, words: Words<'_>) -> String {
    let number = |number: usize| Arg::from(number.to_string());
    match position {
        Position::Line { line, column } => {
            words.plain("tally-notice-line", &[("line", number(*line)), ("column", number(*column))])
        }
        Position::Table { table, line, column } => words.plain(
            "tally-notice-table",
            &[("table", (*table).into()), ("line", number(*line)), ("column", number(*column))],
        ),
        Position::Path(path) => path.clone(),
    }
}

fn sentence(kind: &NoticeKind, words: Words<'_>) -> String {
    let number = |number: i64| [("number", Arg::from(number))];
    match kind {
        NoticeKind::BlankLine => words.plain("tally-notice-blank-line", &[]),
        NoticeKind::StrayQuote => words.plain("tally-notice-stray-quote", &[]),
        NoticeKind::UnusualTitle => words.plain("tally-notice-unusual-title", &[]),
        NoticeKind::RepeatedProject => words.plain("tally-notice-repeated-project", &[]),
        NoticeKind::BlankInList => words.plain("tally-notice-blank-in-list", &[]),
        NoticeKind::NoneWord => words.plain("tally-notice-none-word", &[]),
        NoticeKind::TooShort(least) => words.plain("tally-notice-too-short", &number(*least)),
        NoticeKind::TooLong(most) => words.plain("tally-notice-too-long", &number(*most)),
        NoticeKind::PointsRange => words.plain("tally-notice-points-range", &[]),
        NoticeKind::PointsSum(sum) => words.plain("tally-notice-points-sum", &number(*sum)),
        NoticeKind::CostSum => words.plain("tally-notice-cost-sum", &[]),
        NoticeKind::NoMaxSumPoints => words.plain("tally-notice-no-max-sum-points", &[]),
        NoticeKind::UnknownMark => words.plain("tally-notice-unknown-mark", &[]),
        NoticeKind::TallyDisagrees(counted) => words.plain("tally-notice-tally-disagrees", &number(*counted)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::tally::Tongue;
    use crate::cli::tally::voice::Voice;

    #[test]
    fn every_oddity_is_said_in_both_languages_and_in_english_as_the_library_says_it() {
        let kinds = [
            NoticeKind::BlankLine,
            NoticeKind::StrayQuote,
            NoticeKind::UnusualTitle,
            NoticeKind::RepeatedProject,
            NoticeKind::BlankInList,
            NoticeKind::NoneWord,
            NoticeKind::TooShort(2),
            NoticeKind::TooLong(3),
            NoticeKind::PointsRange,
            NoticeKind::PointsSum(7),
            NoticeKind::CostSum,
            NoticeKind::NoMaxSumPoints,
            NoticeKind::UnknownMark,
            NoticeKind::TallyDisagrees(4),
        ];
        let (english, german) = (Voice::load(Tongue::En).unwrap(), Voice::load(Tongue::De).unwrap());
        for kind in kinds {
            assert_eq!(sentence(&kind, english.words()), kind.to_string());
            let german = sentence(&kind, german.words());
            assert!(!german.is_empty() && german != kind.to_string() && !german.contains("tally-"), "{german}");
        }
        let here = Position::Table { table: "votes", line: 1234, column: 5 };
        assert_eq!(place(&here, english.words()), here.to_string());
        assert_eq!(place(&here, german.words()), "votes, Zeile 1234, Spalte 5");
    }
}
